/** A strip of the map: the lines that stop at this theme, each with the stop that it makes here. */
import type { JSX } from "preact";
import { roleWords, words } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf, stopsAt } from "../reading/lines.ts";
import type { Pattern, Role, Theme } from "../reading/lines.ts";

export function Strip({ here: { page, graph, href } }: { readonly here: Here<Theme> }): JSX.Element {
  return (
    <section class="strip wide" aria-label={words.lines} data-search-ignore>
      <ul>
        {stopsAt(graph, page).map(({ line: { transition, pattern }, stop: { role } }) => (
          <li key={transition.id} class={accentOf(transition)}>
            <Piece pattern={pattern} role={role} />
            <span><a href={href(transition.url)}>{transition.title}</a> <span class="role">{roleWords[role].name}</span></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A piece of line with a stop on it; the words beside it tell the same. */
export function Piece({ pattern, role }: { readonly pattern: Pattern; readonly role?: Role }): JSX.Element {
  return (
    <span class={`piece line-${pattern}`} aria-hidden="true">
      {role !== undefined && <span class={`stop stop-${role}`} />}
    </span>
  );
}
