/**
 * The route map as shapes: where each line runs, and where on it each stop lies.
 *
 * Pure geometry over the places of `geography.ts` and the stops of the relations.
 */
import type { Line, Role, Theme } from "../reading/lines.ts";
import type { Geography, NodePlace, Point } from "./geography.ts";

export interface DrawnLine {
  readonly line: Line;
  /** The `d` of an SVG path. */
  readonly path: string;
  /** The head of the arrow with which the line leaves the map. */
  readonly head: string;
}

export interface DrawnStop extends Point {
  readonly line: Line;
  readonly role: Role;
}

export interface DrawnNode {
  readonly theme: Theme;
  readonly place: NodePlace;
  readonly stops: readonly DrawnStop[];
}

const CORNER = 22;

/** The nodes that have a place on the map, each with its stops side by side. */
export function drawNodes(map: Geography, themes: readonly Theme[], lines: readonly Line[]): readonly DrawnNode[] {
  return themes.flatMap((theme) => {
    const place = map.nodes[theme.data.volgorde];
    return place === undefined ? [] : [{ theme, place, stops: stopsSideBySide(map, place, theme, lines) }];
  });
}

export function drawLines(map: Geography, nodes: readonly DrawnNode[], lines: readonly Line[]): readonly DrawnLine[] {
  return lines.flatMap((line, index) => {
    const start = map.lines[index]?.start;
    const stops = nodes.flatMap((node) => node.stops.filter((stop) => stop.line === line));
    if (start === undefined || stops.length === 0) return [];
    const along = [...stops].sort((a, b) => a[map.along] - b[map.along]);
    const last = along.at(-1) ?? start;
    const end = { ...point(last), [map.along]: map.end - 8 };
    return [{ line, path: pathThrough([start, ...along, end], map.along), head: headAt(end, map.along) }];
  });
}

function stopsSideBySide(map: Geography, place: Point, theme: Theme, lines: readonly Line[]): readonly DrawnStop[] {
  const here = lines.flatMap((line) => {
    const stop = line.stops.find((each) => each.theme.id === theme.id);
    return stop === undefined ? [] : [{ line, role: stop.role }];
  });
  const across = map.along === "x" ? "y" : "x";
  return here.map((stop, index) => {
    const offset = (index - (here.length - 1) / 2) * map.gap;
    return { ...stop, ...point(place), [across]: place[across] + offset };
  });
}

/** Straight on at every stop; before the next stop one slanted piece with round corners. */
function pathThrough(points: readonly Point[], along: "x" | "y"): string {
  const bends = points.flatMap((from, index) => {
    const to = points[index + 1];
    return to === undefined ? [point(from)] : [point(from), ...bendBetween(from, to, along)];
  });
  const [first, ...rest] = bends;
  if (first === undefined) return "";
  return `M${first.x} ${first.y}` + rest.map((at, index) => corner(bends[index] ?? first, at, rest[index + 1])).join("");
}

function bendBetween(from: Point, to: Point, along: "x" | "y"): readonly Point[] {
  const across = along === "x" ? "y" : "x";
  const rise = Math.abs(to[across] - from[across]);
  if (rise === 0) return [];
  const room = to[along] - from[along] - 2 * CORNER;
  const run = Math.min(rise, Math.max(room, 0));
  const end = to[along] - CORNER;
  const bend = (at: Point, place: number): Point => ({ ...point(at), [along]: Math.round(place) });
  return [bend(from, end - run), bend(to, end)];
}

/** A line to a point that turns there with a round corner, or ends there. */
function corner(from: Point, at: Point, to: Point | undefined): string {
  if (to === undefined) return `L${at.x} ${at.y}`;
  const before = towards(at, from);
  const after = towards(at, to);
  return `L${before.x} ${before.y}Q${at.x} ${at.y} ${after.x} ${after.y}`;
}

function towards(at: Point, other: Point): Point {
  const length = Math.hypot(other.x - at.x, other.y - at.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: Math.round(at.x + (other.x - at.x) * share), y: Math.round(at.y + (other.y - at.y) * share) };
}

function headAt({ x, y }: Point, along: "x" | "y"): string {
  return along === "x" ? `M${x - 4} ${y - 9}l12 9-12 9z` : `M${x - 9} ${y - 4}l9 12 9-12z`;
}

function point({ x, y }: Point): Point {
  return { x, y };
}
