/** The pictures of the site as an app: the signpost on paper, by day only, as devices keep them. */
import { icons } from "./addresses.ts";
import { xml } from "./xml.ts";
import type { Xml } from "./xml.ts";

const GROUND = "#fbfaf7";
const INK = "#1b2129";
const POST = "#ae022b";
/** Of the mark. */
const HEIGHT = 36;

/** Each with its size and what of it the mark may fill: a device cuts its own shape out of a maskable one. */
export const drawnIcons: Readonly<Record<string, Xml>> = {
  [icons.small]: icon(192, 0.7),
  [icons.large]: icon(512, 0.7),
  [icons.maskable]: icon(512, 0.5),
  [icons.apple]: icon(180, 0.6),
};

function icon(size: number, filled: number): Xml {
  const scale = (size * filled) / HEIGHT;
  const edge = Math.round((size * (1 - filled)) / 2);
  const paths: readonly (readonly [d: string, fill: string])[] = [["M16 0h4v36h-4z", POST], ["M11 4h16l7 5-7 5H11z", INK], ["M25 18H9l-7 5 7 5h16z", INK]];
  return xml(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: String(size), height: String(size), viewBox: `0 0 ${size} ${size}` },
    xml("rect", { width: String(size), height: String(size), fill: GROUND }),
    xml("g", { transform: `translate(${edge} ${edge}) scale(${scale.toFixed(4)})` }, ...paths.map(([d, fill]) => xml("path", { d, fill }))),
  );
}
