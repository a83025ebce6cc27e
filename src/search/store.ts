/**
 * The files of an index as they are fetched: each at most once, in parallel, tried again once.
 */
import { rangeOf } from "./cut.ts";
import { decodeExcerpt, type PageExcerpt, partOf } from "./excerpt.ts";
import { decodeFacets, type Facets } from "./facets.ts";
import { excerptFile, hashAt, keyMark, type Manifest, otherFile, parseWordLists, type Ranges, termFile, wordFile, type WordList } from "./manifest.ts";
import { decodeShard, type Shard, type TermPostings } from "./shard.ts";
import { reader } from "./vlq.ts";
import type { KnownWord } from "./wordlist.ts";

/** Fetches a file of the index by its name below the search folder; rejects when it cannot be had. */
export type Load = (name: string) => Promise<string>;

export interface Store {
  readonly manifest: Manifest;
  /** The names of the shards that hold a term, or all terms from one text up to another. */
  shardsOf(from: string, to?: string): readonly string[];
  /** Fetches shards that are not here yet; those that fail are left out and counted. */
  need(shards: Iterable<string>): Promise<void>;
  postings(term: string): TermPostings | undefined;
  /** The terms of these shards that begin so; what else is here by chance must not change an answer. */
  termsFrom(prefix: string, shards: readonly string[]): readonly string[];
  /** Nothing when they cannot be had. */
  wordLists(): Promise<readonly WordList[]>;
  words(list: WordList, from: string, to: string, decode: (text: string, reversed: boolean) => readonly KnownWord[]): Promise<readonly KnownWord[]>;
  /** The code that few questions need; nothing when it cannot be had. */
  rare(): Promise<typeof import("./rare.ts") | undefined>;
  /** The part of a page that holds a document. */
  excerpt(slot: number, ordinal: number): Promise<PageExcerpt | undefined>;
  facets(): Promise<Facets | undefined>;
  /** Every document's number. */
  all(): Promise<Int32Array>;
  /** Files that could not be had or read since the last call; only after it are they tried again. */
  failures(): readonly string[];
  /** Forgets what was longest unused, so that a page that is asked all day does not grow. */
  trim(): void;
}

export function openStore(manifest: Manifest, load: Load): Store {
  const shards = new Map<string, Shard>();
  // Of all shards that are here, so that a term, which is asked for often, is one look-up.
  const terms = new Map<string, TermPostings>();
  const { get, keep, failures, forget } = fetcher(load);
  const folderOf = (slot: number): string => hashAt(manifest.excerpts.folders, Math.floor(slot / manifest.excerpts.slots));
  return {
    manifest,
    failures,
    shardsOf: (from, to = from) => filesBetween(manifest.terms, from, to).map(termFile),
    async need(names) {
      await Promise.all([...new Set(names)].map(async (name) => {
        const shard = shards.get(name) ?? (await get(name, decodeShard));
        if (!shard) return;
        if (!shards.has(name)) for (const [term, postings] of shard) terms.set(term, postings);
        keepLast(shards, name, shard);
      }));
    },
    trim() {
      for (const shard of dropOldest(shards, keptShards)) for (const term of shard.keys()) terms.delete(term);
      forget(keptFiles);
    },
    postings: (term) => terms.get(term),
    termsFrom: (prefix, names) => names.flatMap((name) => [...(shards.get(name)?.keys() ?? [])]).filter((term) => term.startsWith(prefix)),
    wordLists: async () => (await get(otherFile(manifest.words), parseWordLists)) ?? [],
    async words(list, from, to, decode) {
      const found = await Promise.all(filesBetween(list, from, to).map((name) => get(wordFile(name), (text) => decode(text, list.reversed))));
      return found.flatMap((words) => words ?? []);
    },
    rare: () => keep("rare", () => import("./rare.ts")),
    excerpt: (slot, ordinal) => get(excerptFile(folderOf(slot), slot, partOf(ordinal)), (text) => decodeExcerpt(text, partOf(ordinal))),
    facets: async () => manifest.facets && get(otherFile(manifest.facets.file), decodeFacets),
    all: async () => (await get(otherFile(manifest.all), decodeNumbers)) ?? new Int32Array(0),
  };
}

/** What stays between questions: enough for somebody who types on, about a megabyte. */
const keptShards = 24;
const keptFiles = 80;

/** A map remembers in which order its keys came: what was used last is put at the end. */
function keepLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** @returns what was dropped. */
function dropOldest<Value>(map: Map<string, Value>, kept: number): readonly Value[] {
  return [...map].slice(0, Math.max(0, map.size - kept)).map(([key, value]) => {
    map.delete(key);
    return value;
  });
}

/** Fetches each file at most once, and once more when it fails; then the question is answered without it. */
function fetcher(load: Load) {
  const under = new Map<string, Promise<unknown>>();
  const failed = new Set<string>();
  const keep = <T>(name: string, once: () => Promise<T>): Promise<T | undefined> => {
    const known = under.get(name) as Promise<T | undefined> | undefined;
    if (known) {
      keepLast(under, name, known);
      return known;
    }
    if (failed.has(name)) return Promise.resolve(undefined);
    const got = once().catch(once).catch(() => {
      under.delete(name);
      failed.add(name);
      return undefined;
    });
    under.set(name, got);
    return got;
  };
  return {
    keep,
    get: <T>(name: string, decode: (text: string) => T): Promise<T | undefined> => keep(name, () => load(name).then(decode)),
    forget: (kept: number): void => void dropOldest(under, kept),
    failures(): readonly string[] {
      const names = [...failed];
      failed.clear();
      return names;
    },
  };
}

/** The names of the files whose ranges meet the texts from one up to another. */
function filesBetween(ranges: Ranges, from: string, to: string): readonly string[] {
  if (ranges.keys.length === 0) return [];
  const [first, last] = [rangeOf(ranges.keys, from), rangeOf(ranges.keys, to)];
  return Array.from({ length: last - first + 1 }, (_, at) => keyMark(ranges.keys[first + at] ?? "") + hashAt(ranges.files, first + at));
}

function decodeNumbers(text: string): Int32Array {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || parsed[0] !== "wegwijzer-all-1" || typeof parsed[1] !== "string") throw new SyntaxError("search: expected the list of documents");
  const numbers: number[] = [];
  const column = reader(parsed[1]);
  for (let number = 0; !column.done; ) numbers.push((number += column.next()));
  return Int32Array.from(numbers);
}
