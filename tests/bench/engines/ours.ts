/** Our index in memory, asked by the code of the browser. */
import { createHash } from "node:crypto";
import { analysesFor, stemmingOf } from "../../../plugins/search/languages.ts";
import { type Engine, openEngine } from "../../../src/search/engine.ts";
import { type SearchFile, searchFiles } from "../../../src/search/files.ts";
import { manifestName, parseManifest } from "../../../src/search/manifest.ts";
import { openStore } from "../../../src/search/store.ts";
import { type CorpusPage, searchPageOf } from "../corpus.ts";
import type { Contender } from "./engine.ts";

export type Files = ReadonlyMap<string, string>;

const hash = (...texts: readonly string[]): string => texts.reduce((sum, text) => sum.update(text), createHash("sha256")).digest("base64url");

export async function filesOf(pages: readonly CorpusPage[]): Promise<Files> {
  return new Map(await eachFileOf(pages));
}

/** One by one, for who writes them away. */
export async function eachFileOf(pages: readonly CorpusPage[]): Promise<Iterable<SearchFile>> {
  return searchFiles(pages.map(searchPageOf), { languages: await analysesFor(["nl"]), hash });
}

/** An engine that has fetched nothing but the manifest, and the names of the files that it fetches. */
export function open(files: Files): { readonly engine: Engine; readonly fetched: string[] } {
  const fetched: string[] = [];
  const manifest = parseManifest(files.get(manifestName) ?? "");
  const store = openStore(manifest, async (name) => {
    fetched.push(name);
    const text = files.get(name);
    if (text === undefined) throw new Error(`bench: the index names ${name}, which it does not have`);
    return text;
  });
  return { engine: openEngine(store, manifest.languages.map(stemmingOf)), fetched };
}

export const ours: Contender = {
  name: "Wegwijzer",
  async index(pages) {
    const { engine } = open(await filesOf(pages));
    return { search: async (query, limit) => (await engine.search(query, { limit })).hits.map(({ excerpt }) => excerpt.url) };
  },
};
