/** What a deploy does to readers: releases that mix on the host, follow each other fast, or come back. */
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import * as assert from "uvu/assert";
import { marks } from "../../src/offline/protocol.ts";
import { places } from "./faultTable.ts";
import { ask, faultsOffline, look, newTab, onlyNewTab, releaseOfPage, visit } from "./reader.ts";
import type { SmallRelease } from "./releases.ts";
import { install, type Room, suiteIn } from "./room.ts";
import { claimOf, settled, stored } from "./stored.ts";
import { holdPage, surviveAnotherWorker } from "./survival.ts";

const room = {} as Room;
const test = suiteIn("deploys", room);

/** What of the host is still of the other release, while the rest is new. */
const mixes: readonly (readonly [title: string, old: RegExp])[] = [
  ["old pages with a new manifest, new scripts and a new index", /\/$/],
  ["an old manifest with new pages", places.manifest],
  ["new pages and a new manifest, with old styles, scripts and index", /\.(css|js|json)$/],
  ["a new manifest, and all else old", /^(?!.*release\.json)/],
  ["half of the pages old", /\/onderwerp-[1-5]\/$/],
  ["an old index with new pages", /\/wegwijzer-search\//],
];
for (const [title, old] of mixes) {
  test(`a first visit in the middle of a deploy, ${title}: nothing mixed is stored, and one visit after it brings the new release`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    host.release(bravo.folder);
    host.break({ kind: "release", folder: alfa.folder }, old);
    await visit(reader);
    const claim = await settled(reader);
    assert.is(claim.kind === "stored", false, "nothing whole can be had, and it says stored");
    host.heal();
    await visit(reader);
    await stored(reader, bravo);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });

  test(`an update in the middle of a deploy, ${title}: readers keep the old release, and one visit after it brings the new one`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    await install(room, alfa);
    host.release(bravo.folder);
    host.break({ kind: "release", folder: alfa.folder }, old);
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    const claim = await settled(reader);
    assert.is(claim.release, alfa.id);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
    host.heal();
    releaseOfPage(await visit(reader));
    await stored(reader, bravo);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });
}

for (const every of [2, 3]) {
  test(`servers behind one address, of which one in ${every} has another release: readers see one release, and one visit after the deploy brings the new one`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    await install(room, alfa);
    host.release(bravo.folder);
    host.break({ kind: "release", folder: alfa.folder, every });
    for (const path of ["", "onderwerp-1/", "onderwerp-2/", "onderwerp-3/"]) {
      assert.match(releaseOfPage(await visit(reader, path)), /^(alfa|bravo)$/);
      await settled(reader);
    }
    const claim = await claimOf(reader.page);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, claim.release === bravo.id ? bravo : alfa), []);
    host.heal();
    releaseOfPage(await visit(reader));
    await stored(reader, bravo);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });
}

test("a release published while the first is fetched: the visit after it has the new one, whole", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  const go = holdPage(room);
  await visit(reader);
  await host.seen(({ path }) => places.page.test(path));
  host.release(bravo.folder);
  go();
  const claim = await settled(reader);
  if (claim.kind === "stored") assert.equal(await faultsOffline(reader, claim.release === bravo.id ? bravo : alfa), [], "stored is claimed in this very tab");
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a release published while another is fetched as an update: readers go from whole to whole", async () => {
  const { reader, host, site: { releases: { alfa, bravo, charlie } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  const from = host.log.length;
  const go = holdPage(room);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  await host.seen((request) => places.page.test(request.path) && host.log.indexOf(request) >= from);
  host.release(charlie.folder);
  go();
  await settled(reader);
  releaseOfPage(await visit(reader));
  await stored(reader, charlie);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, charlie), []);
});

/** What a tab gets for the files that a release has, by its own fetch. */
async function ownFiles({ reader: { page, host } }: Room, release: SmallRelease, names: readonly string[]): Promise<readonly boolean[]> {
  const hashes = await page.evaluate(async (addresses) => Promise.all(addresses.map(async (address) => {
    const digest = await crypto.subtle.digest("SHA-256", await (await fetch(address)).arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  })), names.map((name) => host.url + name));
  return names.map((name, at) => hashes[at] === createHash("sha256").update(readFileSync(join(release.folder, name))).digest("hex"));
}
const telling = ["style.css", "app.js", "wegwijzer-search/manifest.json", "plaatje.svg"];

test("three releases in a row, with a tab left open on the first: it sees the first from first to last, the others the newest", async () => {
  const { reader, host, site: { releases: { alfa, bravo, charlie } } } = room;
  await install(room, alfa);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-1/")), "alfa");
  const left = reader.page;
  for (const next of [bravo, charlie]) {
    host.release(next.folder);
    await newTab(reader);
    releaseOfPage(await visit(reader, "onderwerp-2/"));
    await stored(reader, next);
    await reader.page.close();
  }
  await newTab(reader);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-2/")), "charlie");
  reader.page = left;
  assert.equal(await ownFiles(room, alfa, telling), telling.map(() => true), "files of the old tab");
  assert.match(await ask(reader, "molen"), /alfa/);
  await left.click("nav a[href$='onderwerp-3/']");
  await left.waitForLoadState("load");
  assert.is(releaseOfPage(await look(left)), "alfa", "a link in the old tab");
  await host.die();
  await left.click("nav a[href$='onderwerp-4/']");
  await left.waitForLoadState("load");
  assert.is(releaseOfPage(await look(left)), "alfa", "a link in the old tab, offline");
  await host.revive();
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, charlie), []);
});

