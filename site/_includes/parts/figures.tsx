/** What an example comes to: the figure is large, its date and source beside it. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { relatedTo } from "../data.ts";
import type { Here, PageOf } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";

export function Figures({ here: { page, graph, href } }: { readonly here: Here<PageOf<"voorbeeld">> }): JSX.Element | null {
  const figures = relatedTo(graph, page, "cijfers");
  if (figures.length === 0) return null;
  return (
    <section class="goals" aria-labelledby="deel-cijfers">
      <h2 id="deel-cijfers">{words.figures}</h2>
      <ul>
        {figures.map(({ page: source, data }, index) => (
          <li key={index}>
            <strong class="year">{String(data["waarde"])}</strong>
            <p>
              {String(data["naam"])}{" "}
              <span class="aside">(<a href={href(source.url)}>{words.source}</a>, {words.asOf} {writtenDate(String(data["stand"]))})</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
