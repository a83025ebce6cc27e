/** What a device does to readers: no room, entries that vanish or rot, no storage at all. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { keyFolder, stateKey, tabsKey, workerName } from "../../src/offline/protocol.ts";
import { clearSite, endWorkers, limitStorage } from "./devtools.ts";
import { faultsOffline, look, onlyNewTab, releaseOfPage, visit } from "./reader.ts";
import { install, type Room, suiteIn } from "./room.ts";
import { claimOf, settled, stored, workerPath } from "./stored.ts";

const room = {} as Room;
const test = suiteIn("storage", room);

for (const bytes of [0, 20_000, 60_000, 100_000]) {
  test(`a device with room for ${bytes} bytes stores nothing by half at install, says so, and stores all when there is room`, async () => {
    const { reader, site: { releases: { alfa } } } = room;
    const freed = await limitStorage(reader, bytes);
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    const claim = await settled(reader);
    assert.is(claim.kind === "stored", false);
    // A shell that fits is stored; the whole site, unasked, leaves a device most of its room.
    assert.ok(claim.trouble === "quota" || claim.kind === "partial", JSON.stringify(claim));
    await freed();
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await stored(reader, alfa);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
  });
}

test("a device without room for an update keeps the release that it has, says so, and updates when there is room", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  const used = await reader.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const freed = await limitStorage(reader, used + 500);
  host.release(bravo.folder);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  const claim = await settled(reader);
  assert.equal([claim.kind, claim.release, claim.trouble], ["stored", alfa.id, "quota"]);
  assert.equal(await faultsOffline(reader, alfa), []);
  await freed();
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

/** Deletes or spoils entries of the cache from a page, as nobody but the device should. @returns How many. */
const harm = (harmed: "delete" | "poison" | "truncate" | "json", pattern: string): Promise<number> => room.reader.page.evaluate(async ([how, text]) => {
  let count = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new RegExp(text).test(request.url)) continue;
      count += 1;
      const old = await cache.match(request);
      if (!old) continue;
      const bytes = new Uint8Array(await old.arrayBuffer());
      if (how === "delete") await cache.delete(request);
      if (how === "poison") await cache.put(request, new Response(bytes.map((byte) => byte ^ 1), { headers: old.headers }));
      if (how === "truncate") await cache.put(request, new Response(bytes.slice(0, bytes.length / 2), { headers: old.headers }));
      if (how === "json") await cache.put(request, new Response("{\"current\":7,\"stuck\":null", { headers: old.headers }));
    }
  }
  return count;
}, [harmed, pattern] as const);

const harms: readonly (readonly [title: string, how: "delete" | "poison" | "truncate" | "json", pattern: string])[] = [
  ["some entries are evicted", "delete", `/${keyFolder}body/[A-Ma-m]`],
  ["all bodies are evicted", "delete", `/${keyFolder}body/`],
  ["the manifest of the release is evicted", "delete", `/${keyFolder}release/`],
  ["the state is evicted", "delete", `/${stateKey}$`],
  ["the tabs are evicted", "delete", `/${tabsKey}$`],
  ["all entries are evicted", "delete", ""],
  ["one page is poisoned", "poison", "page"],
  ["some entries are poisoned", "poison", `/${keyFolder}body/[A-Ma-m]`],
  ["all entries are poisoned", "poison", `/${keyFolder}`],
  ["some entries are cut off", "truncate", `/${keyFolder}body/[A-Ma-m]`],
  ["the manifest of the release is poisoned", "poison", `/${keyFolder}release/`],
  ["the state is garbage", "json", `/${stateKey}$`],
  ["the tabs are garbage", "json", `/${tabsKey}$`],
];
for (const [title, how, pattern] of harms) {
  for (const isEnded of [false, true]) {
    test(`${title}${isEnded ? " while the worker sleeps" : ""}: no broken page is shown, and one visit mends everything`, async () => {
      const { reader, site: { releases: { alfa } } } = room;
      await install(room, alfa);
      await visit(reader, "onderwerp-1/");
      const page = alfa.files.find(({ path }) => path === "onderwerp-3/index.html")?.hash ?? "";
      assert.ok((await harm(how, pattern === "page" ? page : pattern)) > 0, "nothing was harmed");
      if (isEnded) await endWorkers(reader);
      assert.is(releaseOfPage(await visit(reader)), "alfa");
      await stored(reader, alfa);
      await onlyNewTab(reader);
      assert.is(releaseOfPage(await visit(reader, "onderwerp-3/")), "alfa");
      await stored(reader, alfa);
      assert.equal(await faultsOffline(reader, alfa), []);
    });
  }
}

test("a poisoned page is not shown, also without a connection", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await visit(reader, "onderwerp-1/");
  await harm("poison", alfa.files.find(({ path }) => path === "onderwerp-3/index.html")?.hash ?? "");
  await host.die();
  await visit(reader, "onderwerp-3/");
  assert.match(await reader.page.locator("h1").innerText(), "Zonder verbinding");
  await host.revive();
  assert.is(releaseOfPage(await visit(reader, "onderwerp-3/")), "alfa");
});

test("what was evicted while an update could not be had is mended from the release that is there", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  await harm("delete", `/${keyFolder}body/[A-Ma-m]`);
  host.release(bravo.folder);
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a site that the browser forgot altogether is stored again by one visit", async () => {
  const { reader, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await clearSite(reader);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  await stored(reader, alfa);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
});

const refusals: readonly (readonly [title: string, code: string])[] = [
  ["caches.open throws", "CacheStorage.prototype.open = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));"],
  ["there are no caches", "Object.defineProperty(self, 'caches', { value: undefined });"],
  ["cache.put throws", "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));"],
];
for (const [title, code] of refusals) {
  test(`private mode, where ${title}: pages keep working, and nothing is said to be stored`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    const text = code + readFileSync(join(alfa.folder, workerName), "utf8");
    host.break({ kind: "text", text, type: "text/javascript" }, workerPath);
    for (const path of ["", "onderwerp-1/", "onderwerp-2/?q=x"]) assert.is(releaseOfPage(await visit(reader, path)), "alfa");
    // Only what is stored is claimed, so a page has the worker when it was active before: a slow one misses all three.
    await reader.page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await reader.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    assert.is((await claimOf(reader.page)).kind, "none");
    assert.match(await reader.page.evaluate("fetch('/plaatje.svg').then((response) => response.text())"), "<title>alfa");
    host.heal();
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await stored(reader, alfa);
  });
}

for (const [title, code] of [
  ["no service workers", "delete Navigator.prototype.serviceWorker"],
  ["a register that throws", "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))"],
  ["a register that throws at once", "ServiceWorkerContainer.prototype.register = () => { throw new DOMException('no', 'SecurityError') }"],
] as const) {
  test(`private mode with ${title}: pages keep working, without an error, and nothing is said to be stored`, async () => {
    const { reader } = room;
    const errors: string[] = [];
    reader.page.on("pageerror", (error) => errors.push(String(error)));
    await reader.context.addInitScript(code);
    for (const path of ["", "onderwerp-1/", "offline/"]) await visit(reader, path);
    assert.is((await claimOf(reader.page)).kind, "none");
    await visit(reader);
    assert.is(releaseOfPage(await look(reader.page)), "alfa");
    assert.equal(errors, []);
  });
}

test.run();
