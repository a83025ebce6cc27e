/**
 * The picture that stands beside a shared link: the name, what the site is about, and the route map.
 *
 * Drawn by day only, from the same network as the map on the home page; whoever shows it knows no
 * style sheet, so its colours stand in it.
 */
import { geographies } from "../_includes/map/geography.ts";
import { drawLines, drawNodes } from "../_includes/map/drawing.ts";
import type { DrawnLine, DrawnNode } from "../_includes/map/drawing.ts";
import { brokenInto } from "../_includes/map/label.ts";
import type { Graph } from "../_includes/data.ts";
import { linesOf, nodesOf } from "../_includes/reading/lines.ts";
import type { Site } from "../site.ts";
import { xml } from "./xml.ts";
import type { Xml } from "./xml.ts";

/** As every service that shows one advises. */
export const imageSize = { width: 1200, height: 630 } as const;

const GROUND = "#fbfaf7";
const INK = "#1b2129";
/** By the order of the lines, as in `accents.css`. */
const COLOURS = ["#8b3f03", "#3e5e0e", "#075a8e"];
const FONT = "Overpass";
const TITLE_CHARACTERS = 26;

export function shareImage(graph: Graph, { name }: Site): Xml {
  const { width, height } = imageSize;
  const title = graph.pages.find(({ url }) => url === "/")?.title ?? "";
  return xml(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}`, "font-family": FONT, "font-weight": "800" },
    xml("rect", { width: String(width), height: String(height), fill: GROUND }),
    signpost(),
    text(name, 128, 107, 48, "start", INK),
    ...brokenInto(title, TITLE_CHARACTERS).map((line, index) => text(line, 64, 206 + index * 72, 64, "start", INK)),
    ...network(graph),
  );
}

/** Every text of the picture, for a font that holds no more. */
export function charactersIn(node: Xml | string): string {
  return typeof node === "string" ? node : node.children.map(charactersIn).join("");
}

function signpost(): Xml {
  const paths = ["M14 0h4v36h-4z", "M10 4h15l6 5-6 5H10z", "M22 17H7l-6 5 6 5h15z"];
  return xml("g", { transform: "translate(64 58) scale(1.6)" }, ...paths.map((d, index) => xml("path", { d, fill: index === 0 ? "#ae022b" : INK })));
}

/** The map is lower here than it is on a page. */
const [FLATTER, TOP] = [0.6, 306];

/** Below the title, from edge to edge. */
function network(graph: Graph): readonly Xml[] {
  const [map] = geographies;
  const lines = linesOf(graph);
  const nodes = drawNodes(map, nodesOf(graph), lines);
  const drawn = drawLines(map, nodes, lines);
  return [xml("g", { transform: `translate(0 ${TOP}) scale(1 ${FLATTER})` }, ...drawn.map((line) => linePath(line, lines.indexOf(line.line)))), ...nodes.map(nodeSign)];
}

function linePath({ path, line }: DrawnLine, index: number): Xml {
  const stroke = COLOURS[index % COLOURS.length] ?? INK;
  const dashes: Readonly<Record<string, string>> = line.pattern === "dashed" ? { "stroke-dasharray": "18 6" } : {};
  // It begins and ends along the same axis, so that both ends can be drawn on.
  const d = `${path.replace(/^M\d+/, "M-10")}H${imageSize.width + 10}`;
  return xml("path", { d, fill: "none", stroke, "stroke-width": "10", ...dashes });
}

function nodeSign({ theme, stops, place }: DrawnNode): Xml {
  const ys = stops.map(({ y }) => y);
  const middle = ys.length === 0 ? place.y : (Math.min(...ys) + Math.max(...ys)) / 2;
  const [x, y] = [place.x, Math.round(middle * FLATTER + TOP)];
  return xml("g", {}, xml("circle", { cx: String(x), cy: String(y), r: "26", fill: INK, stroke: GROUND, "stroke-width": "5" }), text(String(theme.data.volgorde), x, y + 11, 30, "middle", GROUND));
}

function text(content: string, x: number, y: number, size: number, anchor: "start" | "middle", fill: string): Xml {
  return xml("text", { x: String(x), y: String(y), "font-size": String(size), "text-anchor": anchor, fill }, content);
}
