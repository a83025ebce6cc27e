/**
 * Makes one index in a process of its own, and tells what it took.
 *
 * `node costChild.ts NAME PAGES.jsonl FOLDER`; prints one line of JSON.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { CorpusPage } from "./corpus.ts";

export interface Cost {
  readonly seconds: number;
  /** Of all its threads and helpers, without the compression: says more than seconds where the machine was busy. */
  readonly cpuSeconds: number;
  /** To read and compress what was written, brotli 9; 0 where the tool compresses by itself. */
  readonly brotliSeconds: number;
  readonly peakMB: number;
  /** With the pages in memory, before there is an index. */
  readonly beforeMB: number;
  readonly files: number;
  readonly bytes: number;
}

type Write = (pages: readonly CorpusPage[], folder: string) => Promise<Iterable<readonly [name: string, text: string]>>;

/** What each contender writes; Pagefind writes by itself. Only what is asked for is loaded. */
const writers: Readonly<Record<string, Write>> = {
  Wegwijzer: async (pages) => (await import("./engines/ours.ts")).eachFileOf(pages),
  MiniSearch: async (pages) => {
    const { indexed, settings } = await import("./engines/minisearch.ts");
    return [["index.json", JSON.stringify(indexed(pages, settings.vitePress))]];
  },
  "MiniSearch nl": async (pages) => {
    const { indexed, settings } = await import("./engines/minisearch.ts");
    return [["index.json", JSON.stringify(indexed(pages, settings.dutch))]];
  },
  "Lunr nl": async (pages) => {
    const { lunrIndex } = await import("./engines/lunr.ts");
    return [["index.json", JSON.stringify(lunrIndex(pages))], ["titles.json", JSON.stringify(pages.map(({ url, title }) => [url, title]))]];
  },
  Pagefind: async (pages, folder) => {
    await (await import("./engines/pagefind.ts")).writePagefind(pages, folder);
    return [];
  },
};

const rssMB = (): number => process.memoryUsage().rss / 1e6;

/** Line by line, since the text of one large file would stay in memory as long as it pleases. */
function readPages(file: string): CorpusPage[] {
  const bytes = readFileSync(file);
  const pages: CorpusPage[] = [];
  for (let from = 0, to = bytes.indexOf(10); to >= 0; from = to + 1, to = bytes.indexOf(10, from)) {
    pages.push(JSON.parse(bytes.toString("utf8", from, to)) as CorpusPage);
  }
  return pages;
}

async function run(name: string, pagesFile: string, folder: string): Promise<Cost> {
  const pages = readPages(pagesFile);
  const beforeMB = rssMB();
  const helpers = watchHelpers();
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const written: string[] = [];
  const made = new Set<string>();
  for (const [file, text] of (await writers[name]?.(pages, folder)) ?? []) {
    const path = join(folder, file);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
    written.push(path);
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const brotliSeconds = compress(written);
  const helped = helpers.stop();
  const peakMB = process.resourceUsage().maxRSS / 1e3 + helped.peakMB;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
  return { seconds, cpuSeconds: (user + system) / 1e6 + helped.cpuSeconds, brotliSeconds, peakMB, beforeMB, files: files.length, bytes };
}

/** One after the other: to hand a small file to another thread takes longer than to compress it. What comes out is not kept: bytes are counted under brotli 11. */
function compress(files: readonly string[]): number {
  const begin = performance.now();
  for (const path of files) {
    const bytes = readFileSync(path);
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: bytes.length > 1e6 ? 22 : 16 } });
  }
  return (performance.now() - begin) / 1000;
}

/** Pagefind works in a program of its own: its peak and its time are read where Linux tells them. */
function watchHelpers(): { stop(): { readonly peakMB: number; readonly cpuSeconds: number } } {
  let [peakMB, cpuSeconds] = [0, 0];
  const look = (): void => {
    for (const child of childrenOf(process.pid)) {
      peakMB = Math.max(peakMB, Number(/VmHWM:\s+(\d+)/.exec(readProcess(child, "status"))?.[1] ?? 0) / 1e3);
      // After the name in brackets, which may hold anything: fields 14 and 15, in hundredths of a second.
      const fields = readProcess(child, "stat").replace(/^.*\) /s, "").split(" ");
      cpuSeconds = Math.max(cpuSeconds, (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100);
    }
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      clearInterval(timer);
      return { peakMB, cpuSeconds };
    },
  };
}

function childrenOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  } catch {
    // No Linux: the peak is then that of this process alone.
    return [];
  }
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // It has ended meanwhile.
    return "";
  }
}

const [name = "", pagesFile = "", folder = ""] = process.argv.slice(2);
if (folder !== "") console.log(JSON.stringify(await run(name, pagesFile, folder)));
