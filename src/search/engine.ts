/**
 * Answers a question: reads it, fetches the shards it needs, lets Lunr rank, fetches what is shown.
 *
 * The same code runs in the browser, in the command line and in the tests; only `load` differs.
 */
import { countBits, partShift } from "./bits.ts";
import { type Candidate, fieldsOf, pick, type Sum, sum } from "./candidates.ts";
import { isNearnessAsked, lookCloser, lookedAt } from "./closer.ts";
import { type PageExcerpt, partOf } from "./excerpt.ts";
import { expand, withPartBits, type Sought, stemsOf } from "./expand.ts";
import type { Stemming } from "./language.ts";
import { type CharacterTable, characterTable, words as wordsOf } from "./normalise.ts";
import { isStopWord, readQuestion, type Question, type QuestionWord } from "./question.ts";
import { type Asked, mostWorth, rank, titleTier, worth } from "./rank.ts";
import { idf } from "./weights.ts";
import { ask, lunrIndexOf } from "./slice.ts";
import { type Marker, marker } from "./spot.ts";
import type { Store } from "./store.ts";
import { widen } from "./widen.ts";

/** Pages that Lunr ranks; a reader never looks further. */
const maxRanked = 50;

export interface SearchOptions {
  /** Pages to return; 10 by default. */
  readonly limit?: number;
  /** Whether a page may be in the answer: by its slot in the table of facets. */
  readonly allow?: (slot: number) => boolean;
}

export interface Hit {
  readonly slot: number;
  /** Lunr's score for the page's best section. */
  readonly score: number;
  /** Ordinals of the documents that matched in the excerpt's part of the page, the best first. */
  readonly ordinals: readonly number[];
  readonly excerpt: PageExcerpt;
}

export interface Answer {
  readonly question: Question;
  /** One for each page, best first. */
  readonly hits: readonly Hit[];
  /** How many pages match. */
  readonly total: number;
  /** Slots of all pages that match, for counts by facet. */
  readonly slots: readonly number[];
  /** The question as it was understood, when a typing error was mended. */
  readonly corrected?: string;
  /** The terms that were looked up, with their weights. */
  readonly sought: readonly Sought[];
  /** Finds the words of the question in a text. */
  readonly mark: Marker;
  /** Files that could not be had: the answer may lack pages. */
  readonly failures: readonly string[];
}

export interface Engine {
  search(text: string, options?: SearchOptions): Promise<Answer>;
  readonly store: Store;
}

/** @param table - Pass one table for many engines; it learns each character once. */
export function openEngine(store: Store, stemmings: readonly Stemming[], table: CharacterTable = characterTable()): Engine {
  return { store, search: (text, options = {}) => search(store, stemmings, table, text, options) };
}

