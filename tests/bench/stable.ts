/** Do shards stay put? The share of an index's bytes that a reader fetches anew after one page was added, or edited. */
import { brotliCompressSync } from "node:zlib";
import { type CorpusPage, everything, sizeOf } from "./corpus.ts";
import { type Files, filesOf } from "./engines/ours.ts";
import { median, percent, sum, table } from "./table.ts";

/** By the first letters of a file's name. */
const families = ["t/", "w/", "x/", "o/", "manifest"] as const;
const tries = 10;

interface Change {
  /** Brotli bytes of files that are new, by family, then of all files together. */
  readonly fresh: readonly number[];
  readonly all: readonly number[];
}

export async function stable(): Promise<void> {
  const [pages, spare] = [everything().slice(0, 1000), everything().slice(1000, 1000 + tries)];
  const sizes = new Map<string, number>();
  const before = await filesOf(pages);
  console.log(`\nShards stay put: ${sizeOf(pages)}; ${before.size} files. Share of the index's bytes (brotli 11) that is new, of ${tries} tries: median, most`);
  const added: Change[] = [];
  const edited: Change[] = [];
  for (let turn = 0; turn < tries; turn++) {
    const page = spare[turn];
    if (page) added.push(changeOf(before, await filesOf([...pages, page]), sizes));
    const place = turn * 97;
    edited.push(changeOf(before, await filesOf(pages.map((one, at) => (at === place ? editedPage(one, spare[turn]) : one))), sizes));
  }
  console.log(table([["", "all files", ...families], rowOf("a page added", added), rowOf("a paragraph changed", edited), shares(before, sizes)]));
}

/** The longest section of the page gets the words of another page, as many as it had. */
function editedPage(page: CorpusPage, other: CorpusPage | undefined): CorpusPage {
  const longest = page.sections.reduce((most, { text }, at) => (text.length > (page.sections[most]?.text.length ?? 0) ? at : most), 0);
  const count = Math.min(80, (page.sections[longest]?.text ?? "").split(/\s+/).length);
  const words = (other?.text ?? "").split(/\s+/, count);
  return {
    ...page,
    sections: page.sections.map((section, at) => (at === longest ? { ...section, text: [...words, ...section.text.split(/\s+/).slice(count)].join(" ") } : section)),
  };
}

function changeOf(before: Files, after: Files, sizes: Map<string, number>): Change {
  const bytesOf = (name: string): number => sizeIn(after, name, sizes);
  const names = [...after.keys()];
  const isNew = (name: string): boolean => before.get(name) !== after.get(name);
  const ofFamily = (family: string): string[] => names.filter((name) => name.startsWith(family));
  const counted = [...families.map(ofFamily), names];
  return { fresh: counted.map((some) => sum(some.filter(isNew).map(bytesOf))), all: counted.map((some) => sum(some.map(bytesOf))) };
}

/** By text: the manifest has one name and many texts. */
function sizeIn(files: Files, name: string, sizes: Map<string, number>): number {
  const text = files.get(name) ?? "";
  const known = sizes.get(text);
  if (known !== undefined) return known;
  const size = brotliCompressSync(text).length;
  sizes.set(text, size);
  return size;
}

function rowOf(name: string, changes: readonly Change[]): string[] {
  const cell = (column: number): string => {
    const values = changes.map(({ fresh, all }) => (fresh[column] ?? 0) / (all[column] || 1));
    return `${percent(median(values))}, ${percent(Math.max(...values))}`;
  };
  return [name, cell(families.length), ...families.map((_, column) => cell(column))];
}

/** What each family is of the whole. */
function shares(files: Files, sizes: Map<string, number>): string[] {
  const bytes = families.map((family) => sum([...files.keys()].filter((name) => name.startsWith(family)).map((name) => sizeIn(files, name, sizes))));
  return ["of all bytes", `${(sum(bytes) / 1000).toFixed(0)} kB`, ...bytes.map((one) => percent(one / sum(bytes)))];
}
