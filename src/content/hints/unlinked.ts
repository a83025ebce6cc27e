/**
 * Hints on pages that nothing leads to: no link in a text, no relation, no use of a term.
 *
 * What a layout lists does not count: a reader of an overview chooses among titles, and a page that no
 * other page mentions is easily never chosen. Kinds that a menu leads to are left out.
 */
import type { Problem } from "../../problem.ts";
import { isRendered } from "../addresses.ts";
import type { Entry } from "../entries.ts";
import { linkedEntry } from "../links.ts";
import type { Messages } from "../messages.ts";
import type { ContentGraph } from "../model.ts";
import type { SiteParts } from "../site.ts";

export function unlinkedPages({ entries, relations, targets }: SiteParts, graph: ContentGraph, m: Messages): Problem[] {
  const linked = new Set<Entry>();
  for (const { from, to, rule } of relations) {
    linked.add(to);
    // The inverse is shown on the other page, and leads back.
    if (rule.inverse !== undefined) linked.add(from);
  }
  for (const entry of entries) {
    const led = (entry.body?.links ?? []).map((link) => linkedEntry(link, entry, targets));
    for (const to of led) if (to !== undefined && to !== entry) linked.add(to);
  }
  return entries.filter((entry) => isWanting(entry) && !linked.has(entry) && !isTermInUse(entry, graph)).map(({ file, id }): Problem => (
    { file, line: 1, column: 1, rule: "unlinked-page", level: "hint", expected: m.linkedPage, got: id, remedy: m.linkedPageRemedy }
  ));
}

function isWanting(entry: Entry): boolean {
  return isRendered(entry) && entry.kind.inMenu !== true && !entry.draft;
}

function isTermInUse({ id }: Entry, graph: ContentGraph): boolean {
  const page = graph.page(id);
  return page !== undefined && graph.usedBy(page).length > 0;
}
