/** What lies around a page: above it, beside it and after it. */
import { relatedTo } from "../data.ts";
import type { AnyPage, Here, PageOf } from "../data.ts";
import { byRole, linesOf, stopsAt } from "./lines.ts";
import { besideInSeries } from "./series.ts";

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

/** Two to four ways on: what the editor named, then what the relations give, then what follows in a series. */
export function onwardOf(here: Here): readonly AnyPage[] {
  const { page } = here;
  const named = relatedPages(here, "verwant");
  const { next } = besideInSeries(here);
  const near = [...named, ...alongLines(here), ...belongingTo(here), ...relatedPages(here, "aanbevolen"), ...(next === undefined ? [] : [next])];
  const others = (pages: readonly AnyPage[]): readonly AnyPage[] => unique(pages).filter(({ id }) => id !== page.id);
  const arms = others(near);
  if (arms.length >= MIN_ARMS) return arms.slice(0, MAX_ARMS);
  return others([...arms, ...overviewsAfter(here)]).slice(0, MAX_ARMS);
}

/** All overviews, beginning after this page: so each leads on to others. */
function overviewsAfter({ page, graph }: Here): readonly AnyPage[] {
  const all = graph.ofKind("overzicht");
  const next = all.findIndex(({ id }) => id === page.id) + 1;
  return [...all.slice(next), ...all.slice(0, next)];
}

/** Pages that the editor named and that found no place on the signpost. */
export function alsoReadOf(here: Here): readonly AnyPage[] {
  const arms = new Set(onwardOf(here).map(({ id }) => id));
  return relatedPages(here, "verwant").filter(({ id }) => !arms.has(id));
}

/** Terms that the text of this page uses, those that it names, and those that send their readers here. */
export function termsOf({ page, graph }: Here): readonly PageOf<"begrip">[] {
  const used = page.terms.map(({ term }) => graph.page(term) as AnyPage | undefined).filter((term) => term !== undefined);
  const named = ["begrippen", "verwant", "woorden"].flatMap((relation) => relatedTo(graph, page, relation)).map((related) => related.page);
  return unique([...used, ...named].flatMap((each) => (each.kind === "begrip" ? [each] : [])));
}

/** The pages that a relation, or the inverse of one, leads to: not the entries of a list. */
export function relatedPages({ page, graph }: Here, relation: string): readonly AnyPage[] {
  const pages = relatedTo(graph, page, relation).map((related) => related.page);
  return unique(pages).filter(({ url }) => !url.includes("#"));
}

/** What lies at hand when the editor named little: the lines of the page, and what it belongs to. */
function alongLines({ page, graph }: Here): readonly AnyPage[] {
  if (page.kind === "thema") return stopsAt(graph, page).map(({ line }) => line.transition);
  const line = linesOf(graph).find(({ transition }) => transition.id === page.id);
  return byRole(line?.stops ?? []).map(({ theme }) => theme);
}

/** What a page is a part of, or an example of. */
function belongingTo(here: Here): readonly AnyPage[] {
  return ["thema", "themas", "onderdeelVan", "zie", "opvolgerVan", "instrumenten"].flatMap((relation) => relatedPages(here, relation));
}

export function unique<P extends AnyPage>(pages: readonly P[]): readonly P[] {
  return [...new Map(pages.map((page) => [page.id, page])).values()];
}
