/** The whole index as `lunr.Builder` makes it of the same documents: what ours is measured against. */
import lunr from "lunr";
import { type DocumentText, type InvertedIndex, isDropped } from "../../src/search/builder.ts";
import { fieldNames, fields } from "../../src/search/field.ts";
import { type Analysis, partMark } from "../../src/search/language.ts";
import { words } from "../../src/search/normalise.ts";
import { b, k1 } from "../../src/search/weights.ts";

export const refOf = (number: number): string => `d${number}`;

/** Word by word, with nothing counted or kept: slow, and plain to see. */
function termsOf({ texts }: DocumentText, analysis: Analysis, alsoOf: ReadonlyMap<string, readonly string[]>, drop: (word: string) => boolean): Record<string, string[]> {
  const terms: Record<string, string[]> = Object.fromEntries(fieldNames.map((name) => [name, []]));
  for (const name of ["title", "keywords", "heading", "text"] as const) {
    for (const { word } of (texts[name] ?? []).flatMap((text) => words(text))) {
      if (name !== "title" && drop(word)) continue;
      terms[name]?.push(analysis.stem(word));
      const also = alsoOf.get(word) ?? [];
      const parts = also.length > 0 ? also.flatMap((one) => [one, ...analysis.split(one)]) : analysis.split(word);
      for (const part of new Set(parts)) terms[name === "title" ? "titleParts" : "parts"]?.push(analysis.stem(part) + partMark);
    }
  }
  return terms;
}

/** A word counts as hyphenated everywhere when it is so once. */
function hyphenated(documents: readonly DocumentText[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { texts } of documents) {
    for (const name of ["title", "keywords", "heading", "text"] as const) {
      for (const { word, also } of (texts[name] ?? []).flatMap((text) => words(text))) {
        if (also.length === 0) continue;
        const known = found.get(word) ?? [];
        found.set(word, [...known, ...also.filter((one) => !known.includes(one))]);
      }
    }
  }
  return found;
}

/** In how many documents each word stands. */
function frequenciesOf(documents: readonly DocumentText[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const { texts } of documents) {
    const found = new Set(Object.values(texts).flatMap((run) => run.flatMap((text) => words(text).map(({ word }) => word))));
    for (const word of found) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  return frequencies;
}

export function wholeIndex(documents: readonly DocumentText[], analysis: Analysis): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref("ref");
  for (const { name, boost } of fields) builder.field(name, { boost });
  builder.b(b);
  builder.k1(k1);
  const also = hyphenated(documents);
  const frequencies = frequenciesOf(documents);
  const drop = (word: string): boolean => isDropped(word, frequencies.get(word) ?? 0, documents.length, analysis);
  for (const document of documents) builder.add({ ref: refOf(document.number), ...termsOf(document, analysis, also, drop) });
  return builder.build();
}

/**
 * The same index with its terms numbered in their own order.
 *
 * Lunr numbers terms as it meets them, and adds up in that order; shards number them by name, since
 * nothing else stays put. Sums of the same numbers in another order may differ in the last bit.
 */
export function renumbered(index: lunr.Index): lunr.Index {
  const terms = Object.keys(index.invertedIndex).sort();
  const place = new Map(terms.map((term, at) => [index.invertedIndex[term]?._index ?? -1, at]));
  const vectors = Object.entries(index.fieldVectors).map(([ref, vector]) => {
    const pairs: [number, number][] = [];
    for (let at = 0; at < vector.elements.length; at += 2) pairs.push([place.get(vector.elements[at] ?? -1) ?? -1, vector.elements[at + 1] ?? 0]);
    return [ref, new lunr.Vector(pairs.sort(([a], [b]) => a - b).flat())] as const;
  });
  return new lunr.Index({
    invertedIndex: Object.fromEntries(terms.map((term, at) => [term, { ...index.invertedIndex[term], _index: at }])),
    fieldVectors: Object.fromEntries(vectors),
    fields: fieldNames,
    tokenSet: lunr.TokenSet.fromArray(terms),
    pipeline: new lunr.Pipeline(),
  });
}

/** All weights as `term/field/ref` -> weight, from the vectors of an index. */
export function weightsOf(index: lunr.Index): ReadonlyMap<string, number> {
  const names = new Map(Object.entries(index.invertedIndex).map(([term, posting]) => [posting._index, term]));
  const weights = new Map<string, number>();
  for (const [ref, { elements }] of Object.entries(index.fieldVectors)) {
    for (let at = 0; at < elements.length; at += 2) weights.set(`${names.get(elements[at] ?? -1)}/${ref}`, elements[at + 1] ?? NaN);
  }
  return weights;
}

export type { InvertedIndex };
