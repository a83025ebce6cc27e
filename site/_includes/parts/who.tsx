/** "Wie ben jij?": a way in for each role. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { groupsOf } from "../reading/groups.ts";
import { shortTitleOf, summaryOf } from "../reading/summary.ts";

export function WhoAreYou({ here: { graph, href } }: { readonly here: Here }): JSX.Element | null {
  const actors = groupsOf("actor", graph).flatMap(({ pages }) => pages);
  if (actors.length === 0) return null;
  return (
    <section class="who wide" aria-labelledby="wie-ben-jij" data-search-ignore>
      <h2 id="wie-ben-jij">{words.whoAreYou}</h2>
      <p>{words.whoAreYouIntro}</p>
      <ul>
        {actors.map((actor) => (
          <li key={actor.id}>
            <h3><a href={href(actor.url)}>{shortTitleOf(actor)}</a></h3>
            <p>{summaryOf(actor)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
