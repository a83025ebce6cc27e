/** All pages and their relations, in both directions; made once, then only read. */
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { Citation, ContentGraph, Kind, Page, PageId, Related, TermUse } from "./model.ts";
import type { SiteContext } from "./options.ts";
import type { Register, Relation } from "./references.ts";
import { compare } from "./report.ts";
import type { FoundTerms } from "./terms.ts";

/** @param entries - Those that could be read; an entry without an address has no page. */
export function graphOf(
  entries: readonly Entry[],
  urlOf: ReadonlyMap<Entry, string>,
  relations: readonly Relation[],
  register: Register,
  terms: FoundTerms,
  context: SiteContext,
): ContentGraph {
  const pageOf = new Map<Entry, Page>();
  for (const entry of ordered(entries, context.kinds)) {
    const url = urlOf.get(entry);
    if (entry.data !== undefined && url !== undefined) pageOf.set(entry, pageFrom(entry, entry.data, url, register, terms, context));
  }
  const pages = Object.freeze([...pageOf.values()]);
  const byId = new Map<string, Page>(pages.map((page) => [page.id, page]));
  const related = bothWays(relations, pageOf, pages);
  const citing = pagesBy(pages, (page) => page.citations.map(({ source }) => source));
  const using = pagesBy(pages, (page) => page.terms.map(({ term }) => term));
  return Object.freeze({
    pages,
    page: (id: string) => byId.get(id),
    ofKind: ((name: string) => pages.filter(({ kind }) => kind === name)) as ContentGraph["ofKind"],
    related: (page: Page, relation: string) => related.get(page.id)?.get(relation) ?? [],
    citedBy: (source: Page) => citing.get(source.id) ?? [],
    usedBy: (term: Page) => using.get(term.id) ?? [],
  });
}

/** By kind in the order of the site, then by name; by no locale. */
function ordered(entries: readonly Entry[], kinds: readonly Kind[]): Entry[] {
  return [...entries].sort((a, b) =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.name, b.name) || compare(a.path, b.path),
  );
}

function pageFrom(entry: Entry, data: Readonly<Record<string, unknown>>, url: string, register: Register, terms: FoundTerms, context: SiteContext): Page {
  const { kind, id, name, slug, file, draft, body } = entry;
  return Object.freeze({
    kind: kind.name,
    id,
    name,
    slug,
    title: String(data[kind.titleKey] ?? name).replaceAll(/\s+/g, " ").trim(),
    url,
    file,
    draft,
    data,
    headings: (body?.headings ?? []).map(({ level, id: anchor, text }) => ({ level, id: anchor, text })),
    citations: citationsOf(entry, register, context),
    terms: (terms.get(entry) ?? []).map(({ use }): TermUse => use),
  });
}

/** Numbers sources as readers meet them; upper case keeps the anchors apart from headings. */
function citationsOf({ body }: Entry, { byId }: Register, { citedKind, publish }: SiteContext): Citation[] {
  const numbers = new Map<PageId, number>();
  const citations: Citation[] = [];
  for (const { name, asOf, place } of body?.citations ?? []) {
    const source = byId.get(`${citedKind?.name}:${name}`);
    if (source === undefined || (publish && source.draft)) continue;
    const number = numbers.get(source.id) ?? numbers.size + 1;
    numbers.set(source.id, number);
    const anchor = `Citation-${citations.length + 1}`;
    citations.push({ source: source.id, number, anchor, place, ...(asOf === undefined ? {} : { asOf }) });
  }
  return citations;
}

type RelatedByName = ReadonlyMap<string, ReadonlyMap<string, readonly Related[]>>;

function bothWays(relations: readonly Relation[], pageOf: ReadonlyMap<Entry, Page>, pages: readonly Page[]): RelatedByName {
  const found = new Map<string, Map<string, Related[]>>();
  const add = (from: Page, name: string, related: Related): void => {
    const byName = found.get(from.id) ?? new Map<string, Related[]>();
    append(byName, name, related);
    found.set(from.id, byName);
  };
  for (const { from, to, name, rule, data } of byPage(relations, pageOf, pages)) {
    const source = pageOf.get(from);
    const target = pageOf.get(to);
    if (source === undefined || target === undefined) continue;
    add(source, name, { page: target, data });
    if (rule.inverse !== undefined) add(target, rule.inverse, { page: source, data });
  }
  return found;
}

/** In page order, so that inverses are; within a page as written. */
function byPage(relations: readonly Relation[], pageOf: ReadonlyMap<Entry, Page>, pages: readonly Page[]): Relation[] {
  const position = new Map(pages.map((page, index) => [page.id, index]));
  const positionOf = ({ from }: Relation): number => position.get(pageOf.get(from)?.id ?? ("" as PageId)) ?? -1;
  return [...relations].sort((a, b) => positionOf(a) - positionOf(b));
}

/** Each page once for each of its keys, in page order. */
function pagesBy(pages: readonly Page[], keysOf: (page: Page) => readonly PageId[]): ReadonlyMap<string, readonly Page[]> {
  const found = new Map<string, Page[]>();
  for (const page of pages) {
    for (const key of new Set(keysOf(page))) append(found, key, page);
  }
  return found;
}
