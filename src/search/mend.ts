/**
 * Finds the words of the site that a word with a typing error may have been meant to be.
 */
import { distance } from "./distance.ts";
import type { WordList } from "./manifest.ts";
import type { Store } from "./store.ts";
import { decodeWords, type KnownWord, reverse } from "./wordlist.ts";

/** A word of four letters that lost one is still mended; shorter ones have too many neighbours to guess. */
const minLength = 3;
/** Two errors are mended where one of the two words has so many letters. */
const longWord = 8;
const mostMended = 8;

export interface Mended {
  readonly word: string;
  readonly distance: number;
}

/** Nearest first; among equals the one that fingers slip from most easily and that more pages have. */
export async function mend(word: string, store: Store): Promise<readonly Mended[]> {
  return word.length < minLength ? [] : nearest(word, 1, store);
}

/** Words that are two errors away, for where one leads nowhere: their ranges are wide. */
export async function mendTwice(word: string, store: Store): Promise<readonly Mended[]> {
  return word.length < longWord - 2 ? [] : nearest(word, 2, store);
}

async function nearest(word: string, most: 1 | 2, store: Store): Promise<readonly Mended[]> {
  const near = (await neighbours(word, most, store))
    .flatMap(({ word: known, level }) => {
      const steps = most === 1 || Math.max(word.length, known.length) >= longWord ? distance(word, known, most) : 0;
      return steps > 0 && steps <= most ? [{ word: known, level, distance: steps }] : [];
    })
    .sort((a, b) => a.distance - b.distance || likelihood(word, b) - likelihood(word, a) || (a.word < b.word ? -1 : 1));
  const least = near[0]?.distance ?? 0;
  return near.filter((one) => one.distance === least).slice(0, mostMended);
}

/** How likely one word was meant, on the scale of the logarithm of its pages. */
const likelihood = (typed: string, { word, level }: KnownWord): number => level * levelShare + ease(typed, word) + (typed[0] === word[0] ? sameStart : 0);

/** That a page has a word tells little of what readers ask. */
const levelShare = 1;
/** People seldom mistake the first letter. */
const sameStart = 3;
/** The keys of a keyboard, row by row; neighbours in a row are hit for one another. */
const rows = "qwertyuiop asdfghjkl zxcvbnm";
const areNeighbours = (a: string, b: string): boolean => a !== "" && b !== "" && rows.includes(a + b) || rows.includes(b + a);

/** How easily fingers slip from one word to another that is one step away. */
function ease(typed: string, meant: string): number {
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at++;
  const [slip = "", key = "", before = ""] = [typed[at], meant[at], typed[at - 1]];
  // A letter more: doubled, or the key beside it as well.
  if (typed.length > meant.length) return slip === before ? 1.5 : areNeighbours(slip, before) || areNeighbours(slip, key) ? 0.5 : 0;
  if (typed.length < meant.length) return key === before ? 1.5 : 1;
  const isSwapped = slip === meant[at + 1] && key === typed[at + 1];
  return isSwapped ? 1.5 : areNeighbours(slip, key) ? 1 : 0;
}

/** The words that begin or end as this one does, of about its length. */
async function neighbours(word: string, most: 1 | 2, store: Store): Promise<readonly KnownWord[]> {
  const [shortest, longest] = [word.length - most, word.length + most];
  const lists = (await store.wordLists()).filter((list) => list.from <= longest && list.to >= shortest);
  const found = await Promise.all(lists.map((list) => {
    const text = list.reversed ? reverse(word) : word;
    const exact = text.slice(0, exactLetters(word.length, most, list));
    return store.words(list, exact, `${exact}\uffff`, decodeWords);
  }));
  const unique = new Map<string, KnownWord>();
  for (const list of found) for (const known of list) if (known.word.length >= shortest && known.word.length <= longest) unique.set(known.word, known);
  return [...unique.values()];
}

/** A list of so few files is looked through more widely: each beginning is a small share of it. */
const fewFiles = 64;

/** One error lies in one half, and leaves the other as it is; two may lie anywhere, but seldom at both ends. */
function exactLetters(length: number, most: 1 | 2, { reversed, keys }: WordList): number {
  const half = Math.floor(length / 2);
  if (most === 1) return reversed ? length - half - 1 : half;
  return reversed && keys.length >= fewFiles ? 3 : 2;
}
