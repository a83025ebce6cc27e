/**
 * The law: for every expanded question, whole and sharded index give the same documents, in the same
 * order, with the same scores.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import lunr from "lunr";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildIndex, type DocumentText } from "../../src/search/builder.ts";
import { cut } from "../../src/search/cut.ts";
import { distance } from "../../src/search/distance.ts";
import { fieldNames } from "../../src/search/field.ts";
import type { Analysis } from "../../src/search/language.ts";
import { decodeShard, encodeShard, type Shard, type TermPostings } from "../../src/search/shard.ts";
import { ask, type Clause, lunrIndexOf } from "../../src/search/slice.ts";
import { stem } from "../../src/search/dutch/stem.ts";
import { stopWords } from "../../src/search/dutch/stopwords.ts";
import { random } from "./random.ts";
import { refOf, renumbered, weightsOf, wholeIndex } from "./wholeIndex.ts";

/** Splits any long word in two, so that both fields of parts are full. */
const analysis: Analysis = { stem, isStopWord: (word) => stopWords.has(word) || word === "ener", split: (word) => (word.length > 8 ? [word.slice(0, 4), word.slice(4)] : []) };

interface Case {
  readonly name: string;
  readonly documents: readonly DocumentText[];
}

/** Words that share beginnings, some in every document, most in few; numbers with gaps, as slots have. */
function generated(): Case {
  const next = random(7);
  const syllables = ["ener", "gie", "wa", "ter", "tran", "si", "tie", "voed", "sel", "co-", "ver", "spil", "é", "ij"];
  const vocabulary = Array.from({ length: 400 }, () => Array.from({ length: 1 + next(4) }, () => syllables[next(syllables.length)]).join(""));
  const some = (count: number): string => Array.from({ length: count }, () => vocabulary[Math.floor(next(400) * (next(400) / 400))]).join(" ");
  let number = 0;
  const documents = Array.from({ length: 300 }, (): DocumentText => {
    number += 1 + next(40);
    return { number, language: "nl", texts: { title: [some(next(5))], keywords: [some(next(3))], heading: [some(next(6))], text: [some(next(120))] } };
  });
  return { name: "300 generated documents", documents };
}

/** What a builder trips over: nothing at all, the same word again in every field, hyphens here and not there, words of one letter and of a hundred. */
function awkward(): Case {
  const texts: DocumentText["texts"][] = [
    {},
    { title: [], keywords: [], heading: [], text: [] },
    { title: [""], keywords: ["", ""], heading: [" - "], text: ["…"] },
    { title: ["Energietransitie energie"], keywords: ["energie", "Energie"], heading: ["energie", "de energie"], text: ["energietransitie", "energie energie energietransitie"] },
    { title: ["Co-creatie"], text: ["cocreatie, co-creatie en co creatie; thema's, 's-Hertogenbosch, d'Alembert"] },
    { title: ["de het een"], text: ["de de de het een"] },
    { text: ["x", "ÉÉN een Één e\u0301e\u0301n", "ß ss İ i̇ ĳ ij ﬁ fi", "\u{1d400} A"] },
    { text: ["q".repeat(100), "q".repeat(64), `${"q".repeat(63)}-r`, "é".repeat(100)] },
    { title: [Array.from({ length: 90 }, (_, at) => `w${at}`).join(" ")], heading: ["__proto__ constructor 12:30"] },
  ];
  return { name: "9 awkward documents", documents: texts.map((one, at) => ({ number: at * 7, language: "nl", texts: one })) };
}

const corpus = new URL("../../../shared/corpus/fronteers.jsonl.gz", import.meta.url);

interface CorpusPage {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

function fronteers(): Case {
  const lines = gunzipSync(readFileSync(corpus)).toString().trim().split("\n");
  const pages = lines.map((line) => JSON.parse(line) as CorpusPage);
  const documents = pages.flatMap(({ title, sections }, page) => sections.slice(0, 16).map(({ heading, text }, at): DocumentText =>
    ({ number: page * 32 + at, language: "nl", texts: { title: at === 0 ? [title] : [], heading: [heading], text: [text] } })));
  return { name: `${pages.length} pages of the corpus`, documents };
}

/** Questions of every kind, expanded to terms as the engine expands them. */
function questions(terms: readonly string[], count: number): Clause[][] {
  const next = random(11);
  const one = (): string => terms[next(terms.length)] ?? "";
  const clause = (term: string, presence: Clause["presence"] = "optional"): Clause => ({
    term,
    fields: next(3) === 0 ? [fieldNames[next(fieldNames.length)] ?? "text"] : fieldNames,
    boost: next(2) === 0 ? 1 : 0.1 + next(30) / 10,
    presence,
  });
  const kinds: (() => Clause[])[] = [
    () => [clause(one())],
    () => [clause(one()), clause(one()), clause(one())],
    () => terms.filter((term) => term.startsWith(one().slice(0, 3))).slice(0, 30).map((term) => clause(term)),
    () => { const near = one(); return terms.filter((term) => distance(near, term, 1) <= 1).map((term) => clause(term)); },
    () => [clause(one(), "required"), clause(one())],
    () => [clause(one(), "required"), clause(one(), "required")],
    () => [clause(one()), clause(one(), "prohibited")],
    () => [clause(one(), "prohibited"), clause(one(), "prohibited")],
    () => { const twice = one(); return [clause(twice), clause(twice)]; },
    () => [clause("unknownterm", "required"), clause(one())],
  ];
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length]?.() ?? []);
}

