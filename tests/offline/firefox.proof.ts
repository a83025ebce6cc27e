/** What must hold in another engine too, in an installed Firefox; left out, by name, where there is none. */
import type { Browser, Page } from "puppeteer-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { places } from "./faultTable.ts";
import { type FaultHost, openFaultHost } from "./faultServer.ts";
import { firefoxPath, launchFirefox } from "./firefox.ts";
import { releaseOfPage, type Seen, shown, SLOW_MS } from "./reader.ts";
import { buildReleases, type SmallRelease, type SmallSite } from "./releases.ts";
import { claimed, isStored } from "./stored.ts";

interface Room {
  site: SmallSite;
  browser: Browser;
  host: FaultHost;
  page: Page;
}
const room = {} as Room;
const path = firefoxPath();
const test = suite<Room>("Firefox", room);
const proves = path === undefined ? test.skip : test;

test.before(async () => {
  if (path === undefined) return;
  room.site = await buildReleases();
  room.browser = await launchFirefox(path);
});
test.after(async () => {
  await room.browser?.close();
  room.site?.remove();
});
// A host of its own is an origin of its own: nothing is left of the test before.
test.before.each(async () => {
  if (path === undefined) return;
  room.host = await openFaultHost(room.site.releases.alfa.folder);
  await newTab();
});
test.after.each(async () => {
  await room.page?.close();
  await room.host?.close();
});

async function newTab(): Promise<void> {
  await room.page?.close().catch(() => undefined);
  room.page = await room.browser.newPage();
  room.page.setDefaultTimeout(SLOW_MS);
}

async function visit(address = ""): Promise<Seen> {
  await room.page.goto(room.host.url + address, { waitUntil: "load" });
  return room.page.evaluate(shown);
}

const stored = async ({ id }: SmallRelease): Promise<void> => void (await room.page.waitForFunction(isStored, { timeout: SLOW_MS }, id));
const settled = async (): Promise<void> => void (await room.page.waitForFunction(() => document.documentElement.dataset["offlineSettled"] === "true", { timeout: SLOW_MS }));

/** Every page of a release, with a dead host. */
async function isWholeOffline({ pages, name }: SmallRelease): Promise<void> {
  await newTab();
  await room.host.die();
  for (const address of pages) assert.is(releaseOfPage(await visit(address)), name, `/${address}`);
  await room.host.revive();
}

proves("Firefox: one visit stores the site, and every page opens without a connection", async () => {
  const { alfa } = room.site.releases;
  assert.is(releaseOfPage(await visit()), "alfa");
  await stored(alfa);
  await isWholeOffline(alfa);
});

proves("Firefox: an update is fetched beside the release that a tab sees, and a new tab has it", async () => {
  const { alfa, bravo } = room.site.releases;
  await visit();
  await stored(alfa);
  room.host.release(bravo.folder);
  assert.is(releaseOfPage(await visit("onderwerp-1/")), "alfa");
  await stored(bravo);
  assert.is(releaseOfPage(await room.page.evaluate(shown)), "alfa");
  await room.page.click("nav a[href$='onderwerp-2/']");
  await room.page.waitForFunction(() => location.pathname === "/onderwerp-2/" && document.readyState === "complete");
  releaseOfPage(await room.page.evaluate(shown));
  await isWholeOffline(bravo);
});

for (const [title, fault] of [
  ["a portal", { kind: "portal" }],
  ["a flipped bit", { kind: "flipped" }],
  ["half a page that says to be whole", { kind: "short" }],
  ["a page cut off by the end of the connection", { kind: "cut", framing: "close" }],
] as const) {
  proves(`Firefox: ${title} in an update leaves the old release whole, and one visit after it has healed brings the new one`, async () => {
    const { alfa, bravo } = room.site.releases;
    await visit();
    await stored(alfa);
    room.host.release(bravo.folder);
    room.host.break(fault, places.page);
    assert.is(releaseOfPage(await visit()), "alfa");
    await settled();
    assert.is((await room.page.evaluate(claimed)).release, alfa.id);
    await isWholeOffline(alfa);
    room.host.heal();
    await visit();
    await stored(bravo);
    await isWholeOffline(bravo);
  });
}

proves("Firefox: the search answers without a connection", async () => {
  const { alfa } = room.site.releases;
  await visit();
  await stored(alfa);
  await newTab();
  await room.host.die();
  await visit("zoeken/?q=molen");
  await room.page.waitForSelector("[data-wegwijzer-results] a");
  assert.match(await room.page.evaluate(() => document.querySelector("[data-wegwijzer-results]")?.textContent ?? ""), /Molen/);
  await room.host.revive();
});

proves("Firefox: the kill switch frees within one visit", async () => {
  await visit();
  await stored(room.site.releases.alfa);
  room.host.release(room.site.releases.off.folder);
  await visit();
  await room.page.evaluate(async () => {
    while ((await caches.keys()).length > 0 || (await navigator.serviceWorker.getRegistrations()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await newTab();
  assert.is(releaseOfPage(await visit()), "off");
});

test.run();
