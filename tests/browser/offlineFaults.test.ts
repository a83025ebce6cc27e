/** A dozen faults that stand for the rest: `npm run proof` has all of them. */
import * as assert from "uvu/assert";
import { endWorkers } from "../offline/devtools.ts";
import { faultRows, places } from "../offline/faultTable.ts";
import { faultsOffline, look, newTab, onlyNewTab, releaseOfPage, visit } from "../offline/reader.ts";
import { install, type Room, suiteIn } from "../offline/room.ts";
import { settled, stored } from "../offline/stored.ts";
import { surviveAnotherWorker, surviveAtInstall, surviveAtUpdate } from "../offline/survival.ts";

const room = {} as Room;
const test = suiteIn("faults of a host", room, { names: ["alfa", "bravo"] });

const atInstall = ["404 on a hashed file, sent as immutable", "a captive portal in place of the page", "a flipped bit in the shard"];
const atUpdate = ["a captive portal in place of everything", "a redirect of the page to another host", "the page cut off by the end of the connection", "the manifest too short, and consistent"];

for (const [titles, survive, when] of [[atInstall, surviveAtInstall, "at install"], [atUpdate, surviveAtUpdate, "at update"]] as const) {
  for (const title of titles) {
    test(`${when}: ${title}; nothing broken is stored, shown or claimed, and one visit after it has healed mends all`, async () => {
      const row = faultRows.find((known) => known.title === title);
      assert.ok(row, `the table has no "${title}"`);
      await survive(room, row);
    });
  }
}

test("old pages with a new manifest: readers keep the old release, and one visit after the deploy brings the new one", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  host.break({ kind: "release", folder: alfa.folder }, places.home);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  assert.is((await settled(reader)).release, alfa.id);
  host.heal();
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a tab left open over a deploy keeps its release, also when its worker is killed, and another tab has the new one", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  await visit(reader, "onderwerp-1/");
  const left = reader.page;
  host.release(bravo.folder);
  await newTab(reader);
  await visit(reader);
  await stored(reader, bravo);
  await endWorkers(reader);
  await left.click("nav a[href$='onderwerp-2/']");
  await left.waitForURL("**/onderwerp-2/");
  assert.is(releaseOfPage(await look(left)), "alfa");
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a worker of another version that comes in a deploy takes over what the one before has stored", () => surviveAnotherWorker(room, "last"));

test("a worker that is killed in the midst of an install goes on at the next visit", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  host.break({ kind: "stall", after: "nothing" }, places.page);
  await visit(reader);
  await host.seen(({ path }) => places.page.test(path));
  await endWorkers(reader);
  host.heal();
  await visit(reader);
  await stored(reader, alfa);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
});

test("what a device has spoilt is not shown, and one visit mends it", async () => {
  const { reader, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await reader.page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of (await cache.keys()).filter(({ url }, at) => url.includes("/body/") && at % 3 === 0)) {
        const old = await cache.match(request);
        if (old) await cache.put(request, new Response(new Uint8Array(await old.arrayBuffer()).map((byte) => byte ^ 1), { headers: old.headers }));
      }
    }
  });
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  await settled(reader);
  await stored(reader, alfa);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
});

test.run();
