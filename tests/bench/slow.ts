/**
 * How long a reader with a slow phone waits: from the key to the first result, nothing of the search in
 * the cache. Ours and Pagefind in turn, so that what else the machine does meets both.
 *
 * `npm run bench -- slow 1000` says for how many pages.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "../browser/launch.ts";
import { serve } from "../serve.ts";
import { everything, sizeOf } from "./corpus.ts";
import { make, type Name, openPage } from "./cost.ts";
import { loadDutch } from "./dutch.ts";
import type { AskPage } from "./firstResult.ts";
import { makeQueries } from "./queries.ts";
import { median, quantile, table } from "./table.ts";

/** As Lighthouse has it: milliseconds, bytes a second. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** A phone of the middle class beside a desk computer. */
const cpuRate = 4;
/** Three of each class. */
const perClass = 3;
const names: readonly Name[] = ["Wegwijzer", "Pagefind"];

export async function slow(args: readonly string[]): Promise<void> {
  const pages = everything().slice(0, Number(args[0] ?? 1000));
  const queries = makeQueries(pages, loadDutch(), perClass).map(({ query }) => query);
  console.log(`\nFirst result on Slow 4G with a processor ${cpuRate} times slower, at ${sizeOf(pages)}; ${queries.length} questions`);
  const root = mkdtempSync(join(tmpdir(), "wegwijzer-bench-"));
  const browser = await launch();
  try {
    writeFileSync(join(root, "pages.jsonl"), pages.map((page) => `${JSON.stringify(page)}\n`).join(""));
    const sites = await Promise.all(names.map(async (name) => {
      make(name, root);
      return { name, ask: await openPage(name, join(root, name)), server: await serve(join(root, name)), times: [] as number[] };
    }));
    for (const query of queries) for (const { ask, server, times } of sites) times.push(await timeOf(browser, server.url, query, ask));
    const own = median(sites[0]?.times ?? []);
    console.log(table([["", "median ms", "95 % ms", "ratio"], ...sites.map(({ name, times }) => [name, median(times).toFixed(0), quantile(times, 0.95).toFixed(0), `${(median(times) / own).toFixed(1)}x`])]));
    await Promise.all(sites.map(({ server }) => server.close()));
  } finally {
    await browser.close();
    rmSync(root, { recursive: true });
  }
}

/** Measured inside the page, so that the tool that drives the browser is not counted. */
async function timeOf(browser: Browser, url: string, query: string, ask: AskPage): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  // What the tool puts into a page to look around in it is large, and is read before the clock runs.
  await page.locator("html").waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slow4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
  await page.evaluate(stopwatch);
  await ask(page, query);
  const time = await page.evaluate<number>("watch.end - watch.begin");
  await context.close();
  return time;
}

/** From the first key, or where there is none from now, up to the frame in which a first result stands there, or up to when all five are in hand. */
const stopwatch = `(() => {
  window.watch = {};
  addEventListener("keydown", () => { watch.begin ??= performance.now(); }, true);
  const look = (time) => {
    const root = [...document.body.children].map((one) => one.shadowRoot).find(Boolean);
    if (root?.querySelector("dialog[open] [role=option]")) watch.end = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()`;
