/** A small site in memory, with its index, for tests of the engine. */
import { createHash } from "node:crypto";
import { analysesFor, stemmingOf } from "../../plugins/search/languages.ts";
import type { SearchPage } from "../../src/search/document.ts";
import { type Engine, openEngine } from "../../src/search/engine.ts";
import { searchFiles } from "../../src/search/files.ts";
import { manifestName, parseManifest } from "../../src/search/manifest.ts";
import { openStore } from "../../src/search/store.ts";

export const hash = (...texts: readonly string[]): string => texts.reduce((sum, text) => sum.update(text), createHash("sha256")).digest("base64url");

export const pageOf = (url: string, title: string, text: string, more: Partial<SearchPage> = {}): SearchPage => ({
  url, title, language: "nl", sections: [{ anchor: "", heading: "", text }], ...more,
});

export async function filesOf(pages: readonly SearchPage[]): Promise<ReadonlyMap<string, string>> {
  const languages = await analysesFor(new Set(pages.map(({ language }) => language)));
  return new Map(searchFiles(pages, { languages, hash }));
}

export interface Opened {
  readonly engine: Engine;
  /** The names of the files that were asked for, in their order. */
  readonly asked: string[];
}

/** @param change - What the server gives for a file; by default the file. */
export function open(files: ReadonlyMap<string, string>, change: (name: string, text: string | undefined) => string | undefined = (_, text) => text): Opened {
  const asked: string[] = [];
  const manifest = parseManifest(files.get(manifestName) ?? "");
  const store = openStore(manifest, async (name) => {
    asked.push(name);
    const text = change(name, files.get(name));
    if (text === undefined) throw new Error(`404 ${name}`);
    return text;
  });
  return { engine: openEngine(store, manifest.languages.map(stemmingOf)), asked };
}
