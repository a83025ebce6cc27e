/**
 * Turns counted words into postings: columns of numbers sorted by term, field and document.
 */
import type { InvertedIndex, WordTerms } from "./builder.ts";
import { Column } from "./column.ts";
import type { Counted } from "./counting.ts";
import { fieldNames } from "./field.ts";

/** Columns of postings in the order of documents and fields, before they are sorted by term. */
interface Postings {
  readonly term: Column;
  readonly field: Column;
  readonly document: Column;
  readonly frequency: Column;
  readonly position: Column;
}

/** @param terms - By their ids, as `analysed` names them. Those that stand nowhere are left out. */
export function invert(counted: Counted, analysed: readonly WordTerms[], terms: readonly string[]): Omit<InvertedIndex, "words"> {
  const postings = collect(counted, analysed, terms.length);
  const found = new Uint8Array(terms.length);
  for (let at = 0; at < postings.term.length; at++) found[postings.term.at(at)] = 1;
  const order = [...terms.keys()].filter((id) => found[id]).sort((a, b) => ((terms[a] ?? "") < (terms[b] ?? "") ? -1 : 1));
  const rank = new Int32Array(terms.length);
  order.forEach((id, place) => (rank[id] = place));
  const { numbers } = counted;
  return { terms: order.map((id) => terms[id] ?? ""), numbers: numbers.values.slice(0, numbers.length), ...sort(postings, rank, order.length) };
}

const titleField = fieldNames.indexOf("title");
const titlePartsField = fieldNames.indexOf("titleParts");
const partsField = fieldNames.indexOf("parts");

/** Turns the word counts of each field into term counts; parts of compounds go to fields of their own. */
function collect(counted: Counted, analysed: readonly WordTerms[], terms: number): Postings {
  const postings: Postings = { term: new Column(), field: new Column(), document: new Column(), frequency: new Column(), position: new Column() };
  const tally = tallier(postings, terms);
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
        if (!word || (word.isDropped && field !== titleField)) return;
        if (!parts) tally(row, field, word.whole, often, positions?.[at] ?? 0);
        else word.parts.forEach((part) => tally(row, field === titleField ? titlePartsField : partsField, part, often, 0));
      });
    }
  }
  return postings;
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
function tallier(postings: Postings, terms: number) {
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
  };
}

/** Counting sort on term and field; within them documents rise already. */
function sort(postings: Postings, rank: Int32Array, termCount: number): Pick<InvertedIndex, "starts" | "documents" | "frequencies" | "positions"> {
  const width = fieldNames.length;
  const total = postings.term.length;
  const starts = new Int32Array(termCount * width + 1);
  const keyAt = (at: number): number => (rank[postings.term.at(at)] ?? 0) * width + postings.field.at(at);
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
