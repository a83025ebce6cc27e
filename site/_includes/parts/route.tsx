/**
 * A line from top to bottom with its stops: the map as a list, for who reads rather than looks.
 *
 * The order of the list is that of the roles: who leads comes first.
 */
import type { ComponentChildren, JSX } from "preact";
import { roleWords, words } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf, byRole } from "../reading/lines.ts";
import type { Line, Stop } from "../reading/lines.ts";

export interface RouteProps {
  readonly line: Line;
  readonly href: Here["href"];
  /** Whether each stop tells why the line stops there, and the line from where to where it runs. */
  readonly full?: boolean;
}

export function Route({ line, href, full = false }: RouteProps): JSX.Element {
  const { van, naar } = line.transition.data;
  return (
    <ol class={`route line-${line.pattern} ${accentOf(line.transition)}`}>
      {full && <Terminal word={words.from}>{van}</Terminal>}
      {byRole(line.stops).map((stop) => <RouteStop key={stop.theme.id} stop={stop} href={href} full={full} />)}
      {full && <Terminal word={words.to}>{naar}</Terminal>}
    </ol>
  );
}

function RouteStop({ stop, href, full }: { readonly stop: Stop; readonly href: Here["href"]; readonly full: boolean }): JSX.Element {
  const { theme, role, reason } = stop;
  return (
    <li>
      <span class={`stop stop-${role}`} aria-hidden="true" />
      <a class={`node-link ${accentOf(theme)}`} href={href(theme.url)}>
        <span class="node" aria-hidden="true">{theme.data.volgorde}</span>
        {theme.title}
      </a>
      {" "}<span class="role">{roleWords[role].name}</span>
      {full && <p>{reason}</p>}
    </li>
  );
}

function Terminal({ word, children }: { readonly word: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <li class="terminal">
      <span class="stop stop-end" aria-hidden="true" />
      <span class="role">{word}</span> <strong>{children}</strong>
    </li>
  );
}
