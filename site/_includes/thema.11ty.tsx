/** A theme: its node, the lines that stop there, the text, and what it stands on. */
import type { LayoutData } from "./data.ts";
import { Band } from "./parts/band.tsx";
import { Checked } from "./parts/checked.tsx";
import { Html } from "./parts/html.tsx";
import { AlsoRead, Terms } from "./parts/links.tsx";
import { Reasons } from "./parts/reasons.tsx";
import { Sources } from "./parts/sources.tsx";
import { Strip } from "./parts/strip.tsx";
import { accentOf } from "./reading/lines.ts";
import { Document } from "./shell/document.tsx";
import { renderPage } from "./shell/render.ts";
import { kindWords } from "../words.ts";

export default function thema({ content, wegwijzer: here }: LayoutData<"thema">): string {
  const { page } = here;
  return renderPage(
    <Document here={here} accent={accentOf(page)}>
      <Band kind={kindWords["thema"]} node={page.data.volgorde} title={page.title} sentence={page.data.samenvatting} />
      <Strip here={here} />
      <Html className="text" of={content} />
      <div class="text">
        <Reasons here={here} />
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>,
  );
}
