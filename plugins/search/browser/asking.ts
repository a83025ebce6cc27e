/**
 * Asks the index in the name of one reader: the newest question wins, older work stops.
 */
import { type Answer, openEngine, type SearchOptions } from "../../../src/search/engine.ts";
import { type Manifest, parseManifest } from "../../../src/search/manifest.ts";
import type { Stemming } from "../../../src/search/language.ts";
import { characterTable } from "../../../src/search/normalise.ts";
import { marker, type Wanted } from "../../../src/search/spot.ts";
import { openStore, type Store } from "../../../src/search/store.ts";
import type { Filters } from "./filters.ts";
import { stemmingsFor } from "./languages.ts";
import { fetchManifest, fetchText } from "./origin.ts";

export interface Asker {
  /** Of the index that is asked; another one after a deploy. */
  readonly manifest: Manifest;
  /** Undefined when a newer question came meanwhile. */
  ask(text: string, options: SearchOptions): Promise<Answer | undefined>;
  /** Marks them on this page; without the script for it the page stays as it is. */
  markPage(wanted: readonly Wanted[]): void;
  /** Draws the filters; nothing where the site has none, or they do not come. */
  filters(place: HTMLElement, changed: () => void): Promise<Filters | undefined>;
}

/** Thrown inside a question that nobody waits for any more. */
class Superseded extends Error {}

/** One index, as its manifest names it. */
interface Index {
  readonly text: string;
  readonly manifest: Manifest;
  readonly stemmings: readonly Stemming[];
  readonly store: Store;
}

/** @throws ManifestError when the text is no manifest that this script can read. */
async function openIndex(text: string): Promise<Index> {
  const manifest = parseManifest(text);
  return { text, manifest, stemmings: await stemmingsFor(manifest.languages), store: openStore(manifest, fetchText) };
}

/**
 * @param text - The manifest; empty when it could not be had.
 * @throws ManifestError when it is none that this script can read.
 */
export async function openAsker(text: string): Promise<Asker> {
  let index = await openIndex(text);
  const table = characterTable();
  let newest = 0;
  const search = ({ store, stemmings }: Index, isNewest: () => boolean, question: string, options: SearchOptions): Promise<Answer> =>
    openEngine(guarded(store, isNewest), stemmings, table).search(question, options);
  return {
    get manifest() {
      return index.manifest;
    },
    markPage(wanted) {
      if (wanted.length > 0) import("./marks.ts").then(({ markPage }) => markPage(marker(wanted, index.stemmings, table)), () => undefined);
    },
    async filters(place, changed) {
      const [{ drawFilters }, facets] = await Promise.all([import("./filters.ts"), index.store.facets()]);
      return facets && drawFilters(place, facets, changed);
    },
    async ask(question, options) {
      const own = ++newest;
      const isNewest = (): boolean => own === newest;
      try {
        const answer = await search(index, isNewest, question, options);
        const later = answer.failures.length > 0 && (await laterIndex(index));
        if (!later) return isNewest() ? answer : undefined;
        index = later;
        // What was chosen to filter by is of the index that went.
        return await search(index, isNewest, question, { limit: options.limit ?? 10 });
      } catch (error) {
        if (error instanceof Superseded) return undefined;
        throw error;
      }
    },
  };
}

/**
 * The index that has taken the place of one whose files are gone: a page may stand open while the site
 * is deployed. Nothing where it is still the same, or cannot be had.
 */
async function laterIndex({ text }: Index): Promise<Index | undefined> {
  const later = await fetchManifest();
  return later === "" || later === text ? undefined : openIndex(later).catch(() => undefined);
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
    words: (list, from, to, decode) => store.words(list, from, to, decode).then(check),
    excerpt: (slot, ordinal) => store.excerpt(slot, ordinal).then(check),
  };
}