test("of two tabs one takes the update by the quiet line: the other keeps its release, page, script and index", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  await visit(reader, "onderwerp-1/");
  const first = reader.page;
  const second = await newTab(reader);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-2/")), "alfa");
  host.release(bravo.folder);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-3/")), "alfa");
  await stored(reader, bravo);
  assert.is((await claimOf(second)).tab, alfa.id);
  await second.locator(`[${marks.update}] button`).first().click();
  await second.waitForFunction(() => document.querySelector("#release")?.textContent === "bravo");
  await second.waitForLoadState("load");
  assert.is(releaseOfPage(await look(second)), "bravo");
  reader.page = first;
  assert.is(releaseOfPage(await look(first)), "alfa");
  assert.equal(await ownFiles(room, alfa, telling), telling.map(() => true), "files of the tab that did not update");
  reader.page = second;
  assert.equal(await ownFiles(room, bravo, telling), telling.map(() => true), "files of the tab that did");
  await first.click("nav a[href$='onderwerp-5/']");
  await first.waitForLoadState("load");
  assert.is(releaseOfPage(await look(first)), "alfa");
});

test("the tab of the very first visit, which no worker answered, sees one release too", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  const first = reader.page;
  host.release(bravo.folder);
  await newTab(reader);
  await visit(reader, "onderwerp-3/");
  await stored(reader, bravo);
  reader.page = first;
  assert.equal(await ownFiles(room, alfa, telling), telling.map(() => true));
});

test("a page is never reloaded by itself, and an update is offered once, in a quiet line", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  await visit(reader, "onderwerp-3/");
  await reader.page.evaluate(() => Object.assign(window, { stillHere: true }));
  await stored(reader, bravo);
  await reader.page.locator(`[${marks.update}]`).waitFor();
  assert.is(await reader.page.locator(`[${marks.update}]`).count(), 1);
  assert.equal(await reader.page.evaluate("window.stillHere"), true);
  assert.is(releaseOfPage(await look(reader.page)), "alfa");
});

for (const moment of ["first", "last"] as const) {
  test(`a worker of another version that comes ${moment} in a deploy takes over what the one before has stored`, () => surviveAnotherWorker(room, moment));
}

test("a rollback to the release before is an update as any other", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  for (const next of [bravo, alfa]) {
    host.release(next.folder);
    await visit(reader);
    await stored(reader, next);
    await onlyNewTab(reader);
  }
  assert.equal(await faultsOffline(reader, alfa), []);
});

test("from the first to the third and back, each is whole when it says so", async () => {
  const { reader, host, site: { releases: { alfa, bravo, charlie } } } = room;
  await install(room, alfa);
  for (const next of [bravo, charlie, alfa]) {
    host.release(next.folder);
    await visit(reader);
    await stored(reader, next);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, next), []);
  }
});

test("an update that is stuck is left for the one after it", async () => {
  const { reader, host, site: { releases: { alfa, bravo, charlie } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  host.break({ kind: "status", status: 500 }, places.page);
  await visit(reader);
  assert.is((await settled(reader)).release, alfa.id);
  host.heal();
  host.release(charlie.folder);
  await visit(reader);
  await stored(reader, charlie);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, charlie), []);
});

test("a page that the new release no longer has is not shown from the old one", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  const online = await visit(reader, "oud/");
  assert.is(online?.text, "bravo");
  assert.match(await reader.page.locator("h1").innerText(), "Niet gevonden");
  await onlyNewTab(reader);
  await host.die();
  await visit(reader, "oud/");
  assert.not.match(await reader.page.locator("body").innerText(), /alfa/);
  await host.revive();
});

test("a page fetched ahead before a deploy and opened after it is of one release", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  await reader.page.evaluate(() => document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: "onderwerp-6/" })));
  host.release(bravo.folder);
  await newTab(reader);
  await visit(reader, "onderwerp-2/");
  await stored(reader, bravo);
  const { page } = reader;
  await page.click("nav a[href$='onderwerp-6/']");
  await page.waitForLoadState("load");
  releaseOfPage(await look(page));
  await onlyNewTab(reader);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-6/")), "bravo");
});

test.run();
