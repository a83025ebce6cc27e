/**
 * What a reader pays, cold, until five results stand there with title and excerpt.
 *
 * Ours and Pagefind in a real browser, over a server that sends brotli 11: a new browser context for
 * each question, all that is fetched for the search counts. Engines with one whole index cost the
 * same for every question: script and index, without excerpts, which is a favour to them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { serve } from "../serve.ts";
import { searchInPage } from "./engines/pagefind.ts";

export interface FirstResult {
  readonly bytes: readonly number[];
  readonly requests: readonly number[];
}

/** Asks one question in a page that is open; resolves when the results are shown. */
export type AskPage = (page: Page, query: string) => Promise<void>;

/** With the interface: the key, the words, which go into the page's own field until the dialog is there, the results. */
export const askOurs: AskPage = async (page, query) => {
  await page.keyboard.press("/");
  await page.keyboard.insertText(query);
  await page.locator("[role=option]").first().waitFor({ timeout: 10_000 });
};

/** Its API alone, without an interface. */
export const askPagefind: AskPage = async (page, query) => {
  // Whoever wants to know how long it took asks the page.
  await page.evaluate(`(async () => { const begin = performance.now(); await (${searchInPage})(${JSON.stringify(query)}, 5); window.watch = { begin, end: performance.now() }; })()`);
};

export async function firstResults(browser: Browser, folder: string, queries: readonly string[], ask: AskPage): Promise<FirstResult> {
  const server = await serve(folder);
  const bytes: number[] = [];
  const requests: number[] = [];
  for (const query of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.requests.length = 0;
    await page.goto(server.url);
    await ask(page, query);
    await page.waitForLoadState("networkidle");
    const fetched = server.requests.filter(({ path }) => path !== "/" && path !== "/favicon.ico");
    bytes.push(fetched.reduce((sum, one) => sum + one.bytes, 0));
    requests.push(fetched.length);
    await context.close();
  }
  await server.close();
  return { bytes, requests };
}

/** The same for every question: the script of a library, bundled and minified, and its index. */
export async function wholeIndexBytes(folder: string, script: string): Promise<number> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: script, resolveDir: import.meta.dirname, loader: "js" }, bundle: true, write: false, minify: true, format: "esm", legalComments: "none",
  });
  const files = ["index.json", "titles.json"].flatMap((name) => {
    try {
      return [readFileSync(join(folder, name))];
    } catch {
      // Its titles are in the index.
      return [];
    }
  });
  return [Buffer.from(outputFiles?.[0]?.text ?? ""), ...files].reduce((sum, file) => sum + small(file), 0);
}

/** Brotli 11 with the widest window that browsers take. */
const small = (file: Buffer): number =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: file.length } }).length;
