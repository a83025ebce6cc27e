/**
 * Themes and transitions as a network: a theme is a node, a transition a line, a role a kind of stop.
 *
 * The map, the strip on a theme page and the route on a transition page all read it from here, so
 * that picture and text cannot differ.
 */
import { roleWords } from "../../words.ts";
import { relatedTo } from "../data.ts";
import type { AnyPage, Graph, PageOf, Relation } from "../data.ts";

export type Theme = PageOf<"thema">;
export type Transition = PageOf<"transitie">;
export type Role = keyof typeof roleWords;

export interface Stop {
  readonly theme: Theme;
  readonly transition: Transition;
  readonly role: Role;
  readonly reason: string;
}

export interface Line {
  readonly transition: Transition;
  readonly pattern: Pattern;
  /** In the order of the themes' numbers. */
  readonly stops: readonly Stop[];
}

/** Lines differ in pattern as well as in colour: colour alone never carries meaning. */
export const patterns = ["solid", "dashed", "double"] as const;
export type Pattern = (typeof patterns)[number];

/** All lines in the order of the transitions. */
export function linesOf(graph: Graph): readonly Line[] {
  return byOrder(graph.ofKind("transitie")).map((transition, index) => ({
    transition,
    pattern: patterns[index % patterns.length] ?? "solid",
    stops: stopsOf(graph, transition),
  }));
}

export function lineOf(graph: Graph, transition: Transition): Line | undefined {
  return linesOf(graph).find((line) => line.transition.id === transition.id);
}

/** Themes by their number. */
export function nodesOf(graph: Graph): readonly Theme[] {
  return byOrder(graph.ofKind("thema"));
}

/** The stops at one node, in the order of the lines. */
export function stopsAt(graph: Graph, theme: Theme): readonly { readonly line: Line; readonly stop: Stop }[] {
  return linesOf(graph).flatMap((line) => {
    const stop = line.stops.find((each) => each.theme.id === theme.id);
    return stop === undefined ? [] : [{ line, stop }];
  });
}

/** Stops with the leading role first, each role in the order of the themes' numbers. */
export function byRole(stops: readonly Stop[]): readonly Stop[] {
  const rank = Object.keys(roleWords);
  return [...stops].sort((a, b) => rank.indexOf(a.role) - rank.indexOf(b.role));
}

/** The class that gives a page, and what is drawn of it, its colour: `accent-thema-energie`. */
export function accentOf(page: AnyPage): string {
  return `accent-${page.kind}-${page.slug}`;
}

/** The colour of a page that has none of its own: that of the theme, or else the transition, that it belongs to. */
export function accentIn(graph: Graph, page: AnyPage): string {
  if (page.kind === "thema" || page.kind === "transitie") return accentOf(page);
  const above = ["thema", "themas", "transities"].flatMap((relation) => relatedTo(graph, page, relation));
  return accentOf(above[0]?.page ?? page);
}

function stopsOf(graph: Graph, transition: Transition): readonly Stop[] {
  const stops = relatedTo(graph, transition, "themas").flatMap((related) => stopOf(transition, related));
  return stops.sort((a, b) => a.theme.data.volgorde - b.theme.data.volgorde);
}

function stopOf(transition: Transition, { page, data }: Relation): readonly Stop[] {
  const role = data["rol"];
  if (page.kind !== "thema" || typeof role !== "string" || !isRole(role)) return [];
  return [{ theme: page, transition, role, reason: String(data["reden"] ?? "") }];
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roleWords, role);
}

function byOrder<P extends Theme | Transition>(pages: readonly P[]): readonly P[] {
  return [...pages].sort((a, b) => a.data.volgorde - b.data.volgorde);
}
