/**
 * Makes one index in a process of its own, and tells what it took.
 *
 * `node costChild.ts NAME PAGES.json FOLDER`; prints one line of JSON.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { CorpusPage } from "./corpus.ts";

export interface Cost {
  readonly seconds: number;
  /** Of all its threads and helpers, without the compression: says more than seconds where the machine was busy. */
  readonly cpuSeconds: number;
  /** To compress what was written, brotli 9; 0 where the tool compresses by itself. */
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
  Wegwijzer: async (pages) => (await import("./engines/ours.ts")).filesOf(pages),
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

async function run(name: string, pagesFile: string, folder: string): Promise<Cost> {
  const pages = JSON.parse(readFileSync(pagesFile, "utf8")) as CorpusPage[];
  const beforeMB = rssMB();
  const helpers = watchHelpers();
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const written = [...((await writers[name]?.(pages, folder)) ?? [])];
  const made = new Set<string>();
  for (const [file, text] of written) {
    const path = join(folder, file);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, text);
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const brotliSeconds = await compress(written.map(([file, text]) => [join(folder, file), text]));
  const helped = helpers.stop();
  const peakMB = process.resourceUsage().maxRSS / 1e3 + helped.peakMB;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith(".br"));
  const bytes = files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
  return { seconds, cpuSeconds: (user + system) / 1e6 + helped.cpuSeconds, brotliSeconds, peakMB, beforeMB, files: files.length, bytes };
}

/** Two at a time, in the threads that Node has for it; a whole index of many MB in one go. */
async function compress(files: readonly (readonly [path: string, text: string])[]): Promise<number> {
  const begin = performance.now();
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const [path, text] = file;
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: text.length > 1e6 ? 22 : 16 };
      writeFileSync(`${path}.br`, await promisify(brotliCompress)(text, { params }));
    }
  };
  await Promise.all([work(), work()]);
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
