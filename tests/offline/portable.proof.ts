/** A site in a folder, in another engine than the gate's: an installed Firefox; left out, by name, where there is none. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { portableFiles } from "../../plugins/offline/portable.ts";
import { write } from "../../plugins/output.ts";
import { portableSearch } from "../../plugins/search/portable.ts";
import { writeSearchSite } from "../browser/searchSite.ts";
import { firefoxPath, launchFirefox } from "./firefox.ts";

interface Room {
  browser: Browser;
  page: Page;
}
const room = {} as Room;
const place = mkdtempSync(join(tmpdir(), "wegwijzer site #2 "));
const path = firefoxPath();
const test = suite<Room>("Portable in Firefox", room);
const proves = path === undefined ? test.skip : test;
const addressOf = (file: string): string => pathToFileURL(join(place, "folder", file)).href;

test.before(async () => {
  if (path === undefined) return;
  await writeSearchSite(join(place, "site"), "/weg/");
  const { files } = portableFiles(join(place, "site"), "/weg/", await portableSearch(join(place, "site")));
  for (const [name, bytes] of files) write(join(place, "folder"), name, bytes);
  room.browser = await launchFirefox(path);
  room.page = await room.browser.newPage();
});
test.after(async () => {
  await room.browser?.close();
  rmSync(place, { recursive: true, force: true });
});

const resultsFor = (file: string): Promise<unknown> => room.page.waitForFunction(
  (href) => [...document.querySelectorAll<HTMLAnchorElement>("[data-wegwijzer-results] a.ww-hit")].some((link) => link.href === href), {}, addressOf(file));

/** Not by navigation events: the address of the results changes on the way, too. */
const arrived = (address: string): Promise<unknown> => {
  const [file = "", query] = address.split("?");
  const whole = addressOf(file) + (query === undefined ? "" : `?${query}`);
  return room.page.waitForFunction((href) => location.href.split("#")[0] === href && document.readyState === "complete", {}, whole);
};

proves("the page of results answers from scripts of the folder", async () => {
  await room.page.goto(`${addressOf("zoeken/index.html")}?q=enegie`);
  await resultsFor("energie/index.html");
});

proves("another language brings its stemmer as a script", async () => {
  await room.page.goto(`${addressOf("zoeken/index.html")}?q=bicycle`);
  await resultsFor("bicycles/index.html");
});

proves("a result leads to its page, and the form of that page back to the results", async () => {
  await room.page.goto(`${addressOf("zoeken/index.html")}?q=kolen`);
  await resultsFor("energietransitie/index.html");
  await room.page.evaluate(() => document.querySelector<HTMLAnchorElement>("[data-wegwijzer-results] a.ww-hit")?.click());
  await arrived("energietransitie/index.html");
  assert.is(await room.page.evaluate(() => document.querySelector("h1")?.textContent), "Energietransitie");
  await room.page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("form[role=search]");
    const field = form?.querySelector("input");
    if (field) field.value = "molen";
    form?.submit();
  });
  await arrived("zoeken/index.html?q=molen");
  await resultsFor("molen-1/index.html");
});

test.run();
