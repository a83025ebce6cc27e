/**
 * Builds the inverted index: what `lunr.Builder` makes of the same documents, as numbers.
 *
 * Words are counted first and analysed after, each distinct word once. Postings are columns of
 * numbers sorted by term, field and document; Lunr's weights follow from them (see weights.ts).
 */
import { Column } from "./column.ts";
import { type Counted, count, type Vocabulary } from "./counting.ts";
import { type FieldName, fieldNames } from "./field.ts";
import { type Analysis, type AnalysisMaker, partMark } from "./language.ts";

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
  readonly positions: Int32Array;
  /** Words as readers may type them, and parts of compounds: in how many documents each stands. */
  readonly words: ReadonlyMap<string, number>;
  /** Words of field f in document d: `lengths[d * fields + f]`, after analysis. */
  readonly lengths: Int32Array;
}

/** Term numbers of one distinct word: itself first, then its parts. */
interface WordTerms {
  readonly whole: number;
  readonly parts: readonly number[];
  readonly isStopWord: boolean;
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
  for (const [language, vocabulary] of counted.vocabularies) {
    const maker = makers[language] ?? makers[""];
    if (!maker) throw new RangeError(`search: no analysis for language "${language}", expected one of ${Object.keys(makers).join(", ")}`);
    const analysis = maker(frequenciesOf(vocabulary, counted.words));
    for (const [place, id] of vocabulary.ids.entries()) {
      const word = counted.words[id] ?? "";
      const parts = partsOf(word, counted.also.get(id) ?? none, analysis);
      for (const one of [word, ...parts]) words.set(one, (words.get(one) ?? 0) + vocabulary.documents.at(place));
      result[id] = {
        whole: idOf(analysis.stem(word)),
        parts: parts.map((part) => idOf(analysis.stem(part) + partMark)),
        isStopWord: analysis.isStopWord(word),
      };
    }
  }
  return result;
}

const none: readonly string[] = [];

const frequenciesOf = ({ ids, documents }: Vocabulary, words: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, place) => [words[id] ?? "", documents.at(place)]));

/** A hyphenated word is made of what stands between its hyphens, and of what that is made of. */
function partsOf(word: string, also: readonly string[], analysis: Analysis): readonly string[] {
  const parts = also.length > 0 ? also.flatMap((one) => [one, ...analysis.split(one)]) : analysis.split(word);
  return parts.length < 2 ? parts : [...new Set(parts)];
}

/** Columns of postings in the order of documents and fields, before they are sorted by term. */
interface Postings {
  readonly term: Column;
  readonly field: Column;
  readonly document: Column;
  readonly frequency: Column;
  readonly position: Column;
}

function invert(counted: Counted, analysed: readonly WordTerms[], terms: readonly string[]): Omit<InvertedIndex, "words"> {
  const order = terms.map((_, id) => id).sort((a, b) => ((terms[a] ?? "") < (terms[b] ?? "") ? -1 : 1));
  const rank = new Int32Array(terms.length);
  order.forEach((id, place) => (rank[id] = place));
  const postings: Postings = { term: new Column(), field: new Column(), document: new Column(), frequency: new Column(), position: new Column() };
  const lengths = new Int32Array(counted.numbers.length * fieldNames.length);
  collect(counted, analysed, rank, postings, lengths);
  return { terms: order.map((id) => terms[id] ?? ""), numbers: counted.numbers.values.slice(0, counted.numbers.length), lengths, ...sort(postings, terms.length) };
}

const titleField = fieldNames.indexOf("title");
const titlePartsField = fieldNames.indexOf("titleParts");
const partsField = fieldNames.indexOf("parts");

/** Turns the word counts of each field into term counts; parts of compounds go to fields of their own. */
function collect(counted: Counted, analysed: readonly WordTerms[], rank: Int32Array, postings: Postings, lengths: Int32Array): void {
  const tally = tallier(postings, lengths, rank.length);
  const { rows, fields, starts, wordIds, times } = counted;
  // Parts come in a second walk, so that the postings of one field of a document lie side by side.
  for (const parts of [false, true]) {
    for (let run = 0; run < rows.length; run++) {
      const [row, field] = [rows.at(run), fields.at(run)];
      const pairs = wordIds.values.subarray(starts.at(run), starts.at(run + 1));
      const positions = field === titleField && !parts ? titlePositions(pairs, analysed) : undefined;
      pairs.forEach((id, at) => {
        const word = analysed[id];
        const often = times.at(starts.at(run) + at);
        if (!parts) tally(row, field, rank[word?.whole ?? 0] ?? 0, often, positions?.[at] ?? 0);
        else word?.parts.forEach((part) => tally(row, field === titleField ? titlePartsField : partsField, rank[part] ?? 0, often, 0));
      });
    }
  }
}

/** For each word of a title: its place * 64 + how many words the title has; stop words count only where nothing else is. */
function titlePositions(pairs: Int32Array, analysed: readonly WordTerms[]): number[] {
  const telling = (id: number): boolean => analysed[id]?.isStopWord !== true;
  const all = !pairs.some(telling);
  const count = Math.min(63, all ? pairs.length : pairs.filter(telling).length);
  let place = 0;
  return [...pairs].map((id) => (all || telling(id) ? place++ * 64 + count : 0));
}

/** Adds up how often a term stands in a field of a document; calls for one field of one document come in a row. */
function tallier(postings: Postings, lengths: Int32Array, terms: number) {
  const last = new Int32Array(terms).fill(-1);
  return (row: number, field: number, term: number, times: number, position: number): void => {
    const at = last[term] ?? -1;
    if (at >= 0 && postings.document.at(at) === row && postings.field.at(at) === field) {
      postings.frequency.values[at] = postings.frequency.at(at) + times;
    } else {
      last[term] = postings.term.length;
      postings.term.push(term);
      postings.field.push(field);
      postings.document.push(row);
      postings.frequency.push(times);
      postings.position.push(position);
    }
    lengths[row * fieldNames.length + field] = (lengths[row * fieldNames.length + field] ?? 0) + times;
  };
}

/** Counting sort on term and field; within them documents rise already. */
function sort(postings: Postings, termCount: number): Pick<InvertedIndex, "starts" | "documents" | "frequencies" | "positions"> {
  const width = fieldNames.length;
  const total = postings.term.length;
  const starts = new Int32Array(termCount * width + 1);
  const keyAt = (at: number): number => (postings.term.at(at)) * width + (postings.field.at(at));
  for (let at = 0; at < total; at++) starts[keyAt(at) + 1] = (starts[keyAt(at) + 1] ?? 0) + 1;
  for (let key = 0; key < termCount * width; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const [documents, frequencies, positions] = [new Int32Array(total), new Int32Array(total), new Int32Array(total)];
  for (let at = 0; at < total; at++) {
    const key = keyAt(at);
    const to = next[key] ?? 0;
    next[key] = to + 1;
    documents[to] = postings.document.at(at);
    frequencies[to] = postings.frequency.at(at);
    positions[to] = postings.position.at(at);
  }
  return { starts, documents, frequencies, positions };
}
