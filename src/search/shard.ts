/**
 * A shard: the postings of the terms from one key up to the next, as one text of JSON.
 *
 * `["wegwijzer-shard-1", terms, counts, pages, places, titles]`; all but the terms are base-64
 * numbers (vlq.ts), column by column, since like values compress well side by side:
 * terms   for each: letters shared with the one before, the rest, a space
 * counts  for each term: postings in each field
 * pages   for each posting: the page's slot less that of the posting before
 * places  for each posting: ordinal of the document + 16 * (frequency - 1)
 * titles  for each posting in the title: place among its words, and how many words it has
 */
import { fieldNames } from "./field.ts";
import type { InvertedIndex } from "./builder.ts";
import { encode, reader } from "./vlq.ts";

const mark = "wegwijzer-shard-1";

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
  let [terms, counts, pages, places, titles] = ["", "", "", "", ""];
  let before = "";
  for (let term = from; term < to; term++) {
    const text = index.terms[term] ?? "";
    terms += frontCode(before, text);
    before = text;
    for (let field = 0; field < width; field++) {
      const [start = 0, end = 0] = [index.starts[term * width + field], index.starts[term * width + field + 1]];
      counts += encode(end - start);
      let slot = 0;
      for (let at = start; at < end; at++) {
        const number = index.numbers[index.documents[at] ?? 0] ?? 0;
        pages += encode((number >> 4) - slot);
        slot = number >> 4;
        places += encode((number & 15) + 16 * ((index.frequencies[at] ?? 1) - 1));
        if (field === 0) titles += encode(index.positions[at] ?? 0);
      }
    }
  }
  return JSON.stringify([mark, terms, counts, pages, places, titles]);
}

export function frontCode(before: string, text: string): string {
  let shared = 0;
  while (shared < text.length && shared < 31 && text[shared] === before[shared]) shared++;
  return `${encode(shared)}${text.slice(shared)} `;
}

export function readFrontCoded(text: string): string[] {
  let before = "";
  return text.split(" ").slice(0, -1).map((coded) => (before = before.slice(0, reader(coded[0] ?? "A").next()) + coded.slice(1)));
}

/** @throws SyntaxError when the text is no whole shard of this format; the caller tells the reader. */
export function decodeShard(text: string): Shard {
  const columns: unknown = JSON.parse(text);
  if (!isColumns(columns)) throw new SyntaxError(`search: expected a shard of format "${mark}"`);
  const names = readFrontCoded(columns[1]);
  const [counts, pages, places, titles] = [reader(columns[2]), reader(columns[3]), reader(columns[4]), reader(columns[5])];
  const shard = new Map<string, TermPostings>();
  for (const name of names) {
    const sizes = fieldNames.map(() => counts.next());
    const titleWords = new Int32Array(sizes[0] ?? 0);
    const fields = sizes.map((size, field) => {
      const [documents, frequencies] = [new Int32Array(size), new Int32Array(size)];
      let slot = 0;
      for (let at = 0; at < size; at++) {
        slot += pages.next();
        const place = places.next();
        documents[at] = slot * 16 + (place & 15);
        frequencies[at] = (place >> 4) + 1;
        if (field === 0) titleWords[at] = titles.next();
      }
      return { documents, frequencies };
    });
    shard.set(name, { fields, titles: titleWords, documentFrequency: sizes.reduce((sum, size) => sum + size, 0) });
  }
  if (![counts, pages, places, titles].every((column) => column.done)) throw new SyntaxError("search: the shard is cut off");
  return shard;
}

function isColumns(value: unknown): value is [string, string, string, string, string, string] {
  return Array.isArray(value) && value.length === 6 && value.every((column) => typeof column === "string") && value[0] === mark;
}
