/** Pagefind: its index made by its own binary, written to disk, asked by its own script in a real browser. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "../../browser/launch.ts";
import { serve } from "../../serve.ts";
import type { CorpusPage } from "../corpus.ts";
import type { Contender } from "./engine.ts";

/** Writes the index of the pages below a folder. */
export async function writePagefind(pages: readonly CorpusPage[], folder: string): Promise<void> {
  const pagefind = await loadPagefind();
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "nl" });
  if (!index) throw new Error(`bench: Pagefind makes no index: ${errors.join("; ")}`);
  for (const page of pages) await index.addHTMLFile({ url: page.url, content: htmlOf(page) });
  await index.writeFiles({ outputPath: join(folder, "pagefind") });
  await pagefind.close();
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function htmlOf({ title, sections }: CorpusPage): string {
  const body = sections.map(({ heading, anchor, text }) => `${heading ? `<h2 id="${anchor.replaceAll('"', "")}">${escape(heading)}</h2>` : ""}<p>${escape(text)}</p>`).join("\n");
  return `<!doctype html><html lang="nl"><head><title>${escape(title)}</title></head><body><main data-pagefind-body><h1>${escape(title)}</h1>${body}</main></body></html>`;
}

/** What runs in the page. */
export const searchInPage = `async (query, limit) => {
  const pagefind = await (window.pagefind ??= import("/pagefind/pagefind.js"));
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, limit).map(async (result) => (await result.data()).url));
}`;

export const pagefind: Contender = {
  name: "Pagefind",
  async index(pages) {
    const folder = mkdtempSync(join(tmpdir(), "wegwijzer-bench-"));
    await writePagefind(pages, folder);
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>.</title>");
    const server = await serve(folder);
    const browser = await launch();
    const tab = await (await browser.newContext()).newPage();
    await tab.goto(server.url);
    return {
      search: (query, limit) => tab.evaluate<string[]>(`(${searchInPage})(${JSON.stringify(query)}, ${limit})`),
      async close() {
        await browser.close();
        await server.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

/**
 * Pagefind is no dependency of the project: not every registry has its binaries for all systems, and
 * installing from a lock file fails without them. A benchmark fetches what it needs, once.
 */
async function loadPagefind(): Promise<PagefindModule> {
  const folder = resolve(".cache", "pagefind");
  const entry = join(folder, "node_modules", "pagefind", "lib", "index.js");
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const { status, stderr } = spawnSync(npm, ["install", "--no-audit", "--no-fund", "pagefind@1.6.0"], { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
    if (status !== 0) throw new Error(`bench: Pagefind cannot be installed here: ${stderr}`);
  }
  return (await import(pathToFileURL(entry).href)) as PagefindModule;
}

/** What is called of its Node API. */
interface PagefindModule {
  createIndex(options: { readonly forceLanguage: string }): Promise<{ readonly index?: PagefindIndex; readonly errors: readonly string[] }>;
  close(): Promise<unknown>;
}
interface PagefindIndex {
  addHTMLFile(file: { readonly url: string; readonly content: string }): Promise<unknown>;
  writeFiles(options: { readonly outputPath: string }): Promise<unknown>;
}
