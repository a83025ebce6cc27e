/** The terms that each page uses: the first mention of each in its text, which becomes a link. */
import type { Token } from "markdown-it";
import type { Entry } from "./entries.ts";
import { glossaryOf, namesIn } from "./glossary.ts";
import type { Glossary } from "./glossary.ts";
import { append } from "./grouping.ts";
import type { TermLink } from "./markdown/render.ts";
import { plainWordsIn, runningTexts } from "./markdown/term.ts";
import type { ContentGraph, PageId, TermUse } from "./model.ts";
import type { SiteContext } from "./options.ts";
import type { Relation } from "./references.ts";

export interface FoundTerm {
  readonly use: TermUse;
  readonly token: Token;
  readonly start: number;
  readonly end: number;
}

/** In the order of the text. */
export type FoundTerms = ReadonlyMap<Entry, readonly FoundTerm[]>;

/** @param entries - Those that are shown; a term without an address leads nowhere. */
export function termsIn(entries: readonly Entry[], urlOf: ReadonlyMap<Entry, string>, relations: readonly Relation[]): FoundTerms {
  const terms = entries.flatMap((entry) => {
    const { kind: { term }, id, data } = entry;
    return term === undefined || data === undefined || !urlOf.has(entry) ? [] : [{ term: id, names: term.names(data) }];
  });
  if (terms.length === 0) return new Map();
  const glossary = glossaryOf(terms);
  const explained = explainedOn(relations);
  return new Map(entries.map((entry) => [entry, termsOf(entry, glossary, explained.get(entry) ?? [])]));
}

/** What each found term shows. */
export function termLinks(found: readonly FoundTerm[], graph: ContentGraph, { href }: SiteContext): ReadonlyMap<Token, readonly TermLink[]> {
  const links = new Map<Token, TermLink[]>();
  for (const { use, token, start, end } of found) {
    const term = graph.page(use.term);
    if (term !== undefined) append(links, token, { start, end, use, href: href(term.url) });
  }
  return links;
}

/** For each page the terms that it explains itself. */
function explainedOn(relations: readonly Relation[]): ReadonlyMap<Entry, readonly PageId[]> {
  const explained = new Map<Entry, PageId[]>();
  for (const { from, name, to } of relations) {
    if (from.kind.term?.explainedBy === name) append(explained, to, from.id);
  }
  return explained;
}

function termsOf({ id, body }: Entry, glossary: Glossary, explained: readonly PageId[]): readonly FoundTerm[] {
  const tokens = body?.tokens ?? [];
  const refused = plainWordsIn(tokens).flatMap((words) => namesIn(words, glossary).map(({ term }) => term));
  const used = new Set<PageId>([id, ...explained, ...refused]);
  const found: FoundTerm[] = [];
  for (const { token, inLink } of runningTexts(tokens)) {
    for (const { term, start, end } of namesIn(token.content, glossary)) {
      if (used.has(term)) continue;
      used.add(term);
      const anchor = `Term-${found.length + 1}`;
      if (!inLink) found.push({ use: { term, anchor, meaning: `${anchor}-meaning` }, token, start, end });
    }
  }
  return found;
}
