/** Lunr with lunr-languages' Dutch, the whole index, a document for each page. */
import { createRequire } from "node:module";
import type { CorpusPage } from "../corpus.ts";
import type { Contender } from "./engine.ts";

/** What we call of lunr and lunr-languages, which ship no types. */
interface Pipeline {
  runString(text: string): string[];
}
interface Index {
  query(make: (query: Query) => void): { readonly ref: string }[];
}
interface Query {
  term(terms: readonly string[], options: object): void;
}
interface Builder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string, options: { boost: number }): void;
  add(document: object): void;
}
interface Lunr {
  (make: (this: Builder) => void): Index;
  readonly nl: { stemmer: unknown; stopWordFilter: unknown };
  readonly Pipeline: new () => Pipeline & { add(...functions: unknown[]): void };
  readonly Index: { load(json: object): Index };
  tokenizer(text: string): { toString(): string }[];
}

const require = createRequire(import.meta.url);
const lunr = require("lunr") as Lunr;
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.nl")(lunr);

/** A word as lunr-languages indexes it; undefined for a stop word. */
export function dutchPipeline(): (word: string) => string | false {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.nl.stopWordFilter, lunr.nl.stemmer);
  return (word) => pipeline.runString(word)[0] || false;
}

export function lunrIndex(pages: readonly CorpusPage[]): Index {
  return lunr(function () {
    this.use(lunr.nl);
    this.ref("url");
    this.field("title", { boost: 10 });
    this.field("text", { boost: 1 });
    for (const { url, title, text } of pages) this.add({ url, title, text });
  });
}

export const loadLunr = (json: string): Index => lunr.Index.load(JSON.parse(json) as object);

/** Terms are handed over as they are: Lunr's own syntax would throw at a colon. */
export const askLunr = (index: Index, query: string): readonly string[] =>
  index.query((asked) => asked.term(lunr.tokenizer(query).map(String), {})).map(({ ref }) => ref);

export const lunrDutch: Contender = {
  name: "Lunr nl",
  async index(pages) {
    const index = lunrIndex(pages);
    return { search: async (query, limit) => askLunr(index, query).slice(0, limit) };
  },
};
