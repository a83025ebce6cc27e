/** The transitions of a theme: which role it plays in each, and why. */
import type { JSX } from "preact";
import { roleWords, words } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf, stopsAt } from "../reading/lines.ts";
import type { Theme } from "../reading/lines.ts";

export function Reasons({ here: { page, graph, href } }: { readonly here: Here<Theme> }): JSX.Element {
  return (
    <section class="reasons" aria-labelledby="deel-transities">
      <h2 id="deel-transities">{words.transitionsOf}</h2>
      <ul>
        {stopsAt(graph, page).map(({ line: { transition, pattern }, stop: { role, reason } }) => (
          <li key={transition.id} class={`route line-${pattern} ${accentOf(transition)}`}>
            <span class={`stop stop-${role}`} aria-hidden="true" />
            <a href={href(transition.url)}>{transition.title}</a>{" "}
            <span class="role">{roleWords[role].name}</span>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
