/**
 * Builds the inverted index: what `lunr.Builder` makes of the same documents, as numbers.
 *
 * Words are counted first and analysed after, each distinct word once. Postings are columns of
 * numbers sorted by term, field and document; Lunr's weights follow from them (see weights.ts).
 */
import { Column } from "./column.ts";
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

/** What analysis makes of each distinct word, in columns by the word's id. */
export interface WordTerms {
  /** The number of its own term. */
  readonly whole: Int32Array;
  /** The numbers of the terms of its parts: in `parts` from here up to the start of the next word. */
  readonly partStarts: Int32Array;
  readonly parts: Column;
  /** 1 for a stop word. */
  readonly isStopWord: Uint8Array;
  /** 1 for a word that stands in titles only, for the index. */
  readonly isDropped: Uint8Array;
}

/** @param makers - By primary language subtag; `""` serves the languages without a row. */
export function buildIndex(documents: Iterable<DocumentText>, makers: Readonly<Record<string, AnalysisMaker>>): InvertedIndex {
  const counted = count(documents);
  const terms = new Map<string, number>();
  const words = new Map<string, number>();
  const analysed = analyse(counted, makers, terms, words);
  return { words, ...invert(counted, analysed, terms) };
}

/** Analyses each distinct word of each language once. */
function analyse(counted: Counted, makers: Readonly<Record<string, AnalysisMaker>>, terms: Map<string, number>, words: Map<string, number>): WordTerms {
  const idOf = (term: string): number => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    terms.set(term, terms.size);
    return terms.size - 1;
  };
  const size = counted.words.length;
  const result = { whole: new Int32Array(size), partStarts: new Int32Array(size + 1), parts: new Column(), isStopWord: new Uint8Array(size), isDropped: new Uint8Array(size) };
  const analyses = analysesOf(counted, makers);
  for (let id = 0; id < size; id++) {
    const word = counted.words[id] ?? "";
    const often = counted.documents.at(id);
    const analysis = analyses[counted.languageOf.at(id)];
    if (!analysis) continue;
    result.whole[id] = idOf(analysis.stem(word));
    result.isStopWord[id] = analysis.isStopWord(word) ? 1 : 0;
    result.isDropped[id] = isDropped(word, often, counted.numbers.length, analysis) ? 1 : 0;
    words.set(word, (words.get(word) ?? 0) + often);
    for (const part of partsOf(word, counted.also.get(id) ?? none, analysis)) {
      words.set(part, (words.get(part) ?? 0) + often);
      result.parts.push(idOf(analysis.stem(part) + partMark));
    }
    result.partStarts[id + 1] = result.parts.length;
  }
  return result;
}

/** One for each language of the site; each knows how often its words stand there. */
function analysesOf({ languages, languageOf, words, documents }: Counted, makers: Readonly<Record<string, AnalysisMaker>>): readonly Analysis[] {
  const frequencies = languages.map(() => new Map<string, number>());
  words.forEach((word, id) => frequencies[languageOf.at(id)]?.set(word, documents.at(id)));
  return languages.map((language, place) => {
    const maker = makers[language] ?? makers[""];
    if (!maker) throw new RangeError(`search: no analysis for language "${language}", expected one of ${Object.keys(makers).join(", ")}`);
    return maker(frequencies[place] ?? new Map());
  });
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
