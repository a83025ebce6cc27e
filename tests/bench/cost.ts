/**
 * What an index costs: to make, to keep, to get a first result from, to ask. Ours beside others, as ratios.
 *
 * `npm run bench -- cost 1000` measures one size; without a number 100, 1,000 and all pages. Sizes
 * above all pages are filled with pages made of two others.
 *
 * Nothing is deleted before all is measured: for five minutes after many deletions ext4 takes up to
 * twenty times as long to make a file, and an index of many small files would pay for the one before.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { browserFiles } from "../../plugins/search/bundle.ts";
import { launch } from "../browser/launch.ts";
import { type CorpusPage, everything, sizeOf, upTo } from "./corpus.ts";
import type { Cost } from "./costChild.ts";
import { loadDutch } from "./dutch.ts";
import { askOurs, askPagefind, type AskPage, type FirstResult, firstResults, wholeIndexBytes } from "./firstResult.ts";
import { makeQueries } from "./queries.ts";
import { kB, median, quantile, table } from "./table.ts";
import { timesOf } from "./times.ts";

const child = fileURLToPath(new URL("costChild.ts", import.meta.url));
const names = ["Wegwijzer", "MiniSearch", "MiniSearch nl", "Lunr nl", "Pagefind"] as const;
export type Name = (typeof names)[number];

/** The scripts that a site with this engine loads. */
const scripts: Partial<Record<Name, string>> = {
  MiniSearch: 'import MiniSearch from "minisearch"; globalThis.MiniSearch = MiniSearch;',
  "MiniSearch nl": 'import MiniSearch from "minisearch"; import lunr from "lunr"; import support from "lunr-languages/lunr.stemmer.support.js"; import nl from "lunr-languages/lunr.nl.js"; support(lunr); nl(lunr); globalThis.search = [MiniSearch, lunr];',
  "Lunr nl": 'import lunr from "lunr"; import support from "lunr-languages/lunr.stemmer.support.js"; import nl from "lunr-languages/lunr.nl.js"; support(lunr); nl(lunr); globalThis.lunr = lunr;',
};
/** Seven of each class, and nine classes: 63 questions. */
const perClass = 7;

export async function cost(args: readonly string[]): Promise<void> {
  const dutch = loadDutch();
  const root = mkdtempSync(join(tmpdir(), "wegwijzer-bench-"));
  try {
    for (const size of args.length > 0 ? args.map(Number) : [100, 1000, everything().length]) {
      const pages = upTo(size);
      const queries = makeQueries(pages, dutch, perClass).map(({ query }) => query);
      console.log(`\nCost at ${sizeOf(pages)}; ${queries.length} questions`);
      await costAt(pages, queries, mkdtempSync(join(root, `${size}-`)));
    }
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function costAt(pages: readonly CorpusPage[], queries: readonly string[], root: string): Promise<void> {
  writeFileSync(join(root, "pages.jsonl"), pages.map((page) => `${JSON.stringify(page)}\n`).join(""));
  const made = names.map((name) => ({ name, folder: join(root, name), cost: make(name, root) }));
  console.log(table([["to make and to keep", "s", "CPU s", "+ brotli 9", "peak MB", "(before)", "files", "MB on disk"], ...made.map(({ name, cost }) => makeRow(name, cost, made[0]?.cost))]));
  const browser = await launch();
  try {
    const rows = [];
    let own = 0;
    for (const { name, folder } of made) {
      const first = await firstResultOf(name, folder, queries, browser);
      own ||= median(first.bytes);
      rows.push([name, kB(median(first.bytes)), kB(quantile(first.bytes, 0.95)), String(median(first.requests)), ratio(median(first.bytes), own)]);
    }
    console.log(table([["first result, cold", "median", "95 %", "requests", "ratio"], ...rows]));
    console.log(table([["query, warm", "median ms", "95 % ms", "most ms", "ratio of 95 %"], ...(await timesOf(names, pages, queries, made[4]?.folder ?? "", browser))]));
  } finally {
    await browser.close();
  }
}

export function make(name: Name, root: string): Cost {
  const folder = join(root, name);
  mkdirSync(folder);
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--max-old-space-size=8192", "--import", "tsx", child, name, join(root, "pages.jsonl"), folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`bench: ${name} made no index: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Cost;
}

function makeRow(name: string, cost: Cost, own: Cost | undefined): string[] {
  const { seconds, cpuSeconds, brotliSeconds, peakMB, beforeMB, files, bytes } = cost;
  return [
    name, `${seconds.toFixed(1)} (${ratio(seconds, own?.seconds)})`, `${cpuSeconds.toFixed(1)} (${ratio(cpuSeconds, own?.cpuSeconds)})`, brotliSeconds > 0.001 ? brotliSeconds.toFixed(1) : "-",
    `${peakMB.toFixed(0)} (${ratio(peakMB, own?.peakMB)})`, beforeMB.toFixed(0), String(files), (bytes / 1e6).toFixed(1),
  ];
}

const ratio = (value: number, own: number | undefined): string => `${(value / (own || value)).toFixed(value / (own || value) < 10 ? 1 : 0)}x`;

async function firstResultOf(name: Name, folder: string, queries: readonly string[], browser: Browser): Promise<FirstResult> {
  const script = scripts[name];
  if (script !== undefined) return { bytes: [await wholeIndexBytes(folder, script)], requests: [name === "Lunr nl" ? 3 : 2] };
  return firstResults(browser, folder, queries, await openPage(name, folder));
}

/** Puts a page beside an index in which it is asked. */
export async function openPage(name: Name, folder: string): Promise<AskPage> {
  if (name === "Pagefind") {
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>.</title>");
    return askPagefind;
  }
  const files = await browserFiles();
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const loader = Object.keys(files).find((file) => file.startsWith("loader."));
  writeFileSync(join(folder, "index.html"), `<!doctype html><html lang="nl"><title>.</title><form role="search"><input type="search" name="q"></form><script type="module" src="/${loader}"></script>`);
  return askOurs;
}
