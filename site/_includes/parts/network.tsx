/** The map as text: every theme with its lines, every transition with its stops. */
import type { JSX } from "preact";
import { groupWords, phaseWords, roleWords, words } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf, linesOf, nodesOf, stopsAt } from "../reading/lines.ts";
import type { Line, Theme } from "../reading/lines.ts";
import { Route } from "./route.tsx";
import { Piece } from "./strip.tsx";

type Group = keyof typeof groupWords;

/** Themes in their two groups, each with the lines that stop there. */
export function NodeList({ here }: { readonly here: Here }): JSX.Element {
  const groups = Object.keys(groupWords) as readonly Group[];
  return (
    <div class="wide network">
      {groups.map((group) => (
        <section key={group} aria-labelledby={`groep-${group}`}>
          <h2 id={`groep-${group}`}>{groupWords[group]}</h2>
          <ul class="nodes">
            {nodesOf(here.graph).filter(({ data }) => data.groep === group)
              .map((theme) => <NodeEntry key={theme.id} theme={theme} here={here} />)}
          </ul>
        </section>
      ))}
    </div>
  );
}

function NodeEntry({ theme, here: { graph, href } }: { readonly theme: Theme; readonly here: Here }): JSX.Element {
  return (
    <li class={accentOf(theme)}>
      <h3>
        <a class="node-link" href={href(theme.url)}>
          <span class="node" aria-hidden="true">{theme.data.volgorde}</span>
          {theme.title}
        </a>
      </h3>
      <p>{theme.data.samenvatting}</p>
      <ul class="node-lines" data-search-ignore>
        {stopsAt(graph, theme).map(({ line: { transition, pattern }, stop: { role } }) => (
          <li key={transition.id} class={accentOf(transition)}>
            <Piece pattern={pattern} role={role} />
            <span>{transition.title} <span class="role">{roleWords[role].name}</span></span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Transitions side by side, each with its stops and the phase that it is in. */
export function LineList({ here: { graph, href }, level = 2 }: { readonly here: Here; readonly level?: 2 | 3 }): JSX.Element {
  return (
    <div class="lines">
      {linesOf(graph).map((line) => <LineEntry key={line.transition.id} line={line} href={href} level={level} />)}
    </div>
  );
}

function LineEntry({ line, href, level }: { readonly line: Line; readonly href: Here["href"]; readonly level: 2 | 3 }): JSX.Element {
  const Heading = `h${level}` as const;
  const { transition } = line;
  const { samenvatting, faseInschatting } = transition.data;
  return (
    <section class={accentOf(transition)}>
      <Heading><a href={href(transition.url)}>{transition.title}</a></Heading>
      <p>{samenvatting}</p>
      <p class="aside">{words.estimate}: {phaseWords[faseInschatting.fase].toLowerCase()}</p>
      <div data-search-ignore><Route line={line} href={href} /></div>
    </section>
  );
}