function readable(results: readonly { ref: string; score: number; metadata: unknown }[]): string {
  return results.map(({ ref, score, metadata }) => `${ref} ${score} ${JSON.stringify(metadata)}`).join("\n");
}

for (const { name, documents } of [generated(), awkward(), ...(existsSync(corpus) ? [fronteers()] : [])]) {
  const index = buildIndex(documents, { "": () => analysis });
  const whole = wholeIndex(documents, analysis);

  test(`${name}: terms, postings and weights are those of lunr.Builder`, () => {
    assert.equal(index.terms, Object.keys(whole.invertedIndex).sort());
    const terms = termsIn(shardsOf(1000));
    const all = weightsOf(lunrIndexOf(terms, documents.length));
    const expected = weightsOf(whole);
    assert.is(all.size, expected.size);
    for (const [key, weight] of expected) if (all.get(key) !== weight) assert.unreachable(`${key}: expected ${weight}, got ${all.get(key)}`);
    for (const term of index.terms) {
      for (const field of fieldNames) {
        const own = terms.get(term)?.fields[fieldNames.indexOf(field)]?.documents ?? new Int32Array(0);
        assert.equal([...own].map(refOf), Object.keys(whole.invertedIndex[term]?.[field] ?? {}));
      }
    }
  });

  const shardsOf = (most: number): readonly Shard[] => cut(index.terms, () => 50, most).map(({ from, to }) => decodeShard(encodeShard(index, from, to)));
  const termsIn = (shards: readonly Shard[]): ReadonlyMap<string, TermPostings> => new Map(shards.flatMap((shard) => [...shard]));

  test(`${name}: 500 expanded questions get the same documents, order, scores and matches from shards`, () => {
    const inOrder = renumbered(whole);
    const terms = termsIn(shardsOf(600));
    const all = Int32Array.from(documents.map(({ number }) => number));
    for (const clauses of questions(index.terms, 500)) {
      const negated = clauses.every(({ presence }) => presence === "prohibited");
      const slice = new Map(clauses.flatMap(({ term }) => (terms.has(term) ? [[term, terms.get(term) as TermPostings] as const] : [])));
      const sharded = ask(lunrIndexOf(slice, documents.length, undefined, negated ? all : undefined), clauses);
      const presences = { optional: 1, required: 2, prohibited: 3 };
      const expected = inOrder.query((query) => {
        for (const clause of clauses) query.clause({ ...clause, usePipeline: false, presence: presences[clause.presence] });
      });
      assert.is(
        readable(sharded.map(({ document, score, matchData }) => ({ ref: refOf(document), score, metadata: matchData.metadata }))),
        readable(expected.map(({ ref, score, matchData }) => ({ ref, score, metadata: matchData.metadata }))),
        JSON.stringify(clauses),
      );
    }
  });

  test(`${name}: as Lunr numbers its terms, the scores differ in the last bit at most`, () => {
    const inOrder = renumbered(whole);
    for (const clauses of questions(index.terms, 100)) {
      const scores = (lunrIndex: lunr.Index): Map<string, number> => new Map(lunrIndex.query((query) => {
        for (const { term, fields, boost } of clauses) query.clause({ term, fields, boost, usePipeline: false });
      }).map(({ ref, score }) => [ref, score]));
      const [ours, theirs] = [scores(inOrder), scores(whole)];
      assert.equal([...ours.keys()].sort(), [...theirs.keys()].sort());
      for (const [ref, score] of theirs) assert.ok(Math.abs((ours.get(ref) ?? NaN) - score) < 1e-12 * Math.max(1, score), ref);
    }
  });
}

// The corpus is no part of the project: without it the generated data holds the law, and this tells what was not tried.
if (!existsSync(corpus)) test.skip("the law on the corpus: ../shared/corpus is not here", () => {});

test.run();
