/**
 * The site as people read it: on the smallest window, with the keys alone, without a script, by day and by night.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { serve, type TestServer } from "../serve.ts";
import { buildSite, copySources, readPages, removeSources, root } from "../site/builtSite.ts";
import { launch } from "./launch.ts";

/** A phone of long ago, and what a window of 1280 becomes when all is four times as large (WCAG 1.4.10). */
const SMALLEST = { width: 320, height: 640 };
/** A page of each kind, and the pages that are one of a kind. */
const KINDS = [
  "/", "/themas/", "/themas/energie/", "/themas/energie/klimaatakkoord/", "/transities/", "/transities/eiwittransitie/", "/instrumenten/", "/instrumenten/intervisie/",
  "/participatietafels/voedsel/", "/wie-doet-mee/inwoners/", "/voorbeelden/herenboeren/", "/begrippen/", "/begrippen/participatieladder/", "/uitleg/niche-regime-landschap/",
  "/tips/", "/handleiding/", "/zoeken/",
];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "wegwijzer-reading-"));
const room = {} as { server: TestServer; browser: Browser; urls: readonly string[] };

test.before(async () => {
  copySources(root, folder);
  const output = await buildSite(folder, {});
  room.urls = readPages(output).map(({ url }) => url);
  room.server = await serve(output);
  room.browser = await launch();
});
test.after(async () => {
  await room.browser?.close();
  await room.server?.close();
  removeSources(folder);
});

async function withPage(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await room.browser.newContext({ reducedMotion: "reduce", ...options });
  await look(await context.newPage());
  await context.close();
}

/** The style sheet is in the page: it has its shape before its pictures come. */
const open = (page: Page, url: string): Promise<unknown> => page.goto(room.server.url + url.slice(1), { waitUntil: "domcontentloaded" });

test("no page is wider than a window of 320, so that nobody scrolls to two sides", async () => {
  const wide: string[] = [];
  await withPage({ viewport: SMALLEST, javaScriptEnabled: false }, async (page) => {
    for (const url of room.urls) {
      await open(page, url);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > SMALLEST.width) wide.push(`${url} is ${width}`);
    }
  });
  assert.equal(wide, []);
});

/** By night only colours differ: those of themes, of lines, and of drawings. */
const NIGHT = ["/", "/themas/energie/", "/transities/eiwittransitie/", "/uitleg/niche-regime-landschap/"];

for (const [colorScheme, urls] of [["light", KINDS], ["dark", NIGHT]] as const) {
  test(`axe finds no fault on ${urls.length} kinds of pages, contrast of 7:1 included, when it is ${colorScheme}`, async () => {
    const faults: string[] = [];
    await withPage({ viewport: { width: 1280, height: 900 }, colorScheme }, async (page) => {
      for (const url of urls) {
        await open(page, url);
        // Run by the debugger, not by the page: a policy does not stand in its way.
        await page.evaluate(axe);
        faults.push(...(await page.evaluate(faultsByAxe)).map((fault) => `${url} ${fault}`));
      }
    });
    assert.equal(faults, []);
  });
}

/** In the browser: what axe says, a rule and a place each. */
async function faultsByAxe(): Promise<readonly string[]> {
  interface Axe {
    run(options: object): Promise<{ violations: readonly { id: string; nodes: readonly { target: readonly unknown[] }[] }[] }>;
  }
  const { axe: checker } = globalThis as unknown as { axe: Axe };
  const { violations } = await checker.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: { "color-contrast-enhanced": { enabled: true } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

test("the first key leads past the head of the page, and what has the focus is seen", async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await open(page, "/themas/energie/");
    const outlines = new Set<string>();
    const names: string[] = [];
    for (let count = 0; count < 30; count += 1) {
      await page.keyboard.press("Tab");
      const [name, outline] = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return [document.activeElement?.textContent ?? "", `${outlineStyle} ${outlineWidth}`];
      });
      names.push(name ?? "");
      outlines.add(outline ?? "");
    }
    assert.equal([names[0], [...outlines]], ["Naar de inhoud", ["solid 3px"]]);
  });
});

test("without a script a question leads to the page of searching, with its register", async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await open(page, "/");
    await page.getByRole("searchbox").fill("water");
    await page.getByRole("button", { name: "Zoeken" }).click();
    await page.waitForURL("**/zoeken/?q=water");
    assert.ok(await page.getByRole("link", { name: "Waterkwaliteit en de Kaderrichtlijn Water" }).isVisible());
  });
});

test("the map draws itself once, not again when the window gets wider", async () => {
  await withPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "no-preference" }, async (page) => {
    await open(page, "/");
    await page.waitForFunction(() => document.getAnimations().length === 0);
    await page.evaluate(() => addEventListener("animationstart", () => (document.title = "again")));
    await page.setViewportSize({ width: 600, height: 900 });
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.is.not(await page.title(), "again");
  });
});

test.run();
