/** Citations lead to sources that exist. */
import type { Token } from "markdown-it";
import type { Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { CitationLink } from "./markdown/render.ts";
import type { ContentGraph, Page } from "./model.ts";
import { nearestTo } from "./nearest.ts";
import type { SiteContext } from "./options.ts";
import type { Register } from "./references.ts";

/** Names every citation to nothing, and to a draft when publishing. */
export function problemsOfCitations(entry: Entry, { byId, unread }: Register, { citedKind, publish, m }: SiteContext): Problem[] {
  if (citedKind === undefined || unread.has(citedKind.name)) return [];
  // Only a wrong citation needs them, and this is asked for every page.
  const names = (): readonly string[] => [...byId.values()].filter(({ kind }) => kind === citedKind).map(({ name }) => name);
  return (entry.body?.citations ?? []).flatMap(({ name, place }): Problem[] => {
    const source = byId.get(`${citedKind.name}:${name}`);
    const base = { ...place, level: "error", got: name } as const;
    if (source === undefined) {
      const nearest = nearestTo(name, names());
      return [{ ...base, rule: "unknown-source", expected: m.knownSource(citedKind.name), ...(nearest === undefined ? {} : { nearest }) }];
    }
    const isHidden = publish && source.draft && !entry.draft;
    return isHidden ? [{ ...base, rule: "draft-source", expected: m.publishedPage, remedy: m.publishedPageRemedy }] : [];
  });
}

/** What each citation of a page shows; the graph counted them in the same order. */
export function citationLinks(entry: Entry, page: Page, graph: ContentGraph, { href, citedKind }: SiteContext): ReadonlyMap<Token, readonly CitationLink[]> {
  const links = new Map<Token, CitationLink[]>();
  const rest = [...page.citations];
  for (const { token, name } of entry.body?.citations ?? []) {
    const source = graph.page(`${citedKind?.name}:${name}`);
    if (source === undefined) continue;
    const citation = rest.shift();
    if (citation !== undefined) append(links, token, { citation, source, href: href(source.url) });
  }
  return links;
}
