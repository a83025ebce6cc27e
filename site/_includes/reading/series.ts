/** Pages that are read in an order: those of one folder that have a number. */
import type { AnyPage, Graph, Here, PageOf } from "../data.ts";

export interface Beside {
  readonly previous?: AnyPage;
  readonly next?: AnyPage;
}

export function besideInSeries({ page, graph }: Here): Beside {
  const series = page.kind === "uitleg" ? seriesOf(page, graph) : [];
  const at = series.findIndex(({ id }) => id === page.id);
  if (at < 0) return {};
  const [previous, next] = [series[at - 1], series[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** The explainers that lie beside this one, by their number; those without one come last, by name. */
export function seriesOf(page: PageOf<"uitleg">, graph: Graph): readonly PageOf<"uitleg">[] {
  return inSeries(graph).filter(({ url }) => partOf(url) === partOf(page.url));
}

/** All explainers, in the order of their numbers. */
export function inSeries(graph: Graph): readonly PageOf<"uitleg">[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...graph.ofKind("uitleg")].sort((a, b) => (a.data.volgorde ?? last) - (b.data.volgorde ?? last));
}

/** `/uitleg/x-curve/` -> `uitleg`. */
function partOf(url: string): string {
  return url.split("/")[1] ?? "";
}
