/** Where a transition wants to be, and by which year: the year is large, the source beside it. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { relatedTo } from "../data.ts";
import type { Here } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";
import type { Transition } from "../reading/lines.ts";

export function Goals({ here: { page, graph, href } }: { readonly here: Here<Transition> }): JSX.Element | null {
  const goals = relatedTo(graph, page, "doelen");
  if (goals.length === 0) return null;
  return (
    <section class="goals" aria-labelledby="deel-doelen">
      <h2 id="deel-doelen">{words.goals}</h2>
      <ul>
        {goals.map(({ page: source, data }, index) => (
          <li key={index}>
            <strong class="year">{String(data["jaar"])}</strong>
            <p>
              {String(data["tekst"])}{" "}
              <span class="aside">
                (<a href={href(source.url)}>{words.source}</a>, {words.asOf} {writtenDate(String(data["stand"]))})
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
