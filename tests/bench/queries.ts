/**
 * Questions made by rule from the titles of any Dutch site, in nine classes, with the pages that
 * must answer them.
 *
 * Targets of a question are all pages whose title holds what was asked, in any form; a question with
 * more than five of them tells nothing and is left out. The same pages give the same questions.
 */
import { random } from "../search/random.ts";
import { cutter } from "./compound.ts";
import type { Dutch } from "./dutch.ts";
import { type Make, rules } from "./rules.ts";
import { bare, wordsOf } from "./text.ts";

export const queryClasses = ["exact", "inflection", "part", "compound", "split", "typo", "diacritics", "prefix", "hyphen"] as const;
export type QueryClass = (typeof queryClasses)[number];

export interface QueryPage {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

export interface Query {
  readonly class: QueryClass;
  readonly query: string;
  /** Addresses; any of them is right. */
  readonly targets: readonly string[];
  /** What it was made of. */
  readonly note: string;
}

/** What the rules look things up in. */
export interface Site {
  readonly pages: readonly QueryPage[];
  readonly dutch: Dutch;
  readonly cut: ReturnType<typeof cutter>;
  /** Bare words of titles, and the places of the pages that have them. */
  readonly titles: ReadonlyMap<string, ReadonlySet<number>>;
  /** Bare words of titles and headings, likewise. */
  readonly headings: ReadonlyMap<string, ReadonlySet<number>>;
  /** Bare words of titles and texts, likewise. */
  readonly texts: ReadonlyMap<string, ReadonlySet<number>>;
  /** In how many pages each bare word stands. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** More targets than this, and any search would find one. */
export const maxTargets = 5;

/** @param perClass - Questions of each class at most; they are drawn evenly from all that the rule gives. */
export function makeQueries(pages: readonly QueryPage[], dutch: Dutch, perClass = 60): readonly Query[] {
  const site = siteOf(pages, dutch);
  return queryClasses.flatMap((name) => drawn(rules[name](site), perClass).map(({ query, targets, note }): Query =>
    ({ class: name, query, note, targets: [...targets].sort((a, b) => a - b).map((place) => pages[place]?.url ?? "") })));
}

function siteOf(pages: readonly QueryPage[], dutch: Dutch): Site {
  const titles = new Map<string, Set<number>>();
  const headings = new Map<string, Set<number>>();
  const texts = new Map<string, Set<number>>();
  pages.forEach((page, place) => {
    for (const word of wordsOf(page.title)) note(titles, bare(word), place);
    for (const word of wordsOf(`${page.title} ${page.sections.map(({ heading }) => heading).join(" . ")}`)) note(headings, bare(word), place);
    for (const word of new Set(wordsOf(`${page.title} ${page.text}`).map(bare))) note(texts, word, place);
  });
  const vocabulary = new Map([...texts].map(([word, places]) => [word, places.size]));
  return { pages, dutch, cut: cutter(dutch), titles, headings, texts, vocabulary };
}

function note(index: Map<string, Set<number>>, word: string, place: number): void {
  const known = index.get(word);
  if (known) known.add(place);
  else index.set(word, new Set([place]));
}

/** Without repeats and without questions that have no or too many answers; in an order of its own, the surest sources first. */
function drawn(made: Iterable<Make>, count: number): readonly Make[] {
  const unique = new Map<string, Make>();
  for (const one of made) if (one.targets.size > 0 && one.targets.size <= maxTargets && !unique.has(one.query)) unique.set(one.query, one);
  const next = random(unique.size + 1);
  return [...unique.values()]
    .map((one) => ({ one, key: (one.rank ?? 0) * 1_000_000 + next(1_000_000) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ one }) => one);
}
