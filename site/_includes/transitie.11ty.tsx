/** A transition: from where to where, how far it is, and the line with its stops. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { FromTo } from "./parts/from-to.tsx";
import { Goals } from "./parts/goals.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { Phase } from "./parts/phase.tsx";
import { Route } from "./parts/route.tsx";
import { lineOf } from "./reading/lines.ts";
import { renderPage } from "./shell/render.ts";

export default function transitie({ content, wegwijzer: here }: LayoutData<"transitie">): string {
  const { page, graph, href } = here;
  const line = lineOf(graph, page);
  return renderPage(
    <Article here={here} content={content} before={line !== undefined && <FromTo line={line} />}>
      <Phase transition={page} />
      <Goals here={here} />
      {line !== undefined && line.stops.length > 0 && (
        <section class="stops" aria-labelledby="deel-haltes">
          <h2 id="deel-haltes">{words.stops}</h2>
          <Route line={line} href={href} full />
        </section>
      )}
      <RelatedSection here={here} id="deel-begin" title={words.recommended} pages="aanbevolen" numbered />
      <RelatedSection here={here} id="deel-onderwerpen" title={words.topics} pages="onderwerpen" />
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}
