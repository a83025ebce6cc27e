/**
 * The picture of the site: eight numbered nodes, three lines, drawn from the relations.
 *
 * Two drawings of one network, of which the style sheet shows the one that fits the screen. The
 * page that shows the map also has the list that tells the same.
 */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf, linesOf, nodesOf } from "../reading/lines.ts";
import type { Line } from "../reading/lines.ts";
import { drawLines, drawNodes } from "./drawing.ts";
import type { DrawnLine } from "./drawing.ts";
import { geographies } from "./geography.ts";
import type { Geography } from "./geography.ts";
import { Legend } from "./legend.tsx";
import { LineSign, MapNode } from "./signs.tsx";

export function RouteMap({ here }: { readonly here: Here }): JSX.Element | null {
  if (linesOf(here.graph).length === 0) return null;
  return (
    <section class="map wide ground" aria-labelledby="kaart" data-search-ignore>
      <h2 id="kaart">{words.map}</h2>
      <p>{words.mapIntro}</p>
      {geographies.map((map) => <Drawing key={map.name} map={map} here={here} />)}
      <Legend />
    </section>
  );
}

function Drawing({ map, here: { graph, href } }: { readonly map: Geography; readonly here: Here }): JSX.Element {
  const lines = linesOf(graph);
  const nodes = drawNodes(map, nodesOf(graph), lines);
  return (
    <svg class={`map-${map.name}`} viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-labelledby={`kaart-${map.name}`} aria-describedby={`kaart-${map.name}-tekst`}>
      <title id={`kaart-${map.name}`}>{words.mapTitle}</title>
      <desc id={`kaart-${map.name}-tekst`}>{lines.map(described).join(" ")}</desc>
      <g class="map-lines" aria-hidden="true">
        {drawLines(map, nodes, lines).map((drawn) => <LinePath key={drawn.line.transition.id} drawn={drawn} />)}
      </g>
      {lines.map((line, index) => <LineSign key={line.transition.id} map={map} line={line} index={index} href={href} />)}
      {nodes.map((node) => <MapNode key={node.theme.id} map={map} node={node} href={href} />)}
    </svg>
  );
}

function LinePath({ drawn: { line, path, head } }: { readonly drawn: DrawnLine }): JSX.Element {
  return (
    <g class={`line-${line.pattern} ${accentOf(line.transition)}`}>
      <path class="map-line" d={path} />
      {line.pattern === "double" && <path class="map-core" d={path} />}
      <path class="map-head" d={head} />
    </g>
  );
}

/** `Energietransitie stopt bij Energie, Onderwijs.` */
function described({ transition, stops }: Line): string {
  return `${transition.title} ${words.stopsAt} ${stops.map(({ theme }) => theme.title).join(", ")}.`;
}
