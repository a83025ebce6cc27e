/** The rules of a site's own kinds, once all pages are known. */
import type { Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import type { ContentGraph, PageRule, RuleFault } from "./model.ts";

export function problemsOfRules(entry: Entry, graph: ContentGraph): Problem[] {
  const page = graph.page(entry.id);
  if (page === undefined) return [];
  return entry.kind.rules.flatMap((rule) => [...rule.check(page, graph)].map((fault) => problemOf(entry, rule, fault)));
}

function problemOf(entry: Entry, rule: PageRule, { path = [], expected, got = "", nearest, remedy }: RuleFault): Problem {
  const place = entry.written?.placeOf([...entry.at, ...path]) ?? { file: entry.file, line: 1, column: 1 };
  return {
    ...place,
    rule: rule.name,
    level: rule.level ?? "error",
    expected,
    got,
    ...(nearest === undefined ? {} : { nearest }),
    ...(remedy === undefined ? {} : { remedy }),
  };
}
