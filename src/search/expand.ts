/**
 * From the words of a question to the terms that are looked up, with a weight for each.
 *
 * A word is tried as it is, as part of a compound, as the beginning of a word while it is typed,
 * joined with its neighbour, taken apart, and, only when the site does not know it, mended.
 */
import { partShift } from "./bits.ts";
import { fieldNames } from "./field.ts";
import { type Stemming, partMark } from "./language.ts";
import type { Question, QuestionWord } from "./question.ts";
import type { Store } from "./store.ts";

/** How much a way of finding counts, beside the word itself. */
export const boosts = { word: 1, part: 0.7, joined: 1.1, related: 0.4, prefix: 0.5, goesOn: 0.1, begun: 0.1, apart: 0.4, mended: 0.8 } as const;
export type Way = keyof typeof boosts;

/** A term to look up, and the words of the question that it stands for. */
export interface Sought {
  readonly term: string;
  readonly boost: number;
  readonly way: Way;
  /** A bit for each word of the question. */
  readonly words: number;
}

export const wholeFields = fieldNames.filter((name) => name !== "titleParts" && name !== "parts");
export const partFields = fieldNames.filter((name) => name === "titleParts" || name === "parts");

/** Letters that join the parts of a Dutch compound. */
const links = ["", "s", "e", "en", "n", "er"];
const minLinked = 3;
const minPrefix = 2;
const maxPrefixShards = 4;
const maxPrefixTerms = 40;

/** The stemmings of all languages of the site: a question does not say in which it is asked. */
export const stemsOf = (word: string, stemmings: readonly Stemming[]): readonly string[] => [...new Set(stemmings.map(({ stem }) => stem(word)))];

/** A term, as a word and as part of a compound. */
export const alsoAsPart = (term: string, boost: number, way: Way, words: number): readonly Sought[] =>
  [{ term, boost, way, words }, { term: term + partMark, boost: boost * boosts.part, way, words }];

/** A word's own terms: as it stands, and as part of a compound. */
function termsOf(word: QuestionWord, bit: number, stemmings: readonly Stemming[]): Sought[] {
  const own = stemsOf(word.word, stemmings).flatMap((term): Sought[] => [
    { term, boost: boosts.word, way: "word", words: bit },
    { term: term + partMark, boost: boosts.part, way: "part", words: bit },
  ]);
  return [...own, ...word.also.flatMap((part, place) => stemsOf(part, stemmings).flatMap((term) => partTerms(term, place, bit)))];
}

const partTerms = (term: string, place: number, bit: number): readonly Sought[] => alsoAsPart(term, boosts.apart, "apart", place === 0 ? bit : bit << partShift);

/** Where words were taken apart, what holds the whole word holds its parts. */
export function withPartBits(sought: readonly Sought[]): { readonly sought: readonly Sought[]; readonly parts: number } {
  const parts = sought.reduce((bits, one) => bits | ((one.words >>> partShift) << partShift), 0);
  return { parts, sought: sought.map((one) => (one.way === "apart" ? one : { ...one, words: one.words | ((one.words << partShift) & parts) })) };
}

/** What was written with two hyphens: `end to end`. */
function tripleTerms(words: readonly QuestionWord[], all: readonly QuestionWord[], stemmings: readonly Stemming[]): Sought[] {
  return all.slice(2).flatMap((last, at) => {
    const three = [all[at], all[at + 1], last].flatMap((word) => word ?? []);
    if ((three[1]?.word.length ?? 0) > minLinked) return [];
    const bits = words.reduce((sum, word, place) => (three.includes(word) ? sum | (1 << place) : sum), 0);
    const terms = bits === 0 ? [] : stemsOf(three.map(({ word }) => word).join(""), stemmings);
    return terms.map((term): Sought => ({ term, boost: boosts.joined, way: "joined", words: bits }));
  });
}

/** `energie transitie` is looked for as `energietransitie` too. */
function joinedTerms(words: readonly QuestionWord[], all: readonly QuestionWord[], stemmings: readonly Stemming[]): Sought[] {
  const bitOf = (word: QuestionWord): number => (words.includes(word) ? 1 << words.indexOf(word) : 0);
  const own = new Set(all.flatMap(({ word }) => stemsOf(word, stemmings)));
  return all.slice(1).flatMap((right, at) => {
    const left = all[at];
    const bits = left ? bitOf(left) | bitOf(right) : 0;
    if (!left || bits === 0) return [];
    // Short words make other words with a link between them: `to end` is no `toen`.
    const joints = Math.min(left.word.length, right.word.length) < minLinked ? [""] : links;
    const terms = new Set(joints.flatMap((link) => stemsOf(left.word + link + right.word, stemmings)).filter((term) => !own.has(term)));
    return [...terms].flatMap((term) => alsoAsPart(term, boosts.joined, "joined", bits));
  });
}

