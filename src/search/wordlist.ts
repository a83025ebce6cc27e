/**
 * The words of a site, for typing errors: sorted from the front and from the back.
 *
 * A word with one error is right in its first half or in its second. So the words that begin as it
 * begins, and those that end as it ends, hold what was meant; each list is cut into ranges, and a
 * reader fetches two or three of them.
 */
import { cut } from "./cut.ts";
import { readFrontCoded, frontCode } from "./shard.ts";

/** Short words have lists of their own: their first letters tell little, and their ranges would be wide. */
export const wordLists = [
  { reversed: false, from: 3, to: 6 },
  { reversed: true, from: 3, to: 6 },
  { reversed: false, from: 7, to: 64 },
  { reversed: true, from: 7, to: 64 },
] as const;

export interface KnownWord {
  readonly word: string;
  /** The logarithm to base 4 of the number of documents it stands in, rounded down: finer, and a page more would change more files. */
  readonly level: number;
}

/** By UTF-16 code units: what comes out is only ever compared and turned back. */
export function reverse(word: string): string {
  const units: number[] = [];
  for (let at = word.length - 1; at >= 0; at--) units.push(word.charCodeAt(at));
  return String.fromCharCode(...units);
}

/** A file of a range of words or terms, and the text from which it goes on to the next. */
export interface KeyedText {
  readonly key: string;
  readonly text: string;
}

/** About what a word takes, front-coded. */
const wordBytes = 5;

/**
 * The ranges of all lists.
 *
 * @param words - In how many documents each stands.
 * @param minBytes - A range is no smaller where it can be helped.
 * @param aim - About how many ranges a long list has: the manifest names them all.
 */
export function encodeWords(words: ReadonlyMap<string, number>, minBytes: number, aim: number): { list: (typeof wordLists)[number]; files: KeyedText[] }[] {
  const known = [...words.keys()].filter((word) => !/\d/.test(word));
  // Sorted once for each direction: sorting a hundred thousand words takes longer than all else here.
  const [forwards, backwards] = [[...known].sort(), known.map(reverse).sort()];
  return wordLists.map((list) => {
    const listed = (list.reversed ? backwards : forwards).filter(({ length }) => length >= list.from && length <= list.to);
    return { list, files: encodeList(listed, (word) => levelOf(words.get(list.reversed ? reverse(word) : word) ?? 1), minBytes, aim) };
  });
}

/** A digit for the level: listed words have none, and capitals begin the next. */
const levelOf = (documents: number): string => String(Math.min(9, Math.floor(Math.log2(documents) / 2)));

function encodeList(listed: readonly string[], levelOf: (word: string) => string, minBytes: number, aim: number): KeyedText[] {
  return cut(listed, () => wordBytes, Math.max(minBytes, (listed.length * wordBytes) / aim)).map(({ key, from, to }) => {
    let before = "";
    const text = listed.slice(from, to).map((word) => {
      const coded = frontCode(before, word) + levelOf(word);
      before = word;
      return coded;
    });
    return { key, text: JSON.stringify([wordMark, text.join("")]) };
  });
}

const wordMark = "wegwijzer-words-2";

/** @throws SyntaxError when the text is no list of words. */
export function decodeWords(text: string, reversed: boolean): KnownWord[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || parsed[0] !== wordMark || typeof parsed[1] !== "string") throw new SyntaxError("search: expected a list of words");
  return readFrontCoded(parsed[1]).map((coded) => ({
    word: reversed ? reverse(coded.slice(0, -1)) : coded.slice(0, -1),
    level: Number(coded.at(-1)),
  }));
}