async function search(store: Store, stemmings: readonly Stemming[], table: CharacterTable, text: string, { limit = 10, allow }: SearchOptions): Promise<Answer> {
  const question = readQuestion(text, table);
  const { words, merged, parts, replaced, without } = await understand(question, stemmings, store);
  const mark = marker(merged, stemmings, table);
  const sums = sum(merged, store.postings, store.manifest.documents, store.manifest.slots);
  // Who only leaves words out means all the rest, as with Lunr.
  if (words.length === 0 && question.without.length > 0) for (const document of await store.all()) sums.words[document >> 4] = 1;
  const required = requiredBits(question, words, stemmings);
  const tellingBits = bitsOf(words, (word) => !isStopWord(word, stemmings)) || bitsOf(words, () => true);
  const asked = { bits: tellingBits | ((tellingBits << partShift) & parts), weights: weightsOf(merged, store) };
  const fits = (slot: number, bits: number): boolean => !without.has(slot) && (bits & required) === required;
  // A filter narrows what is shown; its counts are told over all that match.
  const all = pick(sums, maxRanked, fits, (candidate) => rankValue(candidate, asked), rankCeiling);
  const { candidates, slots } = allow ? pick(sums, maxRanked, (slot, bits) => fits(slot, bits) && allow(slot), (candidate) => rankValue(candidate, asked), rankCeiling) : all;
  const titled = candidates.filter((candidate) => titleTier(candidate, asked) > 0).length;
  const looked = lookedAt(question, merged, titled);
  // The texts of those that will lead are on their way while Lunr ranks: by its own sums they are known already.
  for (const candidate of rank(candidates, asked).slice(0, Math.max(limit, looked))) hitOf(candidate, sums, store).catch(() => undefined);
  const order = rank(rankedByLunr(merged, candidates, store), asked);
  const ranked = order.slice(0, Math.max(limit, looked));
  const [nearness, hits] = await Promise.all([
    isNearnessAsked(question, merged) ? store.rare() : undefined,
    Promise.all(ranked.map((candidate) => hitOf(candidate, sums, store))),
  ]);
  const leading = ranked.flatMap((candidate, at) => {
    const hit = hits[at];
    return hit ? [{ hit, tier: titleTier(candidate, asked), worth: worth(candidate, asked) }] : [];
  });
  const written = question.words.map((word) => replaced.get(word) ?? word.word);
  const look = { question, sought: merged, written, whole: slotsOf(merged.filter(({ way, words }) => way === "word" && words >>> partShift !== 0), store), begun: isBegun(question, words, merged, titled > 0), mark, wordsOf: (title: string) => wordsOf(title, table) };
  store.trim();
  return {
    question, total: slots.length, slots: all.slots, sought: merged, mark, failures: store.failures(),
    hits: onePerAddress(lookCloser(leading, looked, look, nearness)).slice(0, limit),
    ...(replaced.size === 0 ? {} : { corrected: [...replaced].reduce((text, [{ typed }, meant]) => text.replace(typed, () => meant), question.text.trim()) }),
  };
}

/** The terms that a question leads to, each once; their shards are here then. */
async function understand(question: Question, stemmings: readonly Stemming[], store: Store) {
  const words = telling(question, stemmings);
  const found = await expand(words, question.words, stemmings, store);
  const { sought: widened, replaced } = await widen(question, words, found, stemmings, store);
  const { sought, parts } = withPartBits(widened);
  const without = await slotsWith(question.without, stemmings, store);
  return { words, merged: mergeTerms(sought), parts, replaced, without };
}

/**
 * The words that tell something. Stop words are dropped where something else is left: *de 4 o's* is
 * about the four, *wat is dat* about nothing else. What stands between quotation marks stays. The last
 * word may be the beginning of another, so it stays, unless it is a single letter.
 */
function telling({ words, together }: Question, stemmings: readonly Stemming[]): readonly QuestionWord[] {
  const quoted = new Set(together.flat());
  const rest = words.filter((word, place) => quoted.has(place) || (word.open ? word.word.length > 1 : !isStopWord(word, stemmings)));
  return rest.some((word) => !isStopWord(word, stemmings)) ? rest : words;
}

/** A bit for each word that passes. */
const bitsOf = (words: readonly QuestionWord[], passes: (word: QuestionWord) => boolean): number =>
  words.reduce((bits, word, at) => (passes(word) ? bits | (1 << at) : bits), 0);

/** How rare each word is: as the most frequent of the terms it is found by, since a rare form of a common word tells no more. */
function weightsOf(sought: readonly Sought[], store: Store): readonly number[] {
  return Array.from({ length: 2 * partShift }, (_, at) => {
    const often = sought.filter((one) => (one.words >> at) & 1).map(({ term }) => store.postings(term)?.documentFrequency ?? 0);
    return often.length === 0 ? 0 : idf(Math.max(...often), store.manifest.documents);
  });
}

/** What must be found: the words between quotation marks, save stop words, which are not in the index where they are many. */
function requiredBits(question: Question, words: readonly QuestionWord[], stemmings: readonly Stemming[]): number {
  return question.together.flat().reduce((bits, place) => {
    const word = question.words[place];
    const at = word ? words.indexOf(word) : -1;
    return at < 0 || (word && isStopWord(word, stemmings)) ? bits : bits | (1 << at);
  }, 0);
}

