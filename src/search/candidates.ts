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
  /** What the best document of a page scores. */
  bestOf(slot: number): number;
  /** By slot: bits of the words. */
  readonly words: Uint32Array;
  /** Bits of the words in a document and in the title of its page. */
  togetherIn(slot: number, ordinal: number): number;
  readonly titles: { get(slot: number): TitleMatch | undefined };
}

export const fieldsOf = (term: string): readonly string[] => (term.endsWith(partMark) ? partFields : wholeFields);

/** Adds up what each document scores; the same sums that Lunr makes. */
export function sum(sought: readonly Sought[], postingsOf: (term: string) => TermPostings | undefined, documents: number, slots: number): Sum {
  const words = new Uint32Array(slots);
  const found = sought.flatMap((one) => {
    const postings = postingsOf(one.term);
    return postings ? [{ one, postings }] : [];
  });
  const rows = rowsOf(found, words);
  const held = new Uint32Array(rows.count * 17);
  const columns = titlesFor(rows.count);
  const scores = new Float64Array(rows.count * 16);
  const lengths = queryLengths(sought);
  for (const { one, postings } of found) {
    const rarity = idf(postings.documentFrequency, documents);
    fields.forEach(({ name, boost }, field) => {
      const inField = postings.fields[field];
      if (!inField || !fieldsOf(one.term).includes(name)) return;
      addField(inField, (frequency) => weight(rarity, frequency, boost), one.boost / (lengths.get(name) ?? 1), rows.of, scores);
      addBits(inField.documents, one.words, titleFields.has(name), rows.of, held);
    });
    noteTitles(one, postings, rows.of, columns);
  }
  return {
    scoreOf: (slot, ordinal) => scores[(rows.of[slot] ?? 0) * 16 + ordinal] ?? 0,
    bestOf: (slot) => bestIn(scores, rows.of[slot] ?? 0),
    togetherIn(slot, ordinal) {
      const row = (rows.of[slot] ?? 0) * 17;
      return (held[row + ordinal] ?? 0) | (held[row + 16] ?? 0);
    },
    words,
    titles: { get: (slot) => titleAt(columns, rows.of[slot] ?? 0) },
  };
}

const titleFields: ReadonlySet<string> = new Set<FieldName>(["title", "titleParts"]);

/** Bits of the words in each document; those in the title of the page stand after its sixteen. */
function addBits(documents: Int32Array, words: number, isTitle: boolean, rows: Int32Array, held: Uint32Array): void {
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at] ?? 0;
    const place = (rows[document >> 4] ?? 0) * 17 + (isTitle ? 16 : document & 15);
    held[place] = (held[place] ?? 0) | words;
  }
}

function bestIn(scores: Float64Array, row: number): number {
  let best = 0;
  for (let at = row * 16; at < row * 16 + 16; at++) if ((scores[at] ?? 0) > best) best = scores[at] ?? 0;
  return best;
}

/** Gives a row to every page that matches, since most of the space of slots is empty; row 0 is nobody's. */
function rowsOf(found: readonly { readonly one: Sought; readonly postings: TermPostings }[], words: Uint32Array): { readonly of: Int32Array; readonly count: number } {
  const of = new Int32Array(words.length);
  let count = 1;
  for (const { one, postings } of found) {
    fields.forEach(({ name }, field) => {
      if (!fieldsOf(one.term).includes(name)) return;
      const documents = postings.fields[field]?.documents ?? noDocuments;
      for (let at = 0; at < documents.length; at++) {
        const slot = (documents[at] ?? 0) >> 4;
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

/** Title matches in columns by the row of a page: a common word stands in thousands of titles. */
interface Titles {
  readonly lengths: Uint8Array;
  readonly words: Uint32Array;
  readonly places: Uint32Array;
  readonly wholePlaces: Uint32Array;
}

const titlesFor = (rows: number): Titles =>
  ({ lengths: new Uint8Array(rows), words: new Uint32Array(rows), places: new Uint32Array(rows), wholePlaces: new Uint32Array(rows) });

function titleAt({ lengths, words, places, wholePlaces }: Titles, row: number): TitleMatch | undefined {
  const length = lengths[row] ?? 0;
  return length === 0 ? undefined : { length, words: words[row] ?? 0, places: places[row] ?? 0, wholePlaces: wholePlaces[row] ?? 0 };
}

function noteTitles(one: Sought, postings: TermPostings, rows: Int32Array, { lengths, words, places, wholePlaces }: Titles): void {
  // A word that the site knows, in full, does not make a title by being the beginning of another.
  if (one.way === "begun") return;
  const documents = postings.fields[0]?.documents ?? noDocuments;
  for (let at = 0; at < documents.length; at++) {
    const packed = postings.titles[at] ?? 0;
    // A stop word in the title: it has no place.
    if (packed === 0) continue;
    const row = rows[(documents[at] ?? 0) >> 4] ?? 0;
    const place = 1 << Math.min(30, packed >> 6);
    lengths[row] = packed & 63;
    words[row] = (words[row] ?? 0) | one.words;
    places[row] = (places[row] ?? 0) | place;
    if (one.way !== "prefix" && one.way !== "goesOn") wholePlaces[row] = (wholePlaces[row] ?? 0) | place;
  }
}

const noDocuments = new Int32Array(0);

export interface Picked {
  /** The best pages, best first. */
  readonly candidates: readonly Candidate[];
  /** Slots of all pages that match, rising. */
  readonly slots: readonly number[];
}

/**
 * Picks the best pages, at most so many.
 *
 * Thousands may match. What their documents score is here in columns, and bounds what a page can be
 * worth: only a page that may be among the best becomes an object and gets its value.
 *
 * @param ceiling - A page's value is never more than so many times its best score.
 */
export function pick(sums: Sum, most: number, fits: (slot: number, words: number) => boolean, valueOf: (candidate: Candidate) => number, ceiling: number): Picked {
  const slots: number[] = [];
  for (let slot = 0; slot < sums.words.length; slot++) {
    const bits = sums.words[slot] ?? 0;
    if (bits !== 0 && fits(slot, bits)) slots.push(slot);
  }
  const bests = Float64Array.from(slots, sums.bestOf);
  const values = new Float64Array(slots.length).fill(-Infinity);
  const look = (bound: number): void => bests.forEach((best, at) => {
    if (best < bound || values[at] !== -Infinity) return;
    values[at] = valueOf(candidateAt(sums, slots[at] ?? 0));
  });
  // Those of the best scores first: what they are worth at least, others must be able to reach.
  look(highest(bests, most));
  look(highest(values, most) / ceiling);
  const least = highest(values, most);
  const best = slots.map((slot, at) => ({ slot, value: values[at] ?? 0 })).filter(({ value }) => value >= least && value !== -Infinity);
  best.sort((a, b) => b.value - a.value || a.slot - b.slot);
  return { candidates: best.slice(0, most).map(({ slot }) => candidateAt(sums, slot)), slots };
}

/** The value at a place from the top; no bound at all where there are fewer. */
function highest(values: Float64Array, place: number): number {
  if (values.length <= place) return -Infinity;
  // Rising; what is not above the lowest of them is passed by.
  const top = new Float64Array(place).fill(-Infinity);
  for (const value of values) {
    let at = -1;
    while (at + 1 < place && (top[at + 1] ?? 0) < value) {
      at++;
      if (at > 0) top[at - 1] = top[at] ?? 0;
    }
    if (at >= 0) top[at] = value;
  }
  return top[0] ?? -Infinity;
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
