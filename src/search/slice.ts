/// <reference path="./lunr.d.ts" />
/**
 * A `lunr.Index` made of the few terms that a question needs; Lunr ranks.
 *
 * In lunr 2.3.9 the score of a document depends only on the entries of the question's own terms in
 * the inverted index and in the field vectors, so a slice answers exactly as the whole index does.
 * Lunr's last release is of 2020: this module is the only one that touches it.
 */
import lunr from "lunr";
import { fieldNames, fields } from "./field.ts";
import type { TermPostings } from "./shard.ts";
import { idf, weight } from "./weights.ts";

/** One term of an expanded question. */
export interface Clause {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly presence: "optional" | "required" | "prohibited";
}

export interface LunrHit {
  /** Number of the document. */
  readonly document: number;
  readonly score: number;
  readonly matchData: lunr.MatchData;
}

/** A number by itself as a key would be reordered by JavaScript, and ties with it. */
const refOf = (document: number): string => `d${document}`;
const documentOf = (ref: string): number => Number(ref.slice(1));

const presences = { optional: 1, required: 2, prohibited: 3 } as const;

/**
 * @param terms - The postings of every term of the clauses that the site knows.
 * @param documents - How many documents the whole index has.
 * @param keep - Documents to rank; all when absent. Scores do not depend on it.
 * @param all - Every document of the index, which a purely negated question needs.
 */
export function lunrIndexOf(terms: ReadonlyMap<string, TermPostings>, documents: number, keep?: (document: number) => boolean, all?: Int32Array): lunr.Index {
  const invertedIndex: Record<string, lunr.Posting> = Object.create(null);
  const vectors: Record<string, number[]> = Object.create(null);
  for (const document of all ?? []) for (const name of fieldNames) vectors[`${name}/${refOf(document)}`] = [];
  const names = [...terms.keys()].sort();
  names.forEach((name, place) => {
    const postings = terms.get(name);
    if (postings) invertedIndex[name] = posting(postings, place, documents, vectors, keep);
  });
  const fieldVectors: Record<string, lunr.Vector> = Object.create(null);
  for (const ref of Object.keys(vectors)) fieldVectors[ref] = new lunr.Vector(vectors[ref]);
  return new lunr.Index({ invertedIndex, fieldVectors, fields: fieldNames, tokenSet: knownTerms(invertedIndex), pipeline: new lunr.Pipeline() });
}

/**
 * Stands in for the token set of the whole index: a question here is made of terms as they are, so
 * what it matches is looked up, and no automaton of all terms is built for every question.
 */
function knownTerms(invertedIndex: Readonly<Record<string, unknown>>): Pick<lunr.TokenSet, "intersect"> {
  return { intersect: (asked) => (asked.toArray().every((term) => term in invertedIndex) ? asked : new lunr.TokenSet()) };
}

function posting(postings: TermPostings, place: number, documents: number, vectors: Record<string, number[]>, keep?: (document: number) => boolean): lunr.Posting {
  const entry: lunr.Posting = Object.assign(Object.create(null), { _index: place });
  const rarity = idf(postings.documentFrequency, documents);
  fields.forEach(({ name, boost }, field) => {
    const inField: lunr.FieldPosting = Object.create(null);
    const columns = postings.fields[field];
    // Thousands of documents, of which a few are kept: a loop.
    for (let at = 0; columns && at < columns.documents.length; at++) {
      const document = columns.documents[at] ?? 0;
      if (keep && !keep(document)) continue;
      const ref = refOf(document);
      inField[ref] = {};
      (vectors[`${name}/${ref}`] ??= []).push(place, weight(rarity, columns.frequencies[at] ?? 1, boost));
    }
    entry[name] = inField;
  });
  return entry;
}

/** Asks Lunr; the best first, equal scores in the order in which Lunr met them. */
export function ask(index: lunr.Index, clauses: readonly Clause[]): readonly LunrHit[] {
  const results = index.query((query) => {
    for (const { term, fields, boost, presence } of clauses) {
      query.clause({ term, fields, boost, usePipeline: false, presence: presences[presence] });
    }
  });
  return results.map(({ ref, score, matchData }) => ({ document: documentOf(ref), score, matchData }));
}
