/**
 * What is looked for beside the words of a question where they lead to little: their parts, words of the
 * same root, and what was meant where the finger slipped.
 */
import { alsoAsPart, boosts, type Sought, stemsOf, takeApart } from "./expand.ts";
import { partMark, type Stemming } from "./language.ts";
import type { Mended } from "./mend.ts";
import { isStopWord, type Question, type QuestionWord } from "./question.ts";
import type { Store } from "./store.ts";

/** A word of so many letters is also taken apart when no title has it. */
const minCompound = 8;
/** Of the words that a typing error may have meant, so many are looked up: each may be a shard. */
const triedMended = 4;
/** A word that leads to fewer pages than this is also taken apart. */
const fewPages = 3;

/** Words that are hardly known are taken apart; words that are not known at all are mended, too. */
export async function widen({ text, together }: Question, words: readonly QuestionWord[], found: readonly Sought[], stemmings: readonly Stemming[], store: Store): Promise<{ sought: Sought[]; replaced: ReadonlyMap<QuestionWord, string> }> {
  const sought = [...found];
  // What is pasted from a page or a program is no slip of the finger.
  const isMarkup = /[<>{}]/.test(text);
  const replaced = new Map<QuestionWord, string>();
  await Promise.all(words.map(async (word, at) => {
    const bit = 1 << at;
    const own = found.filter((one) => (one.words & bit) !== 0);
    const often = own.reduce((most, { term }) => Math.max(most, store.postings(term)?.documentFrequency ?? 0), 0);
    const inTitle = own.some(({ term }) => (store.postings(term)?.fields[0]?.documents.length ?? 0) > 0);
    if (often >= fewPages && (inTitle || word.word.length < minCompound || word.also.length > 0)) return;
    const known = own.length > 0;
    const isKept = known || isMarkup || isStopWord(word, stemmings);
    const [apart, once, akin] = await Promise.all([
      takeApart(word.word, bit, stemmings, store), isKept ? [] : mendWith(word.word, store),
      // Who writes quotation marks means the very words.
      together.length > 0 ? [] : relatedTerms(word.word, bit, stemmings, store),
    ]);
    // One slip of the finger is likelier than a compound that nobody wrote before; two are not.
    if (once.length === 0) sought.push(...apart, ...akin);
    const mended = once.length > 0 || isKept || apart.length + akin.length > 0 ? once : ((await (await store.rare())?.mendTwice(word.word, store)) ?? []);
    if (mended.length === 0) return;
    const guessed = await mendedTerms(mended.slice(0, triedMended).map((one) => one.word), bit, stemmings, store);
    replaced.set(word, guessed.meant);
    sought.push(...guessed.sought);
  }));
  return { sought, replaced };
}

/** They begin alike, so their shards are mostly those of the word itself. */
async function relatedTerms(word: string, bit: number, stemmings: readonly Stemming[], store: Store): Promise<readonly Sought[]> {
  const terms = stemmings.flatMap(({ related, stem }) => related?.(word).map(stem) ?? []).filter((term, at, all) => all.indexOf(term) === at);
  await store.need(terms.flatMap((term) => store.shardsOf(term)));
  return terms.flatMap((term) => alsoAsPart(term, boosts.related, "related", bit)).filter(({ term }) => store.postings(term));
}

/** Code and lists come in one breath. */
async function mendWith(word: string, store: Store): Promise<readonly Mended[]> {
  const [rare] = await Promise.all([store.rare(), store.wordLists()]);
  return rare?.mend(word, store) ?? [];
}

async function mendedTerms(words: readonly string[], bit: number, stemmings: readonly Stemming[], store: Store): Promise<{ sought: Sought[]; meant: string }> {
  const guesses = words.map((word) => ({ word, terms: stemsOf(word, stemmings) }));
  await store.need(guesses.flatMap(({ terms }) => terms).flatMap((term) => [term, term + partMark]).flatMap((term) => store.shardsOf(term)));
  // The first guess counts most; the others are there in case it is wrong. What a title has is likelier meant.
  const isTitled = (term: string): boolean => [term, term + partMark].some((one) => (store.postings(one)?.fields ?? []).slice(0, 2).some(({ documents }) => documents.length > 0));
  const place = Math.max(0, guesses.findIndex(({ terms }) => terms.some(isTitled)));
  const sorted = [guesses[place], ...guesses.filter((_, at) => at !== place)].flatMap((guess) => guess ?? []);
  const sought = sorted.flatMap(({ terms }, at) => terms.flatMap((term) => alsoAsPart(term, at === 0 ? boosts.mended : 0.3, "mended", bit)));
  return { sought: sought.filter(({ term }) => store.postings(term)), meant: sorted[0]?.word ?? "" };
}
