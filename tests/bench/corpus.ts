/**
 * The pages that benchmarks run on: real Dutch text, kept beside the project and never in it.
 *
 * `WEGWIJZER_CORPUS` names another folder.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { hash32 } from "../../src/search/slots.ts";
import type { SearchPage, Section } from "../../src/search/document.ts";

export interface CorpusPage {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly source: string;
  readonly words: number;
  readonly sections: readonly Section[];
  readonly text: string;
}

const folder = process.env["WEGWIJZER_CORPUS"] ?? fileURLToPath(new URL("../../../shared/corpus", import.meta.url));

export const isHere = (): boolean => existsSync(`${folder}/fronteers.jsonl.gz`);

const readLines = (name: string): CorpusPage[] =>
  gunzipSync(readFileSync(`${folder}/${name}.jsonl.gz`)).toString().trim().split("\n").map((line) => JSON.parse(line) as CorpusPage);

export const fronteers = (): CorpusPage[] => readLines("fronteers");

/** The questions that came with a corpus, with the addresses of the pages that answer them. */
export function questionsOf(name: string, pages: readonly CorpusPage[]): readonly { readonly class: string; readonly query: string; readonly targets: readonly string[] }[] {
  const urls = new Map(pages.map(({ id, url }) => [id, url]));
  const questions = JSON.parse(readFileSync(`${folder}/${name}-queries.json`, "utf8")) as { class: string; query: string; targets: string[] }[];
  return questions.map((one) => ({ ...one, targets: one.targets.map((id) => urls.get(id) ?? "") }));
}

/** All pages there are, in an order that mixes the sources, so that the first 100 are a sample. */
export const everything = (): CorpusPage[] => shuffled([...readLines("groot"), ...readLines("fronteers")]);

/**
 * So many pages of all there are; where they are too few, pages made of two others.
 *
 * These have an address and a title of their own and every other section of each, so that the index
 * has as many pages, documents and postings as a larger site, though no new word.
 */
export function upTo(count: number): CorpusPage[] {
  const pages = everything();
  const made = Array.from({ length: Math.max(0, count - pages.length) }, (_, at) => blend(pages[(at * 7) % pages.length], pages[(at * 7 + 3) % pages.length], at));
  return [...pages.slice(0, count), ...made];
}

function blend(one: CorpusPage | undefined, other: CorpusPage | undefined, at: number): CorpusPage {
  if (!one || !other) throw new RangeError("bench: the corpus is empty");
  const sections = one.sections.map((section, place) => (place % 2 === 1 ? (other.sections[place] ?? section) : section));
  const text = sections.map((section) => section.text).join("\n");
  return { ...one, id: `${one.id}-${at}`, url: `${one.url}?${at}`, title: `${one.title}, ${other.title}`, sections, text, words: text.split(/\s+/).length };
}

/**
 * Half laws, half manuals.
 *
 * @param sample - The second has none of the pages of the first: what was built while looking at one is judged on the other.
 */
export function mixed(count: number, sample: 1 | 2 = 1): CorpusPage[] {
  const pages = shuffled(readLines("groot"));
  const half = (source: string): CorpusPage[] => pages.filter((page) => page.source === source).slice(((sample - 1) * count) / 2, (sample * count) / 2);
  return shuffled([...half("wetten"), ...half("lohelp")]);
}

export const searchPageOf = ({ url, title, sections }: CorpusPage): SearchPage => ({ url, title, language: "nl", sections });

/** By a hash of the address: always the same, and related to nothing. */
export function shuffled<T extends { readonly url: string }>(pages: readonly T[]): T[] {
  const keys = new Map(pages.map((page) => [page, hash32(`${page.url}#`)]));
  return [...pages].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0) || (a.url < b.url ? -1 : 1));
}

/** What was measured on: pages, words, and letters of text. */
export function sizeOf(pages: readonly CorpusPage[]): string {
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page.text), 0);
  return `${pages.length} pages, ${(words / 1000).toFixed(0)} thousand words, ${(bytes / 1e6).toFixed(1)} MB of text`;
}
