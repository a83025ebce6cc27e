/** Typing errors: how often the word that was meant is among those that are found for it, and what that costs. */
import { brotliCompressSync } from "node:zlib";
import { distance } from "../../src/search/distance.ts";
import { mend, mendTwice } from "../../src/search/mend.ts";
import { words } from "../../src/search/normalise.ts";
import { random } from "../search/random.ts";
import { type CorpusPage, everything, fronteers, sizeOf } from "./corpus.ts";
import { type Files, filesOf, open } from "./engines/ours.ts";
import { kB, median, percent, quantile, sum, table } from "./table.ts";

/** Edits, and the letters that a word must have. */
const kinds = [
  { name: "single, 4 letters and more", edits: 1, from: 4, to: 64 },
  { name: "single, 4 to 6 letters", edits: 1, from: 4, to: 6 },
  { name: "double, 8 letters and more", edits: 2, from: 8, to: 64 },
] as const;
const trials = 500;

export async function slips(): Promise<void> {
  for (const [site, pages] of [["fronteers.nl", fronteers()], ["all pages", everything()]] as const) {
    const files = await filesOf(pages);
    const vocabulary = vocabularyOf(pages);
    console.log(`\nTyping errors on ${site}: ${sizeOf(pages)}; ${vocabulary.length} words, ${trials} errors of each kind`);
    const rows = [];
    for (const kind of kinds) rows.push(await tried(kind, files, vocabulary));
    console.log(table([["", "found", "found first", "extra bytes: median", "95 %", "requests"], ...rows]));
  }
}

const vocabularyOf = (pages: readonly CorpusPage[]): readonly string[] =>
  [...new Set(pages.flatMap((page) => words(page.text).map(({ word }) => word)))].filter((word) => word.length >= 4 && !/\d/.test(word)).sort();

async function tried({ name, edits, from, to }: (typeof kinds)[number], files: Files, vocabulary: readonly string[]): Promise<string[]> {
  const next = random(12);
  const known = new Set(vocabulary);
  const eligible = vocabulary.filter((word) => word.length >= from && word.length <= to);
  const bytes: number[] = [];
  const sizes = new Map<string, number>();
  let [found, first, requests] = [0, 0, 0];
  while (bytes.length < trials) {
    const word = eligible[next(eligible.length)] ?? "";
    let slip = word;
    for (let edit = 0; edit < edits; edit++) slip = edited(slip, next);
    if (known.has(slip) || distance(slip, word, edits) !== edits) continue;
    const { engine, fetched } = open(files);
    const once = await mend(slip, engine.store);
    const mended = (once.length > 0 ? once : await mendTwice(slip, engine.store)).map((one) => one.word);
    if (mended.includes(word)) found++;
    if (mended[0] === word) first++;
    requests += fetched.length;
    bytes.push(sum(fetched.map((file) => {
      const size = sizes.get(file) ?? brotliCompressSync(files.get(file) ?? "").length;
      sizes.set(file, size);
      return size;
    })));
  }
  return [name, percent(found / trials), percent(first / trials), kB(median(bytes)), kB(quantile(bytes, 0.95)), (requests / trials).toFixed(1)];
}

/** A letter less, more, other, or two exchanged, anywhere. */
function edited(word: string, next: (below: number) => number): string {
  const at = next(word.length);
  const letter = String.fromCharCode(97 + next(26));
  const edits = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
  ];
  return edits[next(edits.length)] ?? word;
}
