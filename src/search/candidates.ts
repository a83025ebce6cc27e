/**
 * Picks the pages that Lunr is to rank, by Lunr's own formula over columns of numbers.
 *
 * A common word stands in thousands of documents, and an index of objects for all of them costs more
 * than a reader waits. Scores depend on no other document, so Lunr, given only the best, ranks them
 * exactly as it would among all.
 */
import { countBits } from "./bits.ts";
import { type FieldName, fields } from "./field.ts";
import type { Sought } from "./expand.ts";
import { partFields, wholeFields } from "./expand.ts";
import { partMark } from "./language.ts";
import type { FieldPostings, TermPostings } from "./shard.ts";
import { idf, weight } from "./weights.ts";

/** What is known of a page before its text is fetched. */
export interface Candidate {
  readonly slot: number;
  /** Of its best document, and of the one after. */
  readonly best: number;
  readonly second: number;
  /** A bit for each word of the question that the page holds. */
  readonly words: number;
  /** Likewise for the one document that holds most of them, with the title above it. */
  readonly together: number;
  readonly title: TitleMatch;
}

/** How the words of the question stand in the title. */
export interface TitleMatch {
  /** How many telling words the title has; 0 when none of the question's words is in it. */
  readonly length: number;
  /** A bit for each word of the question that is in the title. */
  readonly words: number;
  /** A bit for each place in the title that is matched. */
  readonly places: number;
  /** Those that are matched by a whole word, and not by the beginning of one. */
  readonly wholePlaces: number;
}
export const noTitle: TitleMatch = { length: 0, words: 0, places: 0, wholePlaces: 0 };

export interface Sum {
  /** What a document of a page scores; 0 where nothing matched. */
  scoreOf(slot: number, ordinal: number): number;
  /** By slot: bits of the words. */
  readonly words: Uint32Array;
  /** Bits of the words in a document and in the title of its page. */
  togetherIn(slot: number, ordinal: number): number;
  readonly titles: ReadonlyMap<number, TitleMatch>;
}

export const fieldsOf = (term: string): readonly string[] => (term.endsWith(partMark) ? partFields : wholeFields);

/** Adds up what each document scores; the same sums that Lunr makes. */
export function sum(sought: readonly Sought[], postingsOf: (term: string) => TermPostings | undefined, documents: number, slots: number): Sum {
  const words = new Uint32Array(slots);
  const titles = new Map<number, TitleMatch>();
  const found = sought.flatMap((one) => {
    const postings = postingsOf(one.term);
    return postings ? [{ one, postings }] : [];
  });
  const rows = rowsOf(found, words);
  const held = new Uint32Array(rows.count * 17);
  const scores = new Float64Array(rows.count * 16);
  const lengths = queryLengths(sought);
  for (const { one, postings } of found) {
    const rarity = idf(postings.documentFrequency, documents);
    fields.forEach(({ name, boost }, field) => {
      const columns = postings.fields[field];
      if (!columns || !fieldsOf(one.term).includes(name)) return;
      addField(columns, (frequency) => weight(rarity, frequency, boost), one.boost / (lengths.get(name) ?? 1), rows.of, scores);
      addBits(columns.documents, one.words, titleFields.has(name), rows.of, held);
    });
    noteTitles(one, postings, titles);
  }
  return {
    scoreOf: (slot, ordinal) => scores[(rows.of[slot] ?? 0) * 16 + ordinal] ?? 0,
    togetherIn(slot, ordinal) {
      const row = (rows.of[slot] ?? 0) * 17;
      return (held[row + ordinal] ?? 0) | (held[row + 16] ?? 0);
    },
    words, titles,
  };
}

const titleFields: ReadonlySet<string> = new Set<FieldName>(["title", "titleParts"]);

/** Bits of the words in each document; those in the title of the page stand after its sixteen. */
function addBits(documents: Int32Array, words: number, isTitle: boolean, rows: Int32Array, held: Uint32Array): void {
  for (const document of documents) {
    const row = (rows[document >> 4] ?? 0) * 17;
    const place = row + (isTitle ? 16 : document & 15);
    held[place] = (held[place] ?? 0) | words;
  }
}

