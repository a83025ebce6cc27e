import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { portableFiles } from "../../plugins/offline/portable.ts";
import { write } from "../../plugins/output.ts";
import { portableSearch } from "../../plugins/search/portable.ts";
import { launch } from "./launch.ts";
import { writeSearchSite } from "./searchSite.ts";

const place = mkdtempSync(join(tmpdir(), "wegwijzer site #1 "));
const addressOf = (path: string): string => pathToFileURL(join(place, "folder", path)).href;
let browser: Browser;
let page: Page;
const faults: string[] = [];

test.before(async () => {
  const site = join(place, "site");
  await writeSearchSite(site, "/weg/");
  const { files } = portableFiles(site, "/weg/", await portableSearch(site));
  for (const [path, bytes] of files) write(join(place, "folder"), path, bytes);
  browser = await launch();
  page = await (await browser.newContext()).newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("requestfailed", (request) => faults.push(request.url()));
});
test.after(async () => {
  await browser?.close();
  rmSync(place, { recursive: true, force: true });
});

test("a site in a folder answers as readers type, and its results lead to pages of the folder", async () => {
  await page.goto(addressOf("energie/index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("energie");
  const first = page.locator("[role=option]").first();
  await first.waitFor();
  assert.is(await first.evaluate((link) => (link as HTMLAnchorElement).href), addressOf("energie/index.html"));
  await page.getByRole("combobox").fill("watter");
  await page.locator(`[role=option][href="${addressOf("water/index.html")}"]`).waitFor();
});

test("a result is followed by key, and its words are marked where it leads", async () => {
  await page.goto(addressOf("index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("kolen");
  await page.locator("[role=option]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(addressOf("energietransitie/index.html"));
  await page.waitForFunction(() => CSS.highlights.size > 0);
});

test("the page of results reads its question from the address, and filters", async () => {
  await page.goto(`${addressOf("zoeken/index.html")}?q=energie`);
  await page.locator("[data-wegwijzer-results] a").first().waitFor();
  await page.locator("summary").click();
  await page.getByLabel("Transitie").check();
  await page.waitForFunction(() => document.querySelectorAll("[data-wegwijzer-results] .ww-page").length === 1);
});

test("another language brings its stemmer as a script", async () => {
  await page.goto(addressOf("index.html"));
  await page.keyboard.press("/");
  await page.keyboard.type("bicycle");
  await page.locator(`[role=option][href="${addressOf("bicycles/index.html")}"]`).waitFor();
});

test("nothing fails on the way", () => assert.equal(faults, []));

test.run();
