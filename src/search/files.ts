/**
 * From pages to the files of a search index: documents, inverted index, shards, excerpts, manifest.
 */
import { buildIndex, type DocumentText, type InvertedIndex } from "./builder.ts";
import { cut } from "./cut.ts";
import { documentsOf, type SearchPage } from "./document.ts";
import { encodeExcerpts } from "./excerpt.ts";
import { encodeFacets } from "./facets.ts";
import { fieldNames } from "./field.ts";
import type { AnalysisMaker } from "./language.ts";
import { excerptFile, hashLength, type Manifest, manifestFormat, manifestName, otherFile, type Ranges, termFile, wordFile } from "./manifest.ts";
import { encodeShard } from "./shard.ts";
import { slotSpace, slotsOf } from "./slots.ts";
import { encode } from "./vlq.ts";
import { encodeWords, wordLists } from "./wordlist.ts";

export interface BuildOptions {
  /** By primary language subtag; `""` serves the languages without a row. */
  readonly languages: Readonly<Record<string, AnalysisMaker>>;
  /** A strong hash of a text, in URL-safe characters: SHA-256 in base64url. */
  readonly hash: (text: string) => string;
}

/** Shards are as many as a manifest can name cheaply, and no smaller than is worth a request. */
const aimShards = 800;
const minShardBytes = 1500;
const minWordRangeBytes = 4000;
const aimWordRanges = 100;
const aimFolders = 256;

/** Names below the search folder -> texts; every name but the manifest's holds its hash. */
export function searchFiles(pages: readonly SearchPage[], options: BuildOptions): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (name: (hash: string) => string, text: string): string => {
    const hash = options.hash(text).slice(0, hashLength);
    const there = files.get(name(hash));
    if (there !== undefined && there !== text) throw new Error(`search: two files want the name ${name(hash)}; change one page by a letter and build again`);
    files.set(name(hash), text);
    return hash;
  };
  const slots = slotsOf(pages.map((page) => page.url));
  const index = buildIndex(documentTexts(pages, slots), options.languages);
  const facets = encodeFacets(pages, slots);
  const manifest: Manifest = {
    format: manifestFormat,
    documents: index.numbers.length,
    pages: pages.length,
    slots: slotSpace(pages.length),
    languages: languagesOf(pages),
    terms: termRanges(index, (text) => add(termFile, text)),
    words: wordLists.map((list) => ({ ...list, ...ranges(encodeWords(index.words, list, minWordRangeBytes, aimWordRanges), (text) => add(wordFile, text)) })),
    excerpts: excerptFolders(pages, slots, options.hash, files),
    all: add(otherFile, encodeNumbers(index.numbers)),
    ...(facets ? { facets: { names: facets.names, file: add(otherFile, facets.text) } } : {}),
  };
  return files.set(manifestName, JSON.stringify(manifest));
}

/** Documents in the order of their numbers, which is the order of all postings. */
function documentTexts(pages: readonly SearchPage[], slots: ReadonlyMap<string, number>): readonly DocumentText[] {
  return pages
    .flatMap((page, place) => documentsOf(page, place).map(({ ordinal, from, to }): DocumentText => {
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

function termRanges(index: InvertedIndex, add: (text: string) => string): Ranges {
  const width = fieldNames.length;
  // About what a term takes in the text of a shard: its letters, its counts, three digits a posting.
  const sizeOf = (place: number): number => 10 + 3 * ((index.starts[(place + 1) * width] ?? 0) - (index.starts[place * width] ?? 0));
  const total = index.terms.reduce((sum, _, place) => sum + sizeOf(place), 0);
  const most = Math.max(minShardBytes, total / aimShards);
  return ranges(cut(index.terms, sizeOf, most).map(({ key, from, to }) => ({ key, text: encodeShard(index, from, to) })), add);
}

function ranges(files: readonly { readonly key: string; readonly text: string }[], add: (text: string) => string): Ranges {
  return { keys: files.map(({ key }) => key), files: files.map(({ text }) => add(text)).join("") };
}

/** A folder of excerpts is named by the hash of all of them, so that one name serves many small files. */
function excerptFolders(pages: readonly SearchPage[], slots: ReadonlyMap<string, number>, hash: BuildOptions["hash"], files: Map<string, string>): Manifest["excerpts"] {
  const perFolder = Math.max(1, slotSpace(pages.length) / aimFolders);
  const folders: { slot: number; parts: readonly string[] }[][] = Array.from({ length: slotSpace(pages.length) / perFolder }, () => []);
  for (const page of pages) {
    const slot = slots.get(page.url) ?? 0;
    folders[Math.floor(slot / perFolder)]?.push({ slot, parts: encodeExcerpts(page) });
  }
  const hashes = folders.map((folder) => {
    const sorted = folder.sort((a, b) => a.slot - b.slot);
    const name = hash(JSON.stringify(sorted)).slice(0, hashLength);
    for (const { slot, parts } of sorted) parts.forEach((text, part) => files.set(excerptFile(name, slot, part), text));
    return name;
  });
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
