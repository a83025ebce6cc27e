/** What readers see of offline, in a real browser under a strict policy; how it fares under faults is tried elsewhere. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite, page as html } from "../offline/plainSite.ts";
import { serve, type TestServer } from "../serve.ts";
import { launch } from "./launch.ts";

interface Room {
  root: string;
  folder: string;
  server: TestServer;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  faults: string[];
}
const room = {} as Room;
const test = suite<Room>("offline", room);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types wegwijzer";
const long = "Over molens en sluizen valt meer te vertellen dan op één dag past. ".repeat(30);
const files = {
  "site/index.html": html("Begin", `<a href="/blog/een/">Een</a>`),
  "site/blog/een.html": html("Een", `<p>Bij de molen draait de wiek. ${long}</p><div data-wegwijzer-offline="blog"></div><img src="/foto.svg" alt="">`),
  "site/blog/twee.html": html("Twee", `<p>Bij de sluis gaat de deur open. ${long}</p>`),
  "site/nieuws/drie.html": html("Drie", `<p>Het nieuws van de haven. ${long}</p>`),
  "site/zoeken.html": html("Zoeken", `<form role="search" action="/zoeken/"><label>Zoek <input type="search" name="q"></label></form><div data-wegwijzer-results data-search-ignore></div>`),
  "site/style.css": "body { font-family: sans-serif; color: #222; background: #fff }",
  "site/foto.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>`,
};
const options = `{ language: "nl", budget: 0, version: "23 november 2026", packs: [{ name: "blog", title: "Blog", match: ["/blog/*"] }, { name: "nieuws", title: "Nieuws", match: ["/nieuws/*"] }] }`;

test.before(async () => {
  room.root = mkdtempSync(join(tmpdir(), "wegwijzer-offline-"));
  room.folder = await buildSite(room.root, files, options, true);
  room.server = await serve(room.folder, { headers: () => ({ "Content-Security-Policy": policy }) });
  room.browser = await launch();
});
test.after(async () => {
  await room.browser?.close();
  await room.server?.close();
  rmSync(room.root, { recursive: true, force: true });
});
test.before.each(() => open());
test.after.each(async () => {
  live();
  await room.context.close();
  assert.equal(room.faults, [], "a script failed, or the policy refused something");
});

async function open(contextOptions: BrowserContextOptions = {}): Promise<void> {
  await room.context?.close();
  room.context = await room.browser.newContext({ viewport: { width: 900, height: 800 }, ...contextOptions });
  room.context.setDefaultTimeout(20_000);
  room.page = await room.context.newPage();
  room.faults = [];
  room.page.on("pageerror", (error) => room.faults.push(String(error)));
  room.page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) room.faults.push(message.text());
  });
}

const die = (): unknown => (room.server.behaviour.fault = () => ({ drop: true }));
const live = (): unknown => delete room.server.behaviour.fault;
const goto = (path = "") => room.page.goto(room.server.url + path);
const says = (word: string): Promise<unknown> => room.page.waitForFunction((wanted) => document.documentElement.dataset["offline"] === wanted && document.documentElement.dataset["offlineSettled"] === "true", word);
const sentence = () => room.page.locator("[data-wegwijzer-offline-state]");
const button = (action: string, pack: string) => room.page.locator(`[data-wegwijzer-offline-do=${action}][data-pack=${pack}]`);
/** Waits until a pack is there, whole. */
const has = (title: string): Promise<void> => room.page.locator(".ww-pack", { hasText: title }).filter({ hasText: /staat op je apparaat, \d/ }).waitFor();
const storedPages = (): Promise<string[]> => room.page.locator("[data-wegwijzer-offline-list] a").allTextContents();

test("a large site keeps its shell unasked, and says that it is a part", async () => {
  await goto("offline/");
  await says("partial");
  assert.match(await sentence().innerText(), /^Een deel van deze site staat op je apparaat: versie van 23 november 2026, \d+ kB\.$/);
  await room.page.waitForFunction(() => document.querySelectorAll("[data-wegwijzer-offline-list] a").length > 0);
  assert.equal(await storedPages(), ["Begin", "Zonder verbinding", "Zoeken"]);
});

test("a pack that is chosen is stored and removed, and its size was true", async () => {
  await goto("offline/");
  await says("partial");
  await button("store", "blog").click();
  await has("Blog");
  await says("partial");
  await room.page.waitForFunction(() => document.querySelectorAll("[data-wegwijzer-offline-list] a").length === 5);
  assert.equal(await storedPages(), ["Een", "Twee", "Begin", "Zonder verbinding", "Zoeken"]);
  die();
  assert.is((await goto("blog/twee/"))?.status(), 200);
  assert.is((await goto("nieuws/drie/"))?.status(), 503);
  live();
  await goto("offline/");
  await button("remove", "blog").click();
  await button("store", "blog").waitFor();
  await room.page.waitForFunction(() => document.querySelectorAll("[data-wegwijzer-offline-list] a").length === 3);
  await room.page.waitForFunction(async () => !(await caches.open("wegwijzer-1 /").then((cache) => cache.keys())).some(({ url }) => url.endsWith(".svg")));
});

