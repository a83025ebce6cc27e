/**
 * From pages to the files of a search index: documents, inverted index, shards, excerpts, manifest.
 */
import { buildIndex, type DocumentText, type InvertedIndex } from "./builder.ts";
import { cut } from "./cut.ts";
import { documentsOf, type SearchDocument, type SearchPage } from "./document.ts";
import { encodeExcerpts } from "./excerpt.ts";
import { encodeFacets } from "./facets.ts";
import { fieldNames } from "./field.ts";
import type { AnalysisMaker } from "./language.ts";
import { excerptFile, hashLength, keyMark, type Manifest, manifestFormat, manifestName, manifestText, otherFile, type Ranges, termFile, wordFile, type WordList, wordListsText } from "./manifest.ts";
import { encodeShard } from "./shard.ts";
import { slotSpace, slotsOf } from "./slots.ts";
import { encode } from "./vlq.ts";
import { encodeWords, type KeyedText } from "./wordlist.ts";

export interface BuildOptions {
  /** By primary language subtag; `""` serves the languages without a row. */
  readonly languages: Readonly<Record<string, AnalysisMaker>>;
  /** A strong hash of texts one after the other, in URL-safe characters: SHA-256 in base64url. */
  readonly hash: (...texts: readonly string[]) => string;
}

/** Shards are as many as a manifest can name cheaply, and no smaller than is worth a request. */
const aimShards = 1000;
const minShardBytes = 1800;
const minWordRangeBytes = 2000;
const aimWordRanges = 160;
const aimFolders = 128;

export type SearchFile = readonly [name: string, text: string];

/**
 * The files of an index, each once, the manifest last: names below the search folder, and texts.
 *
 * They are made one by one, so that who writes them away never holds them all. Every name but the
 * manifest's holds its hash.
 */
export function* searchFiles(pages: readonly SearchPage[], options: BuildOptions): Generator<SearchFile, void> {
  const slots = slotsOf(pages.map((page) => page.url));
  const facets = encodeFacets(pages, slots);
  const add = adder(options.hash);
  const cuts = pages.map(documentsOf);
  const excerpts = yield* excerptFolders(pages, cuts, slots, options.hash);
  const index = buildIndex(documentTexts(pages, cuts, slots), options.languages);
  const terms = yield* ranges(termShards(index), termFile, add);
  const words: WordList[] = [];
  for (const { list, files } of encodeWords(index.words, minWordRangeBytes, aimWordRanges)) words.push({ ...list, ...(yield* ranges(files, wordFile, add)) });
  const manifest: Manifest = {
    format: manifestFormat,
    documents: index.numbers.length,
    pages: pages.length,
    slots: slotSpace(pages.length),
    languages: languagesOf(pages),
    terms, excerpts,
    words: yield* add(otherFile, wordListsText(words)),
    all: yield* add(otherFile, encodeNumbers(index.numbers)),
    ...(facets ? { facets: { names: facets.names, file: yield* add(otherFile, facets.text) } } : {}),
  };
  yield [manifestName, manifestText(manifest)];
}

/** Gives a file, unless it was given before, and tells its hash. */
type Add = (nameOf: (hash: string) => string, text: string) => Generator<SearchFile, string>;

/** @throws Error when two texts want one name. */
function adder(hash: BuildOptions["hash"]): Add {
  const known = new Map<string, string>();
  return function* (nameOf, text) {
    const whole = hash(text);
    const short = whole.slice(0, hashLength);
    const name = nameOf(short);
    const there = known.get(name);
    if (there !== undefined && there !== whole) throw new Error(`search: two files want the name ${name}; change one page by a letter and build again`);
    known.set(name, whole);
    if (there === undefined) yield [name, text];
    return short;
  };
}

/** Documents in the order of their numbers, which is the order of all postings. */
function documentTexts(pages: readonly SearchPage[], cuts: readonly (readonly SearchDocument[])[], slots: ReadonlyMap<string, number>): readonly DocumentText[] {
  return pages
    .flatMap((page, place) => (cuts[place] ?? []).map(({ ordinal, from, to }): DocumentText => {
      const sections = page.sections.slice(from, to);
      return {
        number: (slots.get(page.url) ?? 0) * 16 + ordinal,
        language: page.language,
        texts: {
          ...(ordinal === 0 ? { title: [page.title], keywords: page.keywords ?? [] } : {}),
          heading: sections.map((section) => section.heading),
          text: sections.map((section) => section.text),
        },
      };
    }))
    .sort((a, b) => a.number - b.number);
}

function languagesOf(pages: readonly SearchPage[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { language } of pages) {
    const primary = language.toLowerCase().split("-", 1)[0] ?? "";
    counts.set(primary, (counts.get(primary) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([language]) => language);
}

function* termShards(index: InvertedIndex): Generator<KeyedText> {
  const width = fieldNames.length;
  // About what a term takes in the text of a shard: its letters, its counts, three digits a posting.
  const sizeOf = (place: number): number => 10 + 3 * ((index.starts[(place + 1) * width] ?? 0) - (index.starts[place * width] ?? 0));
  const total = index.terms.reduce((sum, _, place) => sum + sizeOf(place), 0);
  const most = Math.max(minShardBytes, total / aimShards);
  for (const { key, from, to } of cut(index.terms, sizeOf, most)) yield { key, text: encodeShard(index, from, to) };
}

function* ranges(files: Iterable<KeyedText>, nameOf: (hash: string) => string, add: Add): Generator<SearchFile, Ranges> {
  const keys: string[] = [];
  const hashes: string[] = [];
  for (const { key, text } of files) {
    keys.push(key);
    hashes.push(yield* add((hash) => nameOf(keyMark(key) + hash), text));
  }
  return { keys, files: hashes.join("") };
}

/** A folder of excerpts is named by the hash of all of them, so that one name serves many small files. */
function* excerptFolders(pages: readonly SearchPage[], cuts: readonly (readonly SearchDocument[])[], slots: ReadonlyMap<string, number>, hash: BuildOptions["hash"]): Generator<SearchFile, Manifest["excerpts"]> {
  const space = slotSpace(pages.length);
  const perFolder = Math.max(1, space / aimFolders);
  const folders: number[][] = Array.from({ length: space / perFolder }, () => []);
  const slotAt = pages.map((page) => slots.get(page.url) ?? 0);
  slotAt.forEach((slot, place) => folders[Math.floor(slot / perFolder)]?.push(place));
  const hashes: string[] = [];
  for (const folder of folders) {
    const sorted = folder.sort((a, b) => (slotAt[a] ?? 0) - (slotAt[b] ?? 0)).flatMap((place) => {
      const page = pages[place];
      return page ? [{ slot: slotAt[place] ?? 0, parts: encodeExcerpts(page, cuts[place]) }] : [];
    });
    const name = hash(...sorted.flatMap(({ slot, parts }) => [`${slot}`, ...parts])).slice(0, hashLength);
    for (const { slot, parts } of sorted) for (const [part, text] of parts.entries()) yield [excerptFile(name, slot, part), text];
    hashes.push(name);
  }
  return { slots: perFolder, folders: hashes.join("") };
}

function encodeNumbers(numbers: Int32Array): string {
  let [text, before] = ["", 0];
  for (const number of numbers) {
    text += encode(number - before);
    before = number;
  }
  return JSON.stringify(["wegwijzer-all-1", text]);
}
