/** What one can click on the map: the sign of a line, and the sign of a node on its post. */
import type { JSX } from "preact";
import type { Here } from "../data.ts";
import { accentOf } from "../reading/lines.ts";
import type { Line } from "../reading/lines.ts";
import type { DrawnNode, DrawnStop } from "./drawing.ts";
import type { Geography } from "./geography.ts";
import { brokenInto } from "./label.ts";

const LINE_NAME_CHARACTERS = 20;
const NODE_NAME_CHARACTERS = 14;
const TIP = 18;

interface LineSignProps {
  readonly map: Geography;
  readonly line: Line;
  readonly index: number;
  readonly href: Here["href"];
}

/** A signpost arm from which the line leaves. */
export function LineSign({ map, line: { transition }, index, href }: LineSignProps): JSX.Element | null {
  const at = map.lines[index]?.sign;
  if (at === undefined) return null;
  const { width, height } = map.lineSign;
  return (
    <a class={`map-sign ${accentOf(transition)}`} href={href(transition.url)}>
      <path class="map-plate" d={`M${at.x} ${at.y}h${width - TIP}l${TIP} ${height / 2}-${TIP} ${height / 2}H${at.x}z`} />
      <Name text={transition.title} characters={LINE_NAME_CHARACTERS} x={at.x + 14} y={at.y + height / 2} />
    </a>
  );
}

/** The stops of a node, and a post with its number and name: the post shows that they are one place. */
export function MapNode({ map, node, href }: { readonly map: Geography; readonly node: DrawnNode; readonly href: Here["href"] }): JSX.Element {
  const { theme, place: { x, y, sign }, stops } = node;
  const [signX, signY] = [x + sign.x, y + sign.y];
  const first = stops[0] ?? { x, y };
  return (
    <g>
      <g aria-hidden="true">
        <path class="map-post" d={`M${sign.y > 0 || sign.x > 0 ? `${first.x} ${first.y}` : lastOf(stops, first)}L${signX} ${signY}`} />
        {stops.map((stop) => <StopMark key={stop.line.transition.id} stop={stop} along={map.along} />)}
      </g>
      <a class={`map-node ${accentOf(theme)}`} href={href(theme.url)}>
        <circle class="map-touch" cx={signX} cy={signY} r={map.disc + 8} />
        <circle class="map-disc" cx={signX} cy={signY} r={map.disc} />
        <text class="map-number" x={signX} y={signY} dy=".36em">{theme.data.volgorde}</text>
        <Name text={theme.title} characters={NODE_NAME_CHARACTERS} x={signX + map.disc + 8} y={signY} />
      </a>
    </g>
  );
}

function StopMark({ stop: { x, y, role, line }, along }: { readonly stop: DrawnStop; readonly along: "x" | "y" }): JSX.Element {
  const accent = accentOf(line.transition);
  if (role === "hoofd") return <circle class={`map-full ${accent}`} cx={x} cy={y} r="12" />;
  if (role === "raakt") return <circle class={`map-open ${accent}`} cx={x} cy={y} r="9" />;
  return <path class={`map-tick ${accent}`} d={along === "x" ? `M${x} ${y - 9}v18` : `M${x - 9} ${y}h18`} />;
}

/** Lines of text around a middle; the space between them is for who listens or copies. */
function Name({ text, characters, x, y }: { readonly text: string; readonly characters: number; readonly x: number; readonly y: number }): JSX.Element {
  const lines = brokenInto(text, characters);
  const top = 0.36 - (lines.length - 1) * 0.56;
  return (
    <text class="map-name" x={x} y={y}>
      {lines.map((line, index) => (
        <tspan key={index} x={x} dy={`${index === 0 ? top.toFixed(2) : "1.12"}em`}>{index < lines.length - 1 ? `${line} ` : line}</tspan>
      ))}
    </text>
  );
}

function lastOf(stops: readonly DrawnStop[], first: { readonly x: number; readonly y: number }): string {
  const { x, y } = stops.at(-1) ?? first;
  return `${x} ${y}`;
}
