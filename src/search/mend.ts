/**
 * Finds the words of the site that a word with a typing error may have been meant to be.
 */
import { distance } from "./distance.ts";
import type { Store } from "./store.ts";
import { type KnownWord, reverse } from "./wordlist.ts";

/** A word of four letters that lost one is still mended; shorter ones have too many neighbours to guess. */
const minLength = 3;
/** Two errors are mended where one of the two words has so many letters. */
const longWord = 8;
const mostMended = 8;

export interface Mended {
  readonly word: string;
  readonly distance: number;
}

/**
 * Nearest first; among equals the word that begins alike, then the one that more pages have.
 *
 * Two errors are looked for only where one leads nowhere: their ranges are wider.
 */
export async function mend(word: string, store: Store): Promise<readonly Mended[]> {
  if (word.length < minLength) return [];
  const once = await nearest(word, 1, store);
  return once.length > 0 || word.length < longWord - 2 ? once : nearest(word, 2, store);
}

async function nearest(word: string, most: 1 | 2, store: Store): Promise<readonly Mended[]> {
  const near = (await neighbours(word, most, store))
    .map((known) => ({ ...known, distance: distance(word, known.word, most) }))
    .filter((known) => known.distance > 0 && known.distance <= most && (most === 1 || Math.max(word.length, known.word.length) >= longWord))
    .sort((a, b) => a.distance - b.distance || sameStart(word, b.word) - sameStart(word, a.word) || b.level - a.level || (a.word < b.word ? -1 : 1));
  const least = near[0]?.distance ?? 0;
  return near.filter((one) => one.distance === least).slice(0, mostMended);
}

/** People seldom mistake the first letter. */
const sameStart = (a: string, b: string): number => (a[0] === b[0] ? 1 : 0);

/** The words that begin or end as this one does, of about its length. */
async function neighbours(word: string, most: 1 | 2, store: Store): Promise<readonly KnownWord[]> {
  const [shortest, longest] = [word.length - most, word.length + most];
  const lists = store.manifest.words.filter((list) => list.from <= longest && list.to >= shortest);
  const found = await Promise.all(lists.map((list) => {
    const text = list.reversed ? reverse(word) : word;
    const exact = text.slice(0, exactLetters(word.length, most, list.reversed));
    return store.words(list, exact, `${exact}\uffff`);
  }));
  const unique = new Map(found.flat().map((known) => [known.word, known]));
  return [...unique.values()].filter((known) => known.word.length >= shortest && known.word.length <= longest);
}

/** One error lies in one half, and leaves the other as it is; two may lie anywhere, but seldom at both ends. */
function exactLetters(length: number, most: 1 | 2, reversed: boolean): number {
  const half = Math.floor(length / 2);
  if (most === 1) return reversed ? length - half - 1 : half;
  return reversed ? 3 : 2;
}
