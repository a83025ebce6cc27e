/**
 * Asks the index in the name of one reader: the newest question wins, older work stops.
 */
import { type Answer, openEngine, type SearchOptions } from "../../../src/search/engine.ts";
import type { Stemming } from "../../../src/search/language.ts";
import { type Manifest, manifestName, parseManifest } from "../../../src/search/manifest.ts";
import { openStore, type Store } from "../../../src/search/store.ts";
import { stemmingsFor } from "./languages.ts";

export interface Asker {
  readonly manifest: Manifest;
  readonly stemmings: readonly Stemming[];
  /** Undefined when a newer question came meanwhile. */
  ask(text: string, options: SearchOptions): Promise<Answer | undefined>;
  facets: Store["facets"];
}

/** What the files of one store may hold, in UTF-16 units; then the browser's own cache keeps them, and a new store begins. */
const mostKept = 400_000;

/** Thrown inside a question that nobody waits for any more. */
class Superseded extends Error {}

/**
 * @param manifest - Its text; empty when it could not be had.
 * @throws ManifestError when there is none that this script can read.
 */
export async function openAsker(base: URL, manifest: string): Promise<Asker> {
  const stemmings = await stemmingsFor(parseManifest(manifest).languages, base);
  const load = async (name: string): Promise<string> => {
    const answer = await fetch(new URL(name, base));
    if (!answer.ok) throw new Error(`search: ${name}: ${answer.status}`);
    return answer.text();
  };
  let opened = keeping(manifest, load);
  let newest = 0;
  const ask: Asker["ask"] = async (text, options) => {
    const own = ++newest;
    if (opened.kept() > mostKept) opened = keeping(manifest, load);
    try {
      return await openEngine(guarded(opened.store, () => own === newest), stemmings).search(text, options);
    } catch (error) {
      if (error instanceof Superseded) return undefined;
      throw error;
    }
  };
  return { manifest: opened.store.manifest, stemmings, ask, facets: () => opened.store.facets() };
}

function keeping(manifest: string, load: (name: string) => Promise<string>): { readonly store: Store; readonly kept: () => number } {
  let kept = 0;
  const store = openStore(parseManifest(manifest), async (name) => {
    const text = await load(name);
    kept += text.length;
    return text;
  });
  return { store, kept: () => kept };
}

/** A store that stops the work of a question as soon as a newer one was asked. */
function guarded(store: Store, isNewest: () => boolean): Store {
  const check = <Value>(value: Value): Value => {
    if (!isNewest()) throw new Superseded(manifestName);
    return value;
  };
  return {
    ...store,
    need: (names) => store.need(names).then(check),
    words: (list, from, to) => store.words(list, from, to).then(check),
    excerpt: (slot) => store.excerpt(slot).then(check),
  };
}
