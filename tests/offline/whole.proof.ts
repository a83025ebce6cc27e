/** The site of this repository, stored whole: all of it without a connection, and what an update costs. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readProof } from "../../plugins/search/proof.ts";
import { launch } from "../browser/launch.ts";
import { buildSite, copySources, root } from "../site/builtSite.ts";
import { type FaultHost, openFaultHost } from "./faultServer.ts";
import { goOffline, newTab, onlyNewTab, openReader, type Reader, SLOW_MS } from "./reader.ts";
import { openRelease, type SmallRelease } from "./releases.ts";
import { stored } from "./stored.ts";

interface Room {
  folder: string;
  here: SmallRelease;
  /** The same, with one sentence more on one page. */
  next: SmallRelease;
  browser: Browser;
  host: FaultHost;
  reader: Reader;
  /** Requests of pages that got no answer, or none of success. */
  failed: string[];
}
const room = {} as Room;
const test = suite<Room>("the whole site", room);
const QUESTIONS = 60;

test.before(async () => {
  room.folder = mkdtempSync(join(tmpdir(), "wegwijzer-whole-"));
  const [one, two] = [join(room.folder, "een"), join(room.folder, "twee")];
  copySources(root, one);
  copySources(one, two);
  appendFileSync(join(two, "site/themas/water.md"), "\nDeze zin stond er gisteren nog niet, en gaat over het weer.\n");
  room.here = openRelease("here", await buildSite(one, {}));
  room.next = openRelease("next", await buildSite(two, {}));
  room.browser = await launch();
  room.host = await openFaultHost(room.here.folder);
  for (const { folder } of [room.here, room.next]) room.host.prepare(folder);
  room.reader = await openReader(room.browser, room.host);
  room.failed = [];
  // What the worker asks for itself, a newer release, may fail: that is how it finds that there is no connection.
  room.reader.context.on("requestfailed", (request) => void (request.serviceWorker() ?? room.failed.push(`${request.url()} ${request.failure()?.errorText ?? ""}`)));
  room.reader.context.on("response", (response) => void (response.status() >= 400 && room.failed.push(`${response.url()} ${response.status()}`)));
});
test.after(async () => {
  await room.reader?.context.close();
  await room.browser?.close();
  await room.host?.close();
  rmSync(room.folder, { recursive: true, force: true });
});

const open = (path: string): Promise<unknown> => room.reader.page.goto(room.host.url + path, { waitUntil: "load" });

test("one visit stores the whole site, within the budget, and the page says so", async () => {
  await open("");
  await stored(room.reader, room.here, SLOW_MS);
  const bytes = room.host.log.reduce((sum, { bytes: sent }) => sum + sent, 0);
  console.log(`\n     the whole site: ${room.here.pages.length} pages, ${room.here.files.length} files, ${bytes} B on the way in ${room.host.log.length} requests`);
});

test("without a connection every page opens with all its pictures, styles and scripts, and no request is left unanswered", async () => {
  await onlyNewTab(room.reader);
  await goOffline(room.reader);
  room.failed.length = 0;
  for (const path of room.here.pages) {
    await open(path);
    // Fetched by the page after it has loaded: leaving sooner would give it up.
    await room.reader.page.locator("[data-wegwijzer-offline]:not(.ww-offline)").first().waitFor({ state: "detached" });
    const [heading, broken] = await room.reader.page.evaluate(() => [document.querySelector("h1")?.textContent ?? "", [...document.images].filter((image) => image.complete && image.naturalWidth === 0 && image.loading !== "lazy").length] as const);
    assert.ok(heading !== "" && (path === "offline/" || !/zonder verbinding/i.test(heading)), `/${path}: ${heading}`);
    assert.is(broken, 0, `pictures of /${path}`);
  }
  assert.equal(room.failed, []);
});

test("without a connection every picture of the site is there", async () => {
  // The one that other sites show of this one is not for its readers.
  const pictures = room.here.files.filter(({ path }) => /\.(svg|png|jpg|webp|avif)$/.test(path) && path !== "deelbeeld.png").map(({ path }) => path);
  const missing = await room.reader.page.evaluate(async (addresses) => {
    // Read to their ends: a body that nobody reads is given up by the next navigation.
    const answers = await Promise.all(addresses.map((address) => fetch(address).then((answer) => answer.arrayBuffer().then(() => answer.ok)).catch(() => false)));
    return addresses.filter((_, at) => !answers[at]);
  }, pictures.map((path) => room.host.url + path));
  assert.ok(pictures.length > 5);
  assert.equal(missing, []);
});