/** Gives a row to every page that matches, since most of the space of slots is empty; row 0 is nobody's. */
function rowsOf(found: readonly { readonly one: Sought; readonly postings: TermPostings }[], words: Uint32Array): { readonly of: Int32Array; readonly count: number } {
  const of = new Int32Array(words.length);
  let count = 1;
  for (const { one, postings } of found) {
    fields.forEach(({ name }, field) => {
      if (!fieldsOf(one.term).includes(name)) return;
      for (const document of postings.fields[field]?.documents ?? []) {
        const slot = document >> 4;
        if (of[slot] === 0) of[slot] = count++;
        words[slot] = (words[slot] ?? 0) | one.words;
      }
    });
  }
  return { of, count };
}

function addField({ documents, frequencies }: FieldPostings, weigh: (frequency: number) => number, factor: number, rows: Int32Array, scores: Float64Array): void {
  const weights: number[] = [];
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    const frequency = frequencies[at] ?? 1;
    const place = (rows[document >> 4] ?? 0) * 16 + (document & 15);
    scores[place] = (scores[place] ?? 0) + factor * (weights[frequency] ??= weigh(frequency));
  }
}

/** Lunr divides by the length of the question's vector in each field. */
function queryLengths(sought: readonly Sought[]): ReadonlyMap<string, number> {
  const squares = new Map<string, number>();
  for (const { term, boost } of sought) for (const name of fieldsOf(term)) squares.set(name, (squares.get(name) ?? 0) + boost * boost);
  return new Map([...squares].map(([name, square]) => [name, Math.sqrt(square)]));
}

function noteTitles(one: Sought, postings: TermPostings, titles: Map<number, TitleMatch>): void {
  // A word that the site knows, in full, does not make a title by being the beginning of another.
  if (one.way === "begun") return;
  postings.fields[0]?.documents.forEach((document, at) => {
    const packed = postings.titles[at] ?? 0;
    // A stop word in the title: it has no place.
    if (packed === 0) return;
    const known = titles.get(document >> 4) ?? noTitle;
    const place = 1 << Math.min(30, packed >> 6);
    titles.set(document >> 4, {
      length: packed & 63,
      words: known.words | one.words,
      places: known.places | place,
      wholePlaces: one.way === "prefix" || one.way === "goesOn" ? known.wholePlaces : known.wholePlaces | place,
    });
  });
}

export interface Picked {
  /** The best pages, best first. */
  readonly candidates: readonly Candidate[];
  /** Slots of all pages that match, rising. */
  readonly slots: readonly number[];
}

/**
 * Picks the best pages, at most so many.
 *
 * Thousands may match: all of them get a number, and only those that are picked become objects.
 */
export function pick(sums: Sum, most: number, fits: (slot: number, words: number) => boolean, valueOf: (candidate: Candidate) => number): Picked {
  const slots: number[] = [];
  const values: number[] = [];
  for (let slot = 0; slot < sums.words.length; slot++) {
    const bits = sums.words[slot] ?? 0;
    if (bits === 0 || !fits(slot, bits)) continue;
    slots.push(slot);
    values.push(valueOf(candidateAt(sums, slot)));
  }
  const least = values.length > most ? (Float64Array.from(values).sort()[values.length - most] ?? 0) : -Infinity;
  const best = slots.map((slot, at) => ({ slot, value: values[at] ?? 0 })).filter(({ value }) => value >= least);
  best.sort((a, b) => b.value - a.value || a.slot - b.slot);
  return { candidates: best.slice(0, most).map(({ slot }) => candidateAt(sums, slot)), slots };
}

function candidateAt({ scoreOf, togetherIn, words, titles }: Sum, slot: number): Candidate {
  let [best, second, together] = [0, 0, 0];
  for (let ordinal = 0; ordinal < 16; ordinal++) {
    const score = scoreOf(slot, ordinal);
    if (score === 0) continue;
    const held = togetherIn(slot, ordinal);
    if (countBits(held) > countBits(together)) together = held;
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
  }
  return { slot, best, second, words: words[slot] ?? 0, together, title: titles.get(slot) ?? noTitle };
}
