/** How a stored site answers what readers and programs ask, with a dead host and with one that has changed its mind. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { marks, workerName } from "../../src/offline/protocol.ts";
import { places } from "./faultTable.ts";
import { ask, faultsOffline, goOffline, look, newTab, onlyNewTab, releaseOfPage, visit } from "./reader.ts";
import { changedRelease } from "./releases.ts";
import { install, type Room, suiteIn } from "./room.ts";
import { claimOf, renewed, settled, stored, workerPath } from "./stored.ts";

const room = {} as Room;
const test = suiteIn("requests", room);

const addresses: readonly (readonly [path: string, shown: string])[] = [
  ["?q=molen", "/?q=molen"],
  ["zoeken/?q=molen", "/zoeken/?q=molen"],
  ["onderwerp-1/?utm_source=brief&utm_medium=mail", "/onderwerp-1/?utm_source=brief&utm_medium=mail"],
  ["onderwerp-1", "/onderwerp-1/"],
  ["onderwerp-1?q=x", "/onderwerp-1/?q=x"],
  ["onderwerp-1/index.html", "/onderwerp-1/index.html"],
  ["onderwerp-1/#begin", "/onderwerp-1/#begin"],
];
for (const [path, shown] of addresses) {
  test(`without a connection, /${path} shows its page at ${shown}`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    await install(room, alfa);
    await onlyNewTab(reader);
    await goOffline(reader);
    assert.is(releaseOfPage(await visit(reader, path)), "alfa");
    assert.is(reader.page.url(), host.origin + shown);
    await host.revive();
  });
}

/** What a page gets by fetch: status, bytes, and headers that matter. */
const fetched = (path: string, init: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Readonly<Record<string, string | number | null>>> =>
  room.reader.page.evaluate(async ([address, options]) => {
    try {
      const response = await fetch(address, options as RequestInit);
      const { status, headers, redirected } = response;
      return { status, size: (await response.arrayBuffer()).byteLength, range: headers.get("content-range"), length: headers.get("content-length"), type: headers.get("content-type"), redirected: String(redirected) };
    } catch (error) {
      return { error: String(error) };
    }
  }, [room.host.url + path, init] as const);

test("without a connection, parts of a file are parts, and HEAD has headers alone", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await onlyNewTab(reader);
  await visit(reader);
  await goOffline(reader);
  const size = alfa.files.find(({ path }) => path === "plaatje.svg")?.size ?? 0;
  const rows: readonly (readonly [range: string, status: number, bytes: number, says: string | null])[] = [
    ["bytes=0-9", 206, 10, `bytes 0-9/${size}`],
    ["bytes=10-", 206, size - 10, `bytes 10-${size - 1}/${size}`],
    ["bytes=-5", 206, 5, `bytes ${size - 5}-${size - 1}/${size}`],
    ["bytes=0-999999", 206, size, `bytes 0-${size - 1}/${size}`],
    [`bytes=${size}-`, 416, 0, `bytes */${size}`],
    ["bytes=0-1,4-5", 200, size, null],
    ["molens=1", 200, size, null],
  ];
  for (const [range, status, bytes, says] of rows) {
    const got = await fetched("plaatje.svg", { headers: { Range: range } });
    assert.equal([got["status"], got["size"], got["range"]], [status, bytes, says], range);
  }
  const head = await fetched("plaatje.svg", { method: "HEAD" });
  assert.equal([head["status"], head["size"], head["length"], head["type"]], [200, 0, String(size), "image/svg+xml"]);
  assert.is((await fetched("onderwerp-1/", { method: "HEAD" }))["status"], 200);
  assert.is((await fetched("plaatje.svg?v=2"))["status"], 200);
  await host.revive();
});

test("without a connection, an unknown page is told of, with a status that is none of success, and lists what is stored", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await onlyNewTab(reader);
  await goOffline(reader);
  const response = await reader.page.goto(`${host.url}bestaat-niet/`);
  assert.ok((response?.status() ?? 200) >= 400);
  await reader.page.locator(`[${marks.list}]`).first().waitFor();
  assert.match(await reader.page.locator("main").innerText(), /Molen[^]*Sluis/);
  await reader.page.click(`[${marks.list}] a[href$="onderwerp-2/"]`);
  await reader.page.waitForLoadState("load");
  assert.is(releaseOfPage(await look(reader.page)), "alfa");
  assert.match(String((await fetched("bestaat-niet.json"))["error"]), "TypeError");
  await host.revive();
});

