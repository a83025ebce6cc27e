/** What lies around a page: above it, beside it and after it. */
import { relatedTo } from "../data.ts";
import type { AnyPage, Graph, Here, PageOf } from "../data.ts";
import { byRole, linesOf, stopsAt } from "./lines.ts";

const MIN_ARMS = 2;
const MAX_ARMS = 4;

/** The pages above this one, the highest first, without home: an overview, then what it holds. */
export function trailOf({ page, graph }: Here): readonly AnyPage[] {
  // Kinds whose pages may stand above others: few, so that looking through all of them is cheap.
  const above = [...graph.ofKind("overzicht"), ...graph.ofKind("pagina"), ...graph.ofKind("thema"), ...graph.ofKind("uitleg")];
  return above
    .filter(({ url }) => url !== "/" && url !== page.url && !url.includes("#") && page.url.startsWith(url))
    .sort((a, b) => a.url.length - b.url.length);
}

/** Two to four ways on: what the editor named, then what the relations give, then what follows. */
export function onwardOf({ page, graph }: Here): readonly AnyPage[] {
  const near = [...relatedPages(page, graph), ...alongLines(page, graph), ...next(page, graph)];
  const others = (pages: readonly AnyPage[]): readonly AnyPage[] => unique(pages).filter(({ id }) => id !== page.id);
  const arms = others(near);
  if (arms.length >= MIN_ARMS) return arms.slice(0, MAX_ARMS);
  return others([...arms, ...graph.ofKind("overzicht")]).slice(0, MAX_ARMS);
}

/** Pages that the editor named and that found no place on the signpost. */
export function alsoReadOf(here: Here): readonly AnyPage[] {
  const arms = new Set(onwardOf(here).map(({ id }) => id));
  return relatedPages(here.page, here.graph).filter(({ id }) => !arms.has(id));
}

/** Terms that this page names, and those that send their readers here. */
export function termsOf({ page, graph }: Here): readonly PageOf<"begrip">[] {
  const named = [...relatedTo(graph, page, "begrippen"), ...relatedTo(graph, page, "verwant")].map((relation) => relation.page);
  const leading = graph.ofKind("begrip").filter((term) => relatedTo(graph, term, "zie").some((relation) => relation.page.id === page.id));
  return unique([...named.flatMap((each) => (each.kind === "begrip" ? [each] : [])), ...leading]);
}

function relatedPages(page: AnyPage, graph: Graph): readonly AnyPage[] {
  const pages = relatedTo(graph, page, "verwant").map((relation) => relation.page);
  return pages.filter(({ url }) => !url.includes("#"));
}

function alongLines(page: AnyPage, graph: Graph): readonly AnyPage[] {
  if (page.kind === "thema") return stopsAt(graph, page).map(({ line }) => line.transition);
  const line = linesOf(graph).find(({ transition }) => transition.id === page.id);
  return byRole(line?.stops ?? []).map(({ theme }) => theme);
}

/** The explainers that come after this one; after the last comes the first. */
function next(page: AnyPage, graph: Graph): readonly AnyPage[] {
  const siblings = page.kind === "uitleg" ? inSeries(graph) : [];
  const at = siblings.findIndex(({ id }) => id === page.id);
  return at < 0 ? [] : [...siblings.slice(at + 1), ...siblings.slice(0, at)];
}

/** Explainers by their number; those without one come last, by name. */
export function inSeries(graph: Graph): readonly PageOf<"uitleg">[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...graph.ofKind("uitleg")].sort((a, b) => (a.data.volgorde ?? last) - (b.data.volgorde ?? last));
}

function unique<P extends AnyPage>(pages: readonly P[]): readonly P[] {
  return [...new Map(pages.map((page) => [page.id, page])).values()];
}
