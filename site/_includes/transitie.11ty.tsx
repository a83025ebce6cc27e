/** A transition: from where to where, how far it is, and the line with its stops. */
import { kindWords, words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Band } from "./parts/band.tsx";
import { Checked } from "./parts/checked.tsx";
import { Goals } from "./parts/goals.tsx";
import { Html } from "./parts/html.tsx";
import { AlsoRead, Terms } from "./parts/links.tsx";
import { Phase } from "./parts/phase.tsx";
import { Route } from "./parts/route.tsx";
import { Sources } from "./parts/sources.tsx";
import { FromTo } from "./parts/from-to.tsx";
import { accentOf, lineOf } from "./reading/lines.ts";
import { Document } from "./shell/document.tsx";
import { renderPage } from "./shell/render.ts";

export default function transitie({ content, wegwijzer: here }: LayoutData<"transitie">): string {
  const { page, graph, href } = here;
  const line = lineOf(graph, page);
  return renderPage(
    <Document here={here} accent={accentOf(page)}>
      <Band kind={kindWords["transitie"]} title={page.title} sentence={page.data.samenvatting} />
      {line !== undefined && <FromTo line={line} />}
      <Html className="text" of={content} />
      <div class="text">
        <Phase transition={page} />
        <Goals here={here} />
        {line !== undefined && line.stops.length > 0 && (
          <section class="stops" aria-labelledby="deel-haltes">
            <h2 id="deel-haltes">{words.stops}</h2>
            <Route line={line} href={href} full />
          </section>
        )}
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>,
  );
}
