/**
 * Builds the inverted index: what `lunr.Builder` makes of the same documents, as numbers.
 *
 * Words are counted first and analysed after, each distinct word once. Postings are columns of
 * numbers sorted by term, field and document; Lunr's weights follow from them (see weights.ts).
 */
import { type Counted, count } from "./counting.ts";
import type { FieldName } from "./field.ts";
import { invert } from "./inversion.ts";
import { type Analysis, type AnalysisMaker, partMark, type Stemming } from "./language.ts";

/** The texts of one document; what is absent is empty. Texts are not joined: that would copy them all. */
export interface DocumentText {
  /** The document's number: rises from one document to the next. */
  readonly number: number;
  readonly language: string;
  readonly texts: Readonly<Partial<Record<FieldName, readonly string[]>>>;
}

/** The whole index in memory. A document is named by its place in `numbers`. */
export interface InvertedIndex {
  /** Sorted by UTF-16 code units, as Lunr's token set demands. */
  readonly terms: readonly string[];
  /** Numbers of the documents, rising. */
  readonly numbers: Int32Array;
  /** For term t and field f, postings `starts[t * fields + f]` up to the next entry. */
  readonly starts: Int32Array;
  /** For each posting the document's place, and how often the term stands there. */
  readonly documents: Int32Array;
  readonly frequencies: Int32Array;
  /** In the title: place among its words * 64 + number of its words, stop words left out; else 0. */
  readonly positions: Uint16Array;
  /** Words as readers may type them, and parts of compounds: in how many documents each stands. */
  readonly words: ReadonlyMap<string, number>;
}

/** Term numbers of one distinct word: itself, and its parts. */
export interface WordTerms {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly isStopWord: boolean;
  /** Whether it stands in titles only, for the index. */
  readonly isDropped: boolean;
}

/** @param makers - By primary language subtag; `""` serves the languages without a row. */
export function buildIndex(documents: Iterable<DocumentText>, makers: Readonly<Record<string, AnalysisMaker>>): InvertedIndex {
  const counted = count(documents);
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  const analysed = analyse(counted, makers, terms, words);
  return { words, ...invert(counted, analysed, [...terms.keys()]) };
}

/** Analyses each distinct word of each language once. */
function analyse(counted: Counted, makers: Readonly<Record<string, AnalysisMaker>>, terms: Map<string, number>, words: Map<string, number>): readonly WordTerms[] {
  const idOf = (term: string): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    terms.set(term, terms.size);
    return terms.size - 1;
  };
  const result: WordTerms[] = new Array(counted.words.length);
  for (const [language, ids] of counted.vocabularies) {
    const maker = makers[language] ?? makers[""];
    if (!maker) throw new RangeError(`search: no analysis for language "${language}", expected one of ${Object.keys(makers).join(", ")}`);
    const analysis = maker(new Map(ids.map((id) => [counted.words[id] ?? "", counted.documents.at(id)])));
    for (const id of ids) {
      const word = counted.words[id] ?? "";
      const often = counted.documents.at(id);
      const parts = partsOf(word, counted.also.get(id) ?? none, analysis);
      for (const one of [word, ...parts]) words.set(one, (words.get(one) ?? 0) + often);
      result[id] = {
        whole: idOf(analysis.stem(word)),
        parts: parts.map((part) => idOf(analysis.stem(part) + partMark)),
        isStopWord: analysis.isStopWord(word),
        isDropped: isDropped(word, often, counted.numbers.length, analysis),
      };
    }
  }
  return result;
}

const none: readonly string[] = [];

/**
 * Whether a word is indexed in titles only: a stop word that stands in a quarter of all documents.
 *
 * Such words tell nothing apart and would be a third of the index; a rarer one (*weer*, *meer*, *bij*)
 * may be what a site is about.
 */
export const isDropped = (word: string, frequency: number, documents: number, analysis: Stemming): boolean =>
  frequency * 4 > documents && analysis.isStopWord(word);

/** A hyphenated word is made of what stands between its hyphens, and of what that is made of. */
function partsOf(word: string, also: readonly string[], analysis: Analysis): readonly string[] {
  const parts = also.length > 0 ? also.flatMap((one) => [one, ...analysis.split(one)]) : analysis.split(word);
  return parts.length < 2 ? parts : [...new Set(parts)];
}
