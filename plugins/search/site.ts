/**
 * Opens the index of a built site on disk with the very code of the browser, and counts what a cold
 * browser would fetch.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type Engine, openEngine } from "../../src/search/engine.ts";
import { manifestName, parseManifest } from "../../src/search/manifest.ts";
import { openStore } from "../../src/search/store.ts";
import { list } from "../output.ts";
import { stemmingOf } from "./languages.ts";

export interface BuiltIndex {
  /** An engine that has fetched nothing but the manifest, and the names of what it fetches. */
  readonly open: () => { readonly engine: Engine; readonly fetched: readonly string[] };
  /** Script, styles and manifest: what every first question costs. */
  readonly base: readonly string[];
  /** Bytes of a file under brotli 11. */
  readonly bytesOf: (name: string) => number;
}

/** @throws Error when the folder holds no search index of this format. */
export function openBuiltIndex(site: string): BuiltIndex {
  const folder = indexFolder(site);
  const manifest = parseManifest(readFileSync(join(folder, manifestName), "utf8"));
  const sizes = new Map<string, number>();
  return {
    open() {
      const fetched: string[] = [];
      const load = async (name: string): Promise<string> => {
        fetched.push(name);
        return readFileSync(join(folder, name), "utf8");
      };
      return { engine: openEngine(openStore(manifest, load), manifest.languages.map(stemmingOf)), fetched };
    },
    base: [manifestName, ...scriptsOf(folder, manifest.languages)],
    bytesOf(name) {
      const known = sizes.get(name);
      if (known !== undefined) return known;
      const size = brotliCompressSync(readFileSync(join(folder, name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
      sizes.set(name, size);
      return size;
    },
  };
}

/** An engine over the index in a folder. */
export function engineIn(folder: string): Engine {
  const load = async (name: string): Promise<string> => readFileSync(join(folder, name), "utf8");
  const manifest = parseManifest(readFileSync(join(folder, manifestName), "utf8"));
  return openEngine(openStore(manifest, load), manifest.languages.map(stemmingOf));
}

/**
 * The folder's name is an option of the plugin: it is found by the manifest in it.
 *
 * @throws Error when no folder of the site holds an index of this format.
 */
export function indexFolder(site: string): string {
  let names: string[];
  try {
    names = readdirSync(site, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  } catch (cause) {
    throw new Error(`search: expected the folder of a built site, got "${site}"; build the site first, or name its folder with --site`, { cause });
  }
  for (const name of names) {
    const folder = join(site, name);
    try {
      parseManifest(readFileSync(join(folder, manifestName), "utf8"));
      return folder;
    } catch {
      // No manifest of ours: look on, and say so below when none is found.
    }
  }
  throw new Error(`search: expected a search index in one of the folders of "${site}" (${names.join(", ") || "none"}), found none; add the search plugin and build`);
}

/** Scripts are named for what they are for: those of languages are fetched only where a site has them, those of filters and of rare questions when they are needed. */
function scriptsOf(folder: string, languages: readonly string[]): readonly string[] {
  return list(folder).filter((name) => {
    if (name.includes("/") || !/\.(js|css)$/.test(name) || /^(filters|rare)\./.test(name)) return false;
    const language = /^language-([a-z]+)\./.exec(name)?.[1];
    return language === undefined || languages.includes(language);
  });
}