test(`without a connection the first ${QUESTIONS} questions of the search proof find what they must, and no request is left unanswered`, async () => {
  const { questions } = readProof(join(root, "site/zoekproef.yaml"), "nl");
  const wrong: string[] = [];
  for (const { question, finds, within } of questions.slice(0, QUESTIONS)) {
    await open(`zoeken/?q=${encodeURIComponent(question)}`);
    await room.reader.page.locator(".ww-list:not([aria-busy=true]) a").first().waitFor();
    const found = await room.reader.page.locator("[data-wegwijzer-results] .ww-page").evaluateAll((pages) => pages.map((page) => new URL(page.querySelector("a")?.href ?? "", location.href).pathname));
    if (!found.slice(0, within).includes(finds)) wrong.push(`${question}: ${found.slice(0, 3).join(" ")}, not ${finds}`);
  }
  assert.is(Math.min(QUESTIONS, questions.length), QUESTIONS);
  assert.equal(wrong, []);
  assert.equal(room.failed, []);
});

const small = (bytes: Buffer): number => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test("an update of one page costs the changed files and the manifest, within 10 %", async () => {
  const { host, reader, here, next } = room;
  await host.revive();
  const known = new Set(here.files.map(({ hash }) => hash));
  const changed = next.files.filter(({ hash, path }) => !known.has(hash) && !/^(sitemap\.xml|robots\.txt|404\.html|llms.*|.*\.(md|ttl|jsonld|xml))$/.test(path));
  const due = changed.reduce((sum, { path }) => sum + small(readFileSync(join(next.folder, path))), small(readFileSync(join(next.folder, "release.json"))));
  const from = host.log.length;
  host.release(next.folder);
  await newTab(reader);
  await open("over/");
  await stored(reader, next, SLOW_MS);
  const asked = host.log.slice(from).filter(({ path }) => path !== "/service-worker.js");
  const bytes = asked.reduce((sum, { bytes: sent }) => sum + sent, 0);
  console.log(`\n     update of one page of ${next.pages.length}: ${changed.length} files changed, ${due} B compressed with the manifest; ${bytes} B fetched in ${asked.length} requests (${(100 * (bytes / due - 1)).toFixed(1)} % more)`);
  assert.ok(bytes <= due * 1.1, `${bytes} B fetched for ${due} B: ${asked.map(({ path, bytes: sent }) => `${path} ${sent}`).join(", ")}`);
});

/** Milliseconds from a click to the page's load, for page after page, as the browser counts them. */
async function navigations(reader: Reader, paths: readonly string[]): Promise<readonly number[]> {
  const session = await reader.context.newCDPSession(reader.page);
  await session.send("Network.enable");
  // Slow 4G, as Lighthouse has it: 150 ms, 1.6 Mbit/s down, 750 kbit/s up.
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  const times: number[] = [];
  for (const path of paths) {
    await reader.page.goto(reader.host.url + path, { waitUntil: "load" });
    times.push(await reader.page.evaluate(() => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).domContentLoadedEventEnd));
  }
  await session.detach();
  return times;
}
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

test("from page to page a stored site waits for no network, beside the same site online on Slow 4G", async () => {
  const { browser, host, reader, next } = room;
  const paths = next.pages.filter((path) => path !== "offline/").slice(0, 25);
  const online = await openReader(browser, host, { serviceWorkers: "block" });
  const beside = await navigations(online, ["", ...paths]);
  await online.context.close();
  await onlyNewTab(reader);
  const from = host.log.length;
  const own = await navigations(reader, ["", ...paths]);
  const waited = host.log.slice(from).filter(({ path }) => !/^\/(release\.json|service-worker\.js)$/.test(path));
  console.log(`\n     navigation, median of ${paths.length}: stored ${median(own.slice(1)).toFixed(0)} ms, online on Slow 4G ${median(beside.slice(1)).toFixed(0)} ms`);
  assert.equal(waited.map(({ path }) => path), []);
});

test.run();
