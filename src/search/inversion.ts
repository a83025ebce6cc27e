/**
 * Turns counted words into postings: columns of numbers sorted by term, field and document.
 *
 * A counting sort in two walks over the same pairs: the first counts how many postings each term has
 * in each field, the second puts every posting where it belongs. Nothing is kept in between.
 */
import type { InvertedIndex, WordTerms } from "./builder.ts";
import type { Counted } from "./counting.ts";
import { fieldNames } from "./field.ts";

const width = fieldNames.length;
const titleField = fieldNames.indexOf("title");
const titlePartsField = fieldNames.indexOf("titleParts");
const partsField = fieldNames.indexOf("parts");
/** Places in a title above this are told as this; nobody asks for so long a title. */
const lastPlace = 1023;

/** @param terms - Their ids, as `analysed` names them. Those that stand nowhere are left out. */
export function invert(counted: Counted, analysed: WordTerms, terms: ReadonlyMap<string, number>): Omit<InvertedIndex, "words"> {
  const counts = countPostings(counted, analysed, terms.size);
  const sorted = [...terms.keys()].filter((term) => isFound(counts, terms.get(term) ?? 0)).sort();
  const order = Int32Array.from(sorted, (term) => terms.get(term) ?? 0);
  const { numbers } = counted;
  return { terms: sorted, numbers: numbers.values.slice(0, numbers.length), ...place(counted, analysed, terms.size, order, counts) };
}

function isFound(counts: Int32Array, term: number): boolean {
  for (let field = 0; field < width; field++) if ((counts[term * width + field] ?? 0) > 0) return true;
  return false;
}

/** Takes one term in one field of a document; the same one may come again, right after or a little later. */
type SeeTerm = (row: number, field: number, term: number, often: number, position: number) => void;

/** Shows the terms of all documents, in their order; parts of compounds go to fields of their own. */
function walk({ rows, fields, starts, wordIds, times }: Counted, analysed: WordTerms, see: SeeTerm): void {
  const { whole, partStarts, parts, isDropped } = analysed;
  for (let run = 0; run < rows.length; run++) {
    const [row, field, from, to] = [rows.at(run), fields.at(run), starts.at(run), starts.at(run + 1)];
    const inTitle = field === titleField;
    const positions = inTitle ? titlePositions(wordIds.values.subarray(from, to), analysed) : none;
    const forParts = inTitle ? titlePartsField : partsField;
    for (let at = from; at < to; at++) {
      const word = wordIds.at(at);
      if (isDropped[word] === 1 && !inTitle) continue;
      const often = times.at(at);
      see(row, field, whole[word] ?? 0, often, inTitle ? (positions[at - from] ?? 0) : 0);
      const end = partStarts[word + 1] ?? 0;
      for (let part = partStarts[word] ?? 0; part < end; part++) see(row, forParts, parts.at(part), often, 0);
    }
  }
}

const none: readonly number[] = [];

/** For each word of a title: its place * 64 + how many words the title has; stop words count only where nothing else is. */
function titlePositions(pairs: Int32Array, { isStopWord }: WordTerms): readonly number[] {
  const telling = (id: number): boolean => isStopWord[id] !== 1;
  const all = !pairs.some(telling);
  const count = Math.min(63, all ? pairs.length : pairs.filter(telling).length);
  let place = 0;
  return Array.from(pairs, (id) => (all || telling(id) ? Math.min(lastPlace, place++) * 64 + count : 0));
}

/**
 * For term t and field f at `t * width + f`: its postings.
 *
 * A term of a part is never one of a whole word, and the fields of a document come one after the
 * other, so a term that comes again for the same document and field has seen no other meanwhile.
 */
function countPostings(counted: Counted, analysed: WordTerms, terms: number): Int32Array {
  const counts = new Int32Array(terms * width);
  const last = new Int32Array(terms).fill(-1);
  walk(counted, analysed, (row, field, term) => {
    const met = row * width + field;
    if (last[term] === met) return;
    last[term] = met;
    const key = term * width + field;
    counts[key] = (counts[key] ?? 0) + 1;
  });
  return counts;
}

/** @param counts - What each key has; it is turned into the place of the key's next posting. */
function place(counted: Counted, analysed: WordTerms, terms: number, order: Int32Array, counts: Int32Array): Pick<InvertedIndex, "starts" | "documents" | "frequencies" | "positions"> {
  const starts = new Int32Array(order.length * width + 1);
  let total = 0;
  order.forEach((id, rank) => {
    for (let field = 0; field < width; field++) {
      const many = counts[id * width + field] ?? 0;
      counts[id * width + field] = starts[rank * width + field] = total;
      total += many;
    }
  });
  starts[order.length * width] = total;
  const [documents, frequencies, positions] = [new Int32Array(total), new Int32Array(total), new Uint16Array(total)];
  const last = new Int32Array(terms).fill(-1);
  walk(counted, analysed, (row, field, term, often, position) => {
    const key = term * width + field;
    const next = counts[key] ?? 0;
    if (last[term] === row * width + field) {
      frequencies[next - 1] = (frequencies[next - 1] ?? 0) + often;
      return;
    }
    last[term] = row * width + field;
    counts[key] = next + 1;
    documents[next] = row;
    frequencies[next] = often;
    positions[next] = position;
  });
  return { starts, documents, frequencies, positions };
}
