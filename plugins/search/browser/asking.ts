/**
 * Asks the index in the name of one reader: the newest question wins, older work stops.
 */
import { type Answer, openEngine, type SearchOptions } from "../../../src/search/engine.ts";
import { type Manifest, parseManifest } from "../../../src/search/manifest.ts";
import { characterTable } from "../../../src/search/normalise.ts";
import { type Marker, marker, type Wanted } from "../../../src/search/spot.ts";
import { openStore, type Store } from "../../../src/search/store.ts";
import type { Filters } from "./filters.ts";
import { stemmingsFor } from "./languages.ts";
import { fetchText, importScript } from "./origin.ts";

export interface Asker {
  readonly manifest: Manifest;
  /** Marks the words of a question wherever they stand. */
  mark(wanted: readonly Wanted[]): Marker;
  /** Undefined when a newer question came meanwhile. */
  ask(text: string, options: SearchOptions): Promise<Answer | undefined>;
  /** Draws the filters; nothing where the site has none, or they do not come. */
  filters(place: HTMLElement, changed: () => void): Promise<Filters | undefined>;
}

/** Thrown inside a question that nobody waits for any more. */
class Superseded extends Error {}

/**
 * @param text - The manifest; empty when it could not be had.
 * @throws ManifestError when it is none that this script can read.
 */
export async function openAsker(text: string): Promise<Asker> {
  const manifest = parseManifest(text);
  const stemmings = await stemmingsFor(manifest.languages);
  const store = openStore(manifest, fetchText);
  const table = characterTable();
  let newest = 0;
  return {
    manifest,
    mark: (wanted) => marker(wanted, stemmings, table),
    async filters(place, changed) {
      const script = importScript(FILTERS_SCRIPT) as Promise<typeof import("./filters.ts")>;
      const [{ drawFilters }, facets] = await Promise.all([script, store.facets()]);
      return facets && drawFilters(place, facets, changed);
    },
    async ask(question, options) {
      const own = ++newest;
      try {
        return await openEngine(guarded(store, () => own === newest), stemmings, table).search(question, options);
      } catch (error) {
        if (error instanceof Superseded) return undefined;
        throw error;
      }
    },
  };
}

/** A store that stops the work of a question as soon as a newer one was asked. */
function guarded(store: Store, isNewest: () => boolean): Store {
  const check = <Value>(value: Value): Value => {
    if (!isNewest()) throw new Superseded();
    return value;
  };
  return {
    ...store,
    need: (names) => store.need(names).then(check),
    words: (list, from, to) => store.words(list, from, to).then(check),
    excerpt: (slot, ordinal) => store.excerpt(slot, ordinal).then(check),
  };
}
