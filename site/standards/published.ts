/** The pages that machines are told of, and when each last changed. */
import { allPages, relatedTo } from "../_includes/data.ts";
import type { AnyPage, Graph } from "../_includes/data.ts";
import { checkedOn } from "../_includes/reading/summary.ts";

/** Pages of their own, by address; no drafts, not the page for an address that leads nowhere. */
export function publishedPages(graph: Graph): readonly AnyPage[] {
  return allPages(graph).filter(isPublished).sort((a, b) => (a.url < b.url ? -1 : 1));
}

export function isPublished({ draft, url }: AnyPage): boolean {
  return !draft && !url.includes("#") && url !== "/404.html";
}

/** The last day on which somebody wrote or checked the page: `2026-11-23`. */
export function changedOn(graph: Graph, page: AnyPage): string | undefined {
  const changes = relatedTo(graph, page, "wijzigingen").flatMap(({ page: change }) => (change.kind === "wijziging" ? [change.data.datum] : []));
  return [checkedOn(page), ...changes].filter((date) => date !== undefined).sort().at(-1);
}
