/** How long a question takes when everything is there: the fastest of three, after one to fetch. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { serve } from "../serve.ts";
import type { CorpusPage } from "./corpus.ts";
import { askLunr, lunrIndex } from "./engines/lunr.ts";
import { indexed, settings } from "./engines/minisearch.ts";
import { filesOf } from "./engines/ours.ts";
import { searchInPage } from "./engines/pagefind.ts";
import { median, quantile } from "./table.ts";

/** Answers with five results; a promise where the engine gives one. */
type Ask = (query: string) => unknown;

/** The fastest is what the engine takes; the others hold what else the machine did. */
const turns = 3;

/** Makes an engine in this process. */
const engines: Readonly<Record<string, (pages: readonly CorpusPage[]) => Promise<Ask>>> = {
  // As visitors get it, bundled: what runs TypeScript here wraps every function, and takes half as long again.
  Wegwijzer: async (pages) => {
    const { open } = await bundled();
    const { engine } = open(await filesOf(pages));
    return (query) => engine.search(query, { limit: 5 });
  },
  MiniSearch: async (pages) => {
    const index = indexed(pages, settings.vitePress);
    return (query) => index.search(query).slice(0, 5);
  },
  "MiniSearch nl": async (pages) => {
    const index = indexed(pages, settings.dutch);
    return (query) => index.search(query).slice(0, 5);
  },
  "Lunr nl": async (pages) => {
    const index = lunrIndex(pages);
    return (query) => askLunr(index, query).slice(0, 5);
  },
};

async function bundled(): Promise<typeof import("./engines/ours.ts")> {
  const esbuild = await import("esbuild");
  // Below the root, so that packages are found.
  const outfile = join(import.meta.dirname, "../../.cache", `bench-${process.pid}.mjs`);
  await esbuild.build({ entryPoints: [join(import.meta.dirname, "engines/ours.ts")], outfile, bundle: true, packages: "external", platform: "node", format: "esm", target: "es2022" });
  try {
    return (await import(outfile)) as typeof import("./engines/ours.ts");
  } finally {
    rmSync(outfile);
  }
}

/** Rows of name, median, 95 %, most, and the ratio of the 95 % to the first row's; one engine at a time. */
export async function timesOf(names: readonly string[], pages: readonly CorpusPage[], queries: readonly string[], pagefindFolder: string, browser: Browser): Promise<string[][]> {
  const rows: string[][] = [];
  let own = 0;
  for (const name of names) {
    const make = engines[name];
    const times = make ? await timesIn(await make(pages), queries) : await timesInBrowser(pagefindFolder, queries, browser);
    own ||= quantile(times, 0.95);
    rows.push([name, median(times).toFixed(2), quantile(times, 0.95).toFixed(1), Math.max(...times).toFixed(1), `${(quantile(times, 0.95) / own).toFixed(1)}x`]);
  }
  return rows;
}

async function timesIn(ask: Ask, queries: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const tries: number[] = [];
    for (let turn = 0; turn <= turns; turn++) {
      const begin = performance.now();
      await ask(query);
      tries.push(performance.now() - begin);
    }
    times.push(Math.min(...tries.slice(1)));
  }
  return times;
}

async function timesInBrowser(folder: string, queries: readonly string[], browser: Browser): Promise<readonly number[]> {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>.</title>");
  const server = await serve(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  const times = await page.evaluate<number[]>(`(async (queries, ask) => {
    const times = [];
    for (const query of queries) {
      const tries = [];
      for (let turn = 0; turn <= ${turns}; turn++) { const begin = performance.now(); await ask(query, 5); tries.push(performance.now() - begin); }
      times.push(Math.min(...tries.slice(1)));
    }
    return times;
  })(${JSON.stringify(queries)}, ${searchInPage})`);
  await context.close();
  await server.close();
  return times;
}