test("without a connection, the search answers from the index of the release", async () => {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await onlyNewTab(reader);
  await goOffline(reader);
  await visit(reader, "onderwerp-3/");
  assert.match(await ask(reader, "sluis"), /Sluis[^]*alfa/);
  await host.revive();
});

test("an unknown page is the host's to answer, while there is one", async () => {
  const { reader, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await onlyNewTab(reader);
  await visit(reader, "bestaat-niet/");
  assert.match(await reader.page.locator("h1").innerText(), "Niet gevonden");
});

test("what is no page of the site goes to the host: other methods, other origins, files that are not of the release", async () => {
  const { reader, host, stranger, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  await visit(reader, "onderwerp-1/");
  const from = host.log.length;
  await fetched("onderwerp-2/", { method: "POST" });
  await fetched("robots.txt");
  assert.equal(host.log.slice(from).map(({ method, path }) => `${method} ${path}`).filter((line) => !/release\.json|service-worker/.test(line)), ["POST /onderwerp-2/", "GET /robots.txt"]);
  assert.match(await reader.page.evaluate((address) => fetch(address).then((response) => response.text()), stranger.url), "gastennetwerk");
});

const changesOfMind: readonly (readonly [title: string, fault: () => Parameters<Room["host"]["break"]>[0]])[] = [
  ["redirects to another page", () => ({ kind: "redirect", to: `${room.host.url}onderwerp-1/` })],
  ["redirects to another host", () => ({ kind: "redirect", to: room.stranger.url })],
  ["is gone", () => ({ kind: "status", status: 410 })],
  ["is not found", () => ({ kind: "status", status: 404 })],
];
for (const [title, fault] of changesOfMind) {
  test(`a stored page that the host now says ${title} is still the page of its release, online and off`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    await install(room, alfa);
    host.break(fault(), places.page);
    for (let visits = 0; visits < 2; visits++) {
      assert.is(releaseOfPage(await visit(reader, "onderwerp-3/")), "alfa");
      await settled(reader);
    }
    assert.equal(await faultsOffline(reader, alfa), []);
    host.heal();
    await visit(reader, "onderwerp-3/");
    await stored(reader, alfa);
  });
}

for (const years of [-1, 1]) {
  test(`a clock that is ${years < 0 ? "a year behind" : "a year ahead"} of the host changes nothing, at install and at update`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    const shift = years * 31_536_000_000;
    host.always({ Date: new Date(Date.now() - shift).toUTCString(), "Last-Modified": new Date(Date.now() - shift - 60_000).toUTCString() });
    const code = `{ const now = Date.now; Date.now = () => now() + ${shift}; }\n${readFileSync(join(alfa.folder, workerName), "utf8")}`;
    host.break({ kind: "text", text: code, type: "text/javascript" }, workerPath);
    await reader.context.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${shift}; }`);
    await install(room, alfa);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
    host.release(bravo.folder);
    await visit(reader);
    await stored(reader, bravo);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });
}

const rewrites: readonly (readonly [title: string, rewrite: (html: string) => string])[] = [
  ["injects a script", (html) => html.replace("</body>", "<script>window.geteld = 1</script></body>")],
  ["minifies", (html) => html.replace(/\s*\n\s*/g, "").replace("</html>", "")],
  ["writes the time into every page", (html) => `${html}<!-- ${process.hrtime.bigint()} -->`],
];
for (const [title, rewrite] of rewrites) {
  test(`on a host that ${title}, the worker steps aside: pages work, the console says why, and nothing is kept`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    host.break({ kind: "rewrite", rewrite });
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    const claim = await settled(reader);
    assert.is(claim.kind, "aside");
    assert.match(reader.console.join("\n"), /wegwijzer: pages do not arrive as they were built/);
    for (const path of alfa.pages) assert.is(releaseOfPage(await visit(reader, path)), "alfa");
    await settled(reader);
    const bodies = await reader.page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return all.flat().filter((url) => url.includes("/body/")).length;
    });
    assert.is(bodies, 0);
    host.heal();
    await visit(reader);
    await stored(reader, alfa);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
  });
}

test("a host that begins to rewrite pages after an install: readers keep a whole release, and get the next when it stops", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  host.release(bravo.folder);
  host.break({ kind: "rewrite", rewrite: (html) => html.replace("</body>", "<!-- teller --></body>") });
  for (let visits = 0; visits < 4; visits++) {
    assert.match(releaseOfPage(await visit(reader, "onderwerp-3/")), /^(alfa|bravo)$/);
    await settled(reader);
  }
  host.heal();
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a host that rewrites pages for more than a day after an install: readers get its pages, none mixed, and the old ones without a connection", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  const rewrite = (): void => host.break({ kind: "rewrite", rewrite: (html) => html.replace("</body>", "<!-- teller --></body>") });
  host.release(bravo.folder);
  rewrite();
  for (let visits = 0; visits < 3; visits++) {
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await settled(reader);
  }
  const code = `{ const now = Date.now; Date.now = () => now() + 172800000; }\n${readFileSync(join(alfa.folder, workerName), "utf8")}`;
  host.break({ kind: "text", text: code, type: "text/javascript" }, workerPath);
  await onlyNewTab(reader);
  const from = host.log.length;
  await visit(reader);
  await renewed(reader, from);
  await settled(reader);
  await onlyNewTab(reader);
  assert.match(releaseOfPage(await visit(reader, "onderwerp-1/")), /^(alfa|bravo)$/);
  await settled(reader);
  assert.is(releaseOfPage(await visit(reader, "onderwerp-2/")), "bravo", "after more than a day");
  assert.equal(await faultsOffline(reader, alfa, ["onderwerp-3/"]), []);
  host.heal();
  await visit(reader);
  await stored(reader, bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test("a reader who saves data gets nothing unasked but the shell, and all when they choose", async () => {
  const { reader, site: { releases: { alfa } } } = room;
  await reader.context.addInitScript("Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })");
  await visit(reader);
  const claim = await settled(reader);
  assert.equal([claim.kind, claim.release], ["partial", alfa.id]);
  await visit(reader, "offline/");
  await reader.page.locator(`[${marks.action}="store"][data-pack="all"]`).click();
  await stored(reader, alfa);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, alfa), []);
});

/** Waits until the page has no worker and no cache. */
const freed = (): Promise<void> => room.reader.page.evaluate(async () => {
  while ((await caches.keys()).length > 0 || (await navigator.serviceWorker.getRegistrations()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
});

test("the kill switch frees within one visit: no worker, no cache, and none is registered again", async () => {
  const { reader, host, site } = room;
  await install(room, site.releases.alfa);
  await visit(reader, "onderwerp-1/");
  host.release(site.releases.off.folder);
  await visit(reader);
  await freed();
  for (const path of ["", "onderwerp-2/"]) {
    await onlyNewTab(reader);
    await visit(reader, path);
    assert.is((await claimOf(reader.page)).kind, "");
    assert.equal(await reader.page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length, navigator.serviceWorker.controller]), [0, 0, null]);
  }
  assert.is(existsSync(join(site.releases.off.folder, workerName)), true);
});

test("a kill switch that was pulled by mistake is undone by the next release", async () => {
  const { reader, host, site } = room;
  await install(room, site.releases.alfa);
  host.release(site.releases.off.folder);
  await visit(reader);
  await freed();
  await onlyNewTab(reader);
  host.release(site.releases.bravo.folder);
  await visit(reader);
  await stored(reader, site.releases.bravo);
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, site.releases.bravo), []);
});

test("a manifest of a newer format leaves what is stored as it is, and is read by the worker that comes with it", async () => {
  const { reader, host, site } = room;
  const { alfa, bravo } = site.releases;
  await install(room, alfa);
  const tomorrow = changedRelease(site, bravo, "tomorrow", (path, bytes) => (path === "release.json" ? bytes.toString("utf8").replace('"format":1', '"format":2') : undefined));
  host.release(tomorrow.folder);
  assert.is(releaseOfPage(await visit(reader)), "alfa");
  const claim = await settled(reader);
  assert.equal([claim.kind, claim.release, claim.trouble], ["stored", alfa.id, "format"]);
  assert.equal(await faultsOffline(reader, alfa), []);
  writeFileSync(join(tomorrow.folder, "release.json"), readFileSync(join(bravo.folder, "release.json")));
  await visit(reader);
  await stored(reader, bravo);
});

test("no request leaves for another origin, whatever is done", async () => {
  const { reader, host, stranger, site: { releases: { alfa, bravo } } } = room;
  const outside: string[] = [];
  reader.context.on("request", (request) => void (request.url().startsWith(host.origin) || outside.push(request.url())));
  await install(room, alfa);
  host.release(bravo.folder);
  await visit(reader, "offline/");
  await stored(reader, bravo);
  await newTab(reader);
  await visit(reader, "zoeken/?q=molen");
  assert.equal(outside, []);
  assert.is(stranger.log.length, 0);
});

test.run();