/** Looks up the words of a question as they are. The terms that the site knows come back; the rest is known to be absent. */
export async function expand(words: Question["words"], all: Question["words"], stemmings: readonly Stemming[], store: Store): Promise<Sought[]> {
  const wanted = [...words.flatMap((word, at) => termsOf(word, 1 << at, stemmings)), ...joinedTerms(words, all, stemmings), ...tripleTerms(words, all, stemmings)];
  const open = words.findIndex((word) => word.open && word.word.length >= minPrefix);
  const prefix = words[open]?.word;
  const shards = wanted.flatMap(({ term }) => store.shardsOf(term));
  const range = prefix === undefined ? [] : store.shardsOf(prefix, `${prefix}\uffff`).slice(0, maxPrefixShards);
  await store.need([...shards, ...range]);
  const known = wanted.filter(({ term }) => store.postings(term));
  // A word that the site knows is rather whole than begun, save where words before it lead to a title.
  const isKnown = known.some(({ way, words }) => way === "word" && words === 1 << open);
  const way = !isKnown ? "prefix" : all.length > 1 ? "goesOn" : "begun";
  const begun = prefix === undefined ? [] : prefixTerms(prefix, 1 << open, way, range, store);
  return [...known, ...begun];
}

/** The longer a word goes on after what was typed, the less it counts; terms that titles have come first, then those of most pages. */
function prefixTerms(prefix: string, bit: number, way: "begun" | "goesOn" | "prefix", range: readonly string[], store: Store): Sought[] {
  const found = store.termsFrom(prefix, range).filter((term) => term !== prefix && term !== prefix + partMark);
  const often = (term: string): number => store.postings(term)?.documentFrequency ?? 0;
  const titled = (term: string): number => ((store.postings(term)?.fields[0]?.documents.length ?? 0) > 0 ? 1 : 0);
  return found
    .sort((a, b) => titled(b) - titled(a) || often(b) - often(a) || (a < b ? -1 : 1))
    .slice(0, maxPrefixTerms)
    .map((term) => ({ term, boost: boosts[way] * (prefix.length / term.length) * (term.endsWith(partMark) ? boosts.part : 1), way, words: bit }));
}

const headsOf = (head: string, stemmings: readonly Stemming[]): readonly string[] =>
  [...new Set([head, ...(head.endsWith("s") ? [head.slice(0, -1)] : [])].flatMap((one) => stemsOf(one, stemmings)))];

/** Heads that are tried with their tails, from and to, a few at a time; the evenest cuts first, since `instructies|ets` is less likely than `instructie|sets`, and each tail may be a shard. */
const headBatches = [[0, 2], [2, 6]] as const;

/**
 * Takes a word apart: `voedselverspilling` finds pages about *verspilling van voedsel*.
 *
 * Head and tail must both be words of the site; among the cuts that are tried, the one whose parts most
 * pages have is taken. Linking letters stay with the head, whose stem loses them; an s may be taken for
 * a part of the stem (`raads`), so it is also left out.
 *
 * @see https://aclanthology.org/E03-1076/ for why the commonest parts are the likeliest
 */
export async function takeApart(word: string, bit: number, stemmings: readonly Stemming[], store: Store): Promise<Sought[]> {
  const cuts = Array.from({ length: Math.max(0, word.length - 7) }, (_, at) => at + 4);
  const heads = cuts.flatMap((at) => headsOf(word.slice(0, at), stemmings).map((term) => ({ at, term })));
  // Heads begin as the word does: their shards are few, and one is here already.
  await store.need([...new Set(heads.flatMap(({ term }) => store.shardsOf(term)).reverse())].slice(0, 4));
  const isKnown = (term: string): boolean => (store.postings(term) ?? store.postings(term + partMark)) !== undefined;
  const oftenOf = (term: string): number => (store.postings(term) ?? store.postings(term + partMark))?.documentFrequency ?? 0;
  const shorter = (at: number): number => Math.min(at, word.length - at);
  const known = heads.filter(({ term }) => isKnown(term)).sort((a, b) => shorter(b.at) - shorter(a.at) || b.at - a.at || oftenOf(b.term) - oftenOf(a.term));
  for (const [from, to] of headBatches) {
    const pairs = known.slice(from, to).flatMap(({ at, term }) => stemsOf(word.slice(at), stemmings).map((end) => [term, end] as const));
    await store.need(pairs.flatMap(([, end]) => store.shardsOf(end)));
    const likely = ([head, end]: readonly string[]): number => oftenOf(head ?? "") * oftenOf(end ?? "");
    const [pair] = pairs.filter(([, end]) => isKnown(end)).sort((a, b) => likely(b) - likely(a));
    if (pair) return pair.flatMap((term, place) => partTerms(term, place, bit)).filter(({ term }) => store.postings(term));
  }
  return [];
}