test("the whole site is stored by choice, and then each pack is within it", async () => {
  await goto("offline/");
  await button("store", "all").click();
  await says("stored");
  assert.match(await sentence().innerText(), /^Deze site staat op je apparaat: versie van 23 november 2026, \d+ kB\.$/);
  assert.match(await room.page.locator(".ww-pack", { hasText: "Blog" }).innerText(), "met de hele site");
});

test("storing that is paused stays so over a visit, and goes on when asked", async () => {
  await goto("offline/");
  await says("partial");
  room.server.behaviour.delayMs = 400;
  await button("store", "all").click();
  await button("pause", "all").click();
  await button("resume", "all").waitFor();
  delete room.server.behaviour.delayMs;
  await room.page.reload();
  await says("partial");
  assert.match(await sentence().innerText(), "Het bewaren staat op pauze.");
  await button("resume", "all").click();
  await says("stored");
});

test("a page that is not there is stood in for by the page of offline, which says so and lists what is", async () => {
  await goto();
  await says("partial");
  die();
  const answer = await goto("nieuws/drie/?van=mail");
  assert.is(answer?.status(), 503);
  assert.is(new URL(room.page.url()).pathname, "/nieuws/drie/");
  await room.page.getByText("Deze pagina staat niet op je apparaat").waitFor();
  await room.page.locator("[data-wegwijzer-offline-list] a", { hasText: "Zoeken" }).click();
  await room.page.waitForURL("**/zoeken/");
  assert.is(await room.page.innerText("h1"), "Zoeken");
});

test("search answers without a connection, from the release of the tab", async () => {
  await goto("blog/een/");
  await says("partial");
  await button("store", "blog").click();
  await says("partial");
  await has("Blog");
  die();
  await goto("zoeken/?q=sluis");
  await room.page.locator(".ww-title", { hasText: "Twee" }).first().waitFor();
  await room.page.locator("html[data-search-note]").waitFor();
  await room.page.locator("[type=search]").fill("haven");
  await room.page.locator(".ww-note", { hasText: "Niet elke pagina die je vindt, staat op je apparaat." }).waitFor();
});

test("who saves data keeps the shell, also of a small site", async () => {
  const folder = await buildSite(mkdtempSync(join(room.root, "klein-")), files, `{ language: "nl" }`);
  const server = await serve(folder);
  try {
    await room.context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await room.page.goto(server.url);
    await says("partial");
    assert.not.ok(server.requests.some(({ path }) => path.startsWith("/nieuws/")));
    await room.context.close();
    await open();
    await room.page.goto(server.url);
    await says("stored");
  } finally {
    await server.close();
  }
});

/** What the shell alone takes, as the browser counts. */
async function usageOfShell(url: string): Promise<number> {
  await room.context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await room.page.goto(url);
  await says("partial");
  return room.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}

test("a device with little room gets the shell and no more unasked, says so, and still stores what is chosen", async () => {
  const server = await serve(await buildSite(mkdtempSync(join(room.root, "vol-")), files, `{ language: "nl" }`, true));
  try {
    const quotaSize = (await usageOfShell(server.url)) + 30_000;
    await open();
    const session = await room.context.newCDPSession(room.page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(server.url).origin, quotaSize });
    await room.page.goto(`${server.url}offline/`);
    await says("partial");
    await sentence().filter({ hasText: "Er is te weinig ruimte op je apparaat." }).waitFor();
    await button("store", "all").click();
    await says("stored");
  } finally {
    await server.close();
  }
});

test("the first tab is taken in: it searches without a connection before it was ever reloaded", async () => {
  await goto("blog/een/");
  await button("store", "blog").click();
  await has("Blog");
  await says("partial");
  die();
  await room.page.keyboard.press("/");
  await room.page.locator("dialog[open] .ww-field").fill("sluis");
  await room.page.locator("dialog[open] .ww-title", { hasText: "Twee" }).first().waitFor();
});

test("a newer release is offered as one line, and comes when the reader says so", async () => {
  const build = (more: Readonly<Record<string, string>>): Promise<string> => buildSite(mkdtempSync(join(room.root, "nieuw-")), { ...files, ...more }, options);
  const folder = await build({});
  const server = await serve(folder);
  try {
    await room.page.goto(server.url);
    await says("partial");
    cpSync(await build({ "site/index.html": html("Nieuw begin") }), folder, { recursive: true });
    await room.page.goto(server.url);
    assert.is(await room.page.innerText("h1"), "Begin");
    await room.page.getByRole("button", { name: "Ververs" }).click();
    await room.page.getByRole("heading", { name: "Nieuw begin" }).waitFor();
    await says("partial");
    assert.is(await room.page.locator("[data-wegwijzer-update]").count(), 0);
  } finally {
    await server.close();
  }
});

test("the controls keep the rules of access, on a small screen and in the dark", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    await open({ viewport: { width: 320, height: 700 }, colorScheme, bypassCSP: true });
    await goto("offline/");
    await says("partial");
    await room.page.evaluate(axe);
    const faults = await room.page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    assert.equal(faults, []);
    assert.ok(await room.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the screen");
  }
});

test.run();
