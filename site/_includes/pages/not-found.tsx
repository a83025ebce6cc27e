/** The page for an address that leads nowhere: a signpost is what one needs there. */
import type { JSX } from "preact";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Html } from "../parts/html.tsx";
import { Terms } from "../parts/terms.tsx";
import { Document } from "../shell/document.tsx";
import { SearchForm } from "../shell/search-form.tsx";

export function NotFoundPage({ here, content }: SinglePageProps): JSX.Element {
  const { page, href } = here;
  return (
    <Document here={here} search="page">
      <Band title={page.title} sentence={page.data.samenvatting} />
      <div class="wide"><SearchForm href={href} large /></div>
      <Html className="text" of={content} />
      <div class="text"><Terms here={here} /></div>
    </Document>
  );
}
