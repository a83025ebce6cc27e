/** Tips for who begins: each a section of the text, with its number large beside it. */
import type { JSX } from "preact";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Checked } from "../parts/checked.tsx";
import { Html } from "../parts/html.tsx";
import { AlsoRead } from "../parts/links.tsx";
import { Sources } from "../parts/sources.tsx";
import { Terms } from "../parts/terms.tsx";
import { Document } from "../shell/document.tsx";

export function TipsPage({ here, content }: SinglePageProps): JSX.Element {
  const { page } = here;
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text tips" of={content} />
      <div class="text">
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>
  );
}
