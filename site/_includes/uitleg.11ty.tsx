/** An explainer: a text to read, with its terms and sources. */
import { kindWords } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Band } from "./parts/band.tsx";
import { Checked } from "./parts/checked.tsx";
import { Html } from "./parts/html.tsx";
import { AlsoRead, Terms } from "./parts/links.tsx";
import { Sources } from "./parts/sources.tsx";
import { Document } from "./shell/document.tsx";
import { renderPage } from "./shell/render.ts";

export default function uitleg({ content, wegwijzer: here }: LayoutData<"uitleg">): string {
  const { page } = here;
  return renderPage(
    <Document here={here}>
      <Band kind={kindWords["uitleg"]} title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      <div class="text">
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>,
  );
}
