/** A page that is only its text. */
import type { JSX } from "preact";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Checked } from "../parts/checked.tsx";
import { Html } from "../parts/html.tsx";
import { Sources } from "../parts/sources.tsx";
import { Terms } from "../parts/terms.tsx";
import { Document } from "../shell/document.tsx";

export function TextPage({ here, content }: SinglePageProps): JSX.Element {
  const { page } = here;
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      <div class="text">
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>
  );
}