/** A term may be sought for several reasons: it counts once, by the strongest, for all the words it serves. */
function mergeTerms(sought: readonly Sought[]): readonly Sought[] {
  const merged = new Map<string, Sought>();
  for (const one of sought) {
    const known = merged.get(one.term);
    const stronger = known && known.boost >= one.boost ? known : one;
    merged.set(one.term, { ...stronger, words: one.words | (known?.words ?? 0) });
  }
  return [...merged.values()];
}

async function slotsWith(words: readonly QuestionWord[], stemmings: readonly Stemming[], store: Store): Promise<ReadonlySet<number>> {
  const terms = words.flatMap(({ word }) => stemsOf(word, stemmings)).map((term) => ({ term }));
  await store.need(terms.flatMap(({ term }) => store.shardsOf(term)));
  return slotsOf(terms, store);
}

/** The pages that have any of these terms. */
const slotsOf = (terms: readonly { readonly term: string }[], store: Store): ReadonlySet<number> =>
  new Set(terms.flatMap(({ term }) => store.postings(term)?.fields.flatMap(({ documents }) => [...documents].map((document) => document >> 4)) ?? []));

/** For the choice of what Lunr ranks: a title that is the question must be among it. */
const rankValue = (candidate: Candidate, asked: Asked): number => worth(candidate, asked) + (candidate.title.words !== 0 ? candidate.best : 0);

/** That value is at most so many times the best score. */
const rankCeiling = mostWorth + 1;

/** Lunr's scores take the place of the sums; they are the same, and Lunr's word is the last. */
function rankedByLunr(sought: readonly Sought[], picked: readonly Candidate[], store: Store): readonly Candidate[] {
  const keep = new Uint8Array(store.manifest.slots);
  for (const { slot } of picked) keep[slot] = 1;
  const terms = new Map(sought.flatMap(({ term }) => {
    const postings = store.postings(term);
    return postings ? [[term, postings] as const] : [];
  }));
  const index = lunrIndexOf(terms, store.manifest.documents, (document) => keep[document >> 4] === 1);
  const clauses = sought.map(({ term, boost }) => ({ term, boost, fields: fieldsOf(term), presence: "optional" as const }));
  const scores = new Map<number, number[]>();
  for (const { document, score } of ask(index, clauses)) scores.set(document >> 4, [...(scores.get(document >> 4) ?? []), score]);
  return picked.map((candidate) => {
    const [best = 0, second = 0] = scores.get(candidate.slot) ?? [];
    return { ...candidate, best, second };
  });
}

async function hitOf({ slot, best }: Candidate, sums: Sum, store: Store): Promise<Hit | undefined> {
  const scoreOf = (ordinal: number): number => sums.scoreOf(slot, ordinal);
  // A section that holds more of the words answers better than one with a word that counts much.
  const valueOf = (ordinal: number): number => scoreOf(ordinal) * countBits(sums.togetherIn(slot, ordinal));
  const matched = Array.from({ length: 16 }, (_, ordinal) => ordinal)
    .filter((ordinal) => scoreOf(ordinal) > 0)
    .sort((a, b) => valueOf(b) - valueOf(a) || a - b);
  const first = matched[0] ?? 0;
  const excerpt = await store.excerpt(slot, first);
  return excerpt && { slot, score: best, ordinals: matched.filter((ordinal) => partOf(ordinal) === partOf(first)), excerpt };
}

/**
 * Whether the last word may go on: words before it tell where it leads, or it is no word of the site as it
 * stands. A stem tells that too while titles have it: *formulierd* is no form of *formulier* where a title begins so.
 */
function isBegun({ words }: Question, asked: readonly QuestionWord[], sought: readonly Sought[], isTitled: boolean): boolean {
  const last = words.at(-1);
  if (!last?.open) return false;
  const bit = 1 << asked.indexOf(last);
  return words.length > 1 || !sought.some(({ way, term, words }) => way === "word" && (words & bit) !== 0 && (isTitled || term === last.word));
}

function onePerAddress(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ excerpt }) => !seen.has(excerpt.url) && seen.add(excerpt.url));
}
