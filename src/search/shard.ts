/**
 * A shard: the postings of the terms from one key up to the next, as one text of JSON.
 *
 * `["wegwijzer-shard-3", terms, counts, pages, places, frequencies, titles]`; all but the terms are
 * base-64 numbers (vlq.ts), column by column, since like values compress well side by side:
 * terms        for each: letters shared with the one before, as a capital, and the rest
 * counts       for each term: postings in each field
 * pages        for each page of a field: its slot less that of the page before
 * places       for each of those: a bit for the ordinal of each document
 * frequencies  for each posting, which is such a bit: how often, less one
 * titles       for each posting in the title: place among its words, and how many words it has
 *
 * Common words stand in many documents of a page: with a page named once their shards are 17 %
 * smaller than with a number for every posting.
 */
import { fieldNames } from "./field.ts";
import type { InvertedIndex } from "./builder.ts";
import { digitAt, encode, type Reader, reader } from "./vlq.ts";

const mark = "wegwijzer-shard-3";

/** The postings of a term in a field; columns of equal length, documents rising. */
export interface FieldPostings {
  /** Number of the document: slot of the page * 16 + ordinal. */
  readonly documents: Int32Array;
  readonly frequencies: Int32Array;
}

export interface TermPostings {
  /** In the order of the fields. */
  readonly fields: readonly FieldPostings[];
  /** For each posting in the title: place of the word * 64 + number of words, stop words left out. */
  readonly titles: Int32Array;
  /** How many postings there are over all fields: Lunr's document frequency. */
  readonly documentFrequency: number;
}

export type Shard = ReadonlyMap<string, TermPostings>;

/** @param from, to - Places in `index.terms`, the latter exclusive. */
export function encodeShard(index: InvertedIndex, from: number, to: number): string {
  const width = fieldNames.length;
  const columns: Columns = { counts: "", pages: "", places: "", frequencies: "", titles: "" };
  let [terms, before] = ["", ""];
  for (let term = from; term < to; term++) {
    const text = index.terms[term] ?? "";
    terms += frontCode(before, text);
    before = text;
    for (let field = 0; field < width; field++) {
      const [start = 0, end = 0] = [index.starts[term * width + field], index.starts[term * width + field + 1]];
      encodeField(index, start, end, columns);
      for (let at = start; field === 0 && at < end; at++) columns.titles += encode(index.positions[at] ?? 0);
    }
  }
  const { counts, pages, places, frequencies, titles } = columns;
  return JSON.stringify([mark, terms, counts, pages, places, frequencies, titles]);
}

type Columns = Record<"counts" | "pages" | "places" | "frequencies" | "titles", string>;

function encodeField(index: InvertedIndex, start: number, end: number, columns: Columns): void {
  columns.counts += encode(end - start);
  let [slot, bits] = [0, 0];
  for (let at = start; at < end; at++) {
    const number = index.numbers[index.documents[at] ?? 0] ?? 0;
    if (bits !== 0 && number >> 4 !== slot) {
      columns.places += encode(bits);
      bits = 0;
    }
    if (bits === 0) columns.pages += encode((number >> 4) - slot);
    slot = number >> 4;
    bits |= 1 << (number & 15);
    columns.frequencies += encode((index.frequencies[at] ?? 1) - 1);
  }
  if (bits !== 0) columns.places += encode(bits);
}

/**
 * A text as what it shares with the one before, `A` for nothing, and the rest: a capital begins the next.
 *
 * @throws RangeError when the text itself has capitals: terms and words are in lower case.
 */
export function frontCode(before: string, text: string): string {
  if (/[A-Z]/.test(text)) throw new RangeError(`search: expected a term in lower case, got "${text}"; mend the analysis of its language`);
  let shared = 0;
  while (shared < text.length && shared < 25 && text[shared] === before[shared]) shared++;
  return encode(shared) + text.slice(shared);
}

export function readFrontCoded(text: string): string[] {
  let before = "";
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((coded) => (before = before.slice(0, digitAt(coded, 0)) + coded.slice(1)));
}

/** @throws SyntaxError when the text is no whole shard of this format; the caller tells the reader. */
export function decodeShard(text: string): Shard {
  const columns: unknown = JSON.parse(text);
  if (!isColumns(columns)) throw new SyntaxError(`search: expected a shard of format "${mark}"`);
  const names = readFrontCoded(columns[1]);
  const counts = reader(columns[2]);
  const postings = [reader(columns[3]), reader(columns[4]), reader(columns[5])] as const;
  const titles = reader(columns[6]);
  const shard = new Map<string, TermPostings>();
  for (const name of names) {
    const sizes = fieldNames.map(() => counts.next());
    shard.set(name, {
      fields: sizes.map((size) => decodeField(size, ...postings)),
      titles: Int32Array.from({ length: sizes[0] ?? 0 }, titles.next),
      documentFrequency: sizes.reduce((sum, size) => sum + size, 0),
    });
  }
  if (![counts, ...postings, titles].every((column) => column.done)) throw new SyntaxError("search: the shard is cut off");
  return shard;
}

function decodeField(size: number, pages: Reader, places: Reader, often: Reader): FieldPostings {
  const [documents, frequencies] = [new Int32Array(size), new Int32Array(size)];
  for (let at = 0, slot = 0; at < size; ) {
    slot += pages.next();
    let bits = places.next();
    if (bits === 0) throw new SyntaxError("search: the shard is cut off");
    for (let document = slot * 16; bits !== 0; bits >>>= 1, document++) {
      if ((bits & 1) === 0) continue;
      documents[at] = document;
      frequencies[at++] = often.next() + 1;
    }
  }
  return { documents, frequencies };
}

function isColumns(value: unknown): value is [string, string, string, string, string, string, string] {
  return Array.isArray(value) && value.length === 7 && value.every((column) => typeof column === "string") && value[0] === mark;
}
