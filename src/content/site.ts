/**
 * All files of a site into its pages and their graph, or every problem of every page.
 *
 * Read, validate, relate: the one path that a build, a served site and `check` share.
 */
import type { Problem } from "../problem.ts";
import { addressesOf, isRendered, placeOfAddress } from "./addresses.ts";
import { citationLinks, problemsOfCitations } from "./citations.ts";
import { cyclesIn } from "./cycles.ts";
import type { Entry, SourceFile } from "./entries.ts";
import { readEntries } from "./entries.ts";
import { problemsOfFormerAddresses } from "./formerAddresses.ts";
import { graphOf } from "./graph.ts";
import { resolveLinks } from "./links.ts";
import { renderMarkdown } from "./markdown/render.ts";
import type { ContentGraph, Page } from "./model.ts";
import { collidingFiles, duplicateIds } from "./names.ts";
import type { SiteContext } from "./options.ts";
import { registerOf, relationsOf } from "./references.ts";
import type { Relation } from "./references.ts";
import { sortProblems } from "./report.ts";
import { problemsOfRules } from "./siteRules.ts";
import { targetsOf } from "./targets.ts";
import type { Targets } from "./targets.ts";
import { termLinks, termsIn } from "./terms.ts";
import type { FoundTerms } from "./terms.ts";

/** A page that becomes a file of its own. */
export interface RenderedPage {
  readonly page: Page;
  readonly layout: string;
  /** The body as HTML. */
  readonly render: () => string;
}

export interface Site {
  readonly graph: ContentGraph;
  /** By path below the input; drafts are missing when publishing. */
  readonly rendered: ReadonlyMap<string, RenderedPage>;
  /** By file, line and column. */
  readonly problems: readonly Problem[];
  /** What the tools of editors look at. */
  readonly parts: SiteParts;
}

/** The site as it is written: entries, and what leads from one to another. */
export interface SiteParts {
  /** Also those that could not be read whole. */
  readonly entries: readonly Entry[];
  readonly relations: readonly Relation[];
  readonly targets: Targets;
}

/** Never throws on content; the functions of the site's kinds may. */
export function readSite(sources: readonly SourceFile[], context: SiteContext): Site {
  const colliding = collidingFiles(sources, context.m);
  const collided = new Set(colliding.map(({ file }) => file));
  // Of a file that collides only the name counts: what leads to it needs no problem of its own.
  const readable = sources.map(({ text, ...source }) => (text === undefined || collided.has(source.file) ? source : { ...source, text }));
  const read = readable.map((source) => readEntries(source, context));
  const all = read.flatMap(({ entries }) => entries);
  const duplicates = duplicateIds(all.filter(({ file }) => !collided.has(file)), context.m);
  const register = registerOf(all, read.flatMap(({ unread }) => (unread === undefined ? [] : [unread.name])));
  const entries = [...register.byId.values()];
  const relating = entries.map((entry) => relationsOf(entry, register, context));
  const relations = relating.flatMap((each) => each.relations);
  const shown = context.publish ? entries.filter(({ draft }) => !draft) : entries;
  const addresses = addressesOf(entries, relations, context);
  const terms = termsIn(shown, addresses.urlOf, relations);
  const graph = graphOf(shown, addresses.urlOf, relations, register, terms, context);
  const targets = targetsOf(entries, addresses.urlOf, register, context);
  const isSound = entries.every(({ data }) => data !== undefined) && relating.every((each) => each.problems.length === 0);
  const problems = [
    ...colliding,
    ...read.flatMap((each) => each.problems),
    ...duplicates,
    ...relating.flatMap((each) => each.problems),
    ...addresses.problems,
    ...problemsOfFormerAddresses(entries, addresses.urlOf, context),
    ...cyclesIn(relations, context.m),
    ...partsWithoutPage(entries, targets, context),
    ...entries.flatMap((entry) => [...problemsOfCitations(entry, register, context), ...resolveLinks(entry, targets, context)]),
    // A rule of the site's own may count on what has gone wrong already.
    ...(isSound ? shown.flatMap((entry) => problemsOfRules(entry, graph)) : []),
  ];
  const parts = { entries, relations, targets };
  return { graph, rendered: renderedPages(shown, graph, terms, context), problems: sortProblems(problems), parts };
}

function renderedPages(entries: readonly Entry[], graph: ContentGraph, terms: FoundTerms, context: SiteContext): ReadonlyMap<string, RenderedPage> {
  const rendered = new Map<string, RenderedPage>();
  for (const entry of entries) {
    const page = graph.page(entry.id);
    const { layout } = entry.kind;
    if (page === undefined || layout === undefined || !isRendered(entry)) continue;
    const render = (): string => renderMarkdown(
      context.md,
      entry.body?.tokens ?? [],
      { citations: citationLinks(entry, page, graph, context), terms: termLinks(terms.get(entry) ?? [], graph, context) },
      context.m,
    );
    rendered.set(entry.path, { page, layout, render });
  }
  return rendered;
}

/** An entry at `/bronnen/#dd-over` needs a page `/bronnen/`; said once for each such page. */
function partsWithoutPage(entries: readonly Entry[], { urlOf, byUrl }: Targets, { m }: SiteContext): Problem[] {
  const missing = new Map<string, Entry>();
  for (const entry of entries) {
    const [page = "", fragment] = (urlOf.get(entry) ?? "").split("#");
    if (fragment !== undefined && !byUrl.has(page) && !missing.has(page)) missing.set(page, entry);
  }
  return [...missing].map(([page, entry]) => (
    { ...placeOfAddress(entry), rule: "no-page-at-address", level: "error", expected: m.existingTarget, got: page }
  ));
}
