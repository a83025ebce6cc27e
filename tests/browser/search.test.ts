import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Behaviour, serve, type TestServer } from "../serve.ts";
import { launch } from "./launch.ts";
import { hostileTitle, strictPolicy, writeSearchSite } from "./searchSite.ts";

interface Room {
  folder: string;
  server: TestServer;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** What the policy refused, and what went wrong in a script. */
  faults: string[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const room = {} as Room;
const test = suite<Room>("search", room);

test.before(async () => {
  room.folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  await writeSearchSite(room.folder);
  room.server = await serve(room.folder, { headers: () => ({ "Content-Security-Policy": strictPolicy }) });
  room.browser = await launch();
});
test.after(async () => {
  await room.browser?.close();
  await room.server?.close();
  rmSync(room.folder, { recursive: true, force: true });
});
test.before.each(() => openContext());
test.after.each(async () => {
  behave({});
  await room.context.close();
  assert.equal(room.faults, [], "a script failed, or the policy refused something");
});

async function openContext(options: BrowserContextOptions = {}): Promise<void> {
  await room.context?.close();
  room.context = await room.browser.newContext({ viewport: { width: 1024, height: 768 }, ...options });
  room.context.setDefaultTimeout(10_000);
  room.page = await room.context.newPage();
  room.faults = [];
  room.page.on("pageerror", (error) => room.faults.push(String(error)));
  room.page.on("console", (message) => {
    // What the server withholds on purpose is told by the browser, too.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) room.faults.push(message.text());
  });
}

function behave(behaviour: Behaviour): void {
  delete room.server.behaviour.fault;
  delete room.server.behaviour.delayMs;
  Object.assign(room.server.behaviour, behaviour);
}

const goto = (path: string): Promise<unknown> => room.page.goto(room.server.url + path);
const press = (...keys: readonly string[]): Promise<void> => keys.reduce((before, key) => before.then(() => room.page.keyboard.press(key)), Promise.resolve());
const dialog = () => room.page.locator("dialog[open]");
const dialogField = () => dialog().locator(".ww-field");
const titles = (): Promise<string[]> => room.page.locator(".ww-page > .ww-hit:first-child .ww-title").allTextContents();
const note = (): Promise<string> => room.page.locator(".ww-note").innerText();
const path = (): string => room.page.url().slice(room.server.url.length - 1);
const fetched = (): string[] => room.server.requests.map((request) => request.path).filter((name) => name.startsWith("/wegwijzer-search/")).map((name) => name.slice("/wegwijzer-search/".length));

async function openAndAsk(text: string): Promise<void> {
  await press("/");
  await dialogField().waitFor();
  await dialogField().fill(text);
  await seeCount();
}
/** Waits for an answer: a count, or that there is none. */
const seeCount = async (): Promise<void> => {
  await room.page.locator(".ww-note p").first().waitFor();
  await room.page.locator(".ww-list:not([aria-busy=true])").waitFor({ state: "attached" });
};

async function faultsOfAxe(): Promise<readonly string[]> {
  const run = `${axe}; axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" ")))`;
  return room.page.evaluate(run);
}

test("nothing but the loader is fetched before a reader shows that they want to search", async () => {
  room.server.requests.length = 0;
  await goto("water/");
  await room.page.waitForTimeout(300);
  assert.equal(fetched().map((name) => name.split(".")[0]), ["loader"]);
});

test("a question takes three trips: script and manifest, terms, what is shown", async () => {
  await goto("water/");
  // The last that comes before a question: the site has English pages, too.
  const ready = room.page.waitForResponse(/language-en/);
  await room.page.locator("[type=search]").focus();
  await (await ready).finished();
  room.server.requests.length = 0;
  await room.page.keyboard.type("wa");
  await dialogField().waitFor();
  const folders = fetched().map((name) => name.split("/")[0]);
  await room.page.locator(".ww-hit").first().waitFor();
  assert.equal([...new Set(fetched().map((name) => name.split("/")[0]))].filter((name) => name !== "w"), ["t", "x"], folders.join());
});

test("a reader searches by keyboard only, lands with the words marked, and comes back to the results", async () => {
  await goto("");
  await openAndAsk("energie");
  assert.is((await titles())[0], "Energie");
  await press("ArrowDown", "ArrowDown");
  const active = await dialogField().getAttribute("aria-activedescendant");
  assert.is(await room.page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  await press("Enter");
  await room.page.waitForURL(/energie\/#/);
  assert.match(path(), /^\/energie\/#(wat-kun-je-doen|wie-beslist)$/);
  await room.page.waitForFunction(() => CSS.highlights.has("wegwijzer-search"));
  const marked = await room.page.evaluate(() => [...(CSS.highlights.get("wegwijzer-search") ?? [])].map((range) => (range as Range).toString().toLowerCase()));
  assert.equal([...new Set(marked)], ["energie"]);
  assert.is(await room.page.locator("mark").count(), 0);
  await room.page.goBack();
  await dialogField().waitFor();
  await seeCount();
  assert.is(await dialogField().inputValue(), "energie");
  assert.is((await titles())[0], "Energie");
});

test("an empty list shows its first page at once and the others after a frame; a list that is seen has no gap", async () => {
  await goto("water/");
  await press("/");
  await dialogField().waitFor();
  const watch = `(() => {
    const list = [...document.body.children].map(({ shadowRoot }) => shadowRoot).find(Boolean).querySelector(".ww-list");
    window.seen = [];
    const look = () => { if (window.seen.at(-1) !== list.children.length) window.seen.push(list.children.length); };
    new MutationObserver(look).observe(list, { childList: true });
  })()`;
  await room.page.evaluate(watch);
  await dialogField().fill("energie");
  await seeCount();
  const all = (await titles()).length;
  assert.ok(all > 1, "the question finds too little to tell anything");
  assert.equal(await room.page.evaluate("seen"), [1, all]);
  await press("ArrowDown");
  assert.equal(await dialogField().getAttribute("aria-activedescendant"), "ww-hit-0");
  await room.page.evaluate("seen.length = 0");
  await dialogField().fill("molen");
  await dialog().locator(".ww-title", { hasText: "Verhaal" }).first().waitFor();
  await seeCount();
  assert.equal(await room.page.evaluate("seen"), [(await titles()).length]);
});

test("Escape closes the dialog, and the focus returns to where it was", async () => {
  await goto("water/");
  const field = room.page.locator("header [type=search]");
  await field.focus();
  await room.page.keyboard.type("ener");
  await dialogField().waitFor();
  await seeCount();
  await press("Escape");
  await dialog().waitFor({ state: "detached" });
  assert.is(await field.evaluate((element) => document.activeElement === element), true);
  assert.is(await field.inputValue(), "ener");
  assert.is(path(), "/water/");
});

test("arrows go round, Home and End go to the first and the last, and a letter goes back to the field", async () => {
  await goto("");
  await openAndAsk("molen");
  const active = (): Promise<string | null> => dialogField().getAttribute("aria-activedescendant");
  const options = await dialog().locator("[role=option]").evaluateAll((all) => all.map(({ id }) => id));
  await press("ArrowUp");
  assert.is(await active(), options.at(-1));
  await press("ArrowDown");
  assert.is(await active(), options[0]);
  await press("End");
  assert.is(await active(), options.at(-1));
  await press("Home");
  assert.is(await active(), options[0]);
  await press("s");
  assert.is(await dialogField().inputValue(), "molens");
});

test("Ctrl+K opens the dialog also while a reader types elsewhere, and a slash is a letter there", async () => {
  await goto("");
  await press("Control+k");
  await dialogField().waitFor();
  await room.page.keyboard.type("a/b");
  assert.is(await dialogField().inputValue(), "a/b");
});

test("keys that follow the slash before the search is there are not lost", async () => {
  await goto("water/");
  behave({ delayMs: 300 });
  await press("/");
  await room.page.keyboard.type("ener", { delay: 20 });
  await dialogField().waitFor();
  await room.page.keyboard.type("gie", { delay: 20 });
  await seeCount();
  assert.is(await dialogField().inputValue(), "energie");
});

test("what is typed while the dialog opens is neither lost nor overwritten, and is given back at Escape", async () => {
  // A key right behind the dialog, before whatever else waits to open it: each key before asked for that.
  await room.page.addInitScript(() => {
    const { showModal } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = function () {
      showModal.call(this);
      queueMicrotask(() => {
        const field = this.querySelector<HTMLInputElement>(".ww-field");
        if (field) field.value += "x";
        field?.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      });
    };
  });
  behave({ delayMs: 300 });
  await goto("");
  await press("/", "e", "n", "e", "r");
  await dialogField().waitFor();
  // Timers in a row: what waited when the dialog opened has run behind this one.
  await room.page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
  assert.is(await dialogField().inputValue(), "enerx");
  await press("Escape");
  await room.page.waitForFunction(() => document.querySelector<HTMLInputElement>("[role=search] [type=search]")?.value === "enerx");
});

test("without a script the form leads to the page of searching", async () => {
  await openContext({ javaScriptEnabled: false });
  await goto("water/");
  await room.page.locator("[type=search]").fill("energie");
  await press("Enter");
  await room.page.waitForURL(/zoeken/);
  assert.is(path(), "/zoeken/?q=energie");
});

test("the page of searching answers ?q=, says the question in its title, and Back works", async () => {
  await goto("zoeken/?q=water");
  await room.page.locator(".ww-hit").first().waitFor();
  assert.is((await titles())[0], "Water");
  assert.is(await room.page.title(), "water - Zoeken");
  const field = room.page.locator("[type=search]");
  assert.is(await field.inputValue(), "water");
  await field.fill("energietransitie");
  await room.page.locator(".ww-title", { hasText: "Energietransitie" }).first().waitFor();
  await press("Enter");
  assert.is(path(), "/zoeken/?q=energietransitie");
  await room.page.locator(".ww-hit").first().click();
  await room.page.waitForURL(/energietransitie\/$/);
  await room.page.goBack();
  await room.page.locator(".ww-hit").first().waitFor();
  assert.is((await titles())[0], "Energietransitie");
});

test("two questions that were sent are two steps back", async () => {
  await goto("zoeken/");
  for (const text of ["water", "energie"]) {
    await room.page.locator("[type=search]").evaluate((field, text) => {
      (field as HTMLInputElement).value = text;
      (field as HTMLInputElement).form?.requestSubmit();
    }, text);
    if (text === "water") await room.page.locator(".ww-hit").first().waitFor().catch(() => undefined);
  }
  await room.page.waitForURL(/q=energie/);
  await room.page.goBack();
  await room.page.waitForURL(/q=water/);
});

test("?q= opens the dialog on a page without results, and closing takes it away", async () => {
  await goto("water/?q=energie&bron=brief");
  await dialogField().waitFor();
  await seeCount();
  assert.is(await dialogField().inputValue(), "energie");
  await press("Escape");
  await room.page.waitForURL(/water\/\?bron=brief$/);
});

test("hostile titles and questions are shown as text", async () => {
  await goto("");
  await openAndAsk("gevaar");
  assert.equal(await titles(), [hostileTitle]);
  await dialogField().fill(`<img src=x onerror="document.title='gehackt'">`);
  await room.page.waitForTimeout(400);
  assert.is(await room.page.locator("img").count(), 0);
  assert.is(await room.page.title(), "Start");
});

test("a form that is missing is replaced by a button that opens the dialog", async () => {
  await goto("kaal/");
  await room.page.getByRole("button", { name: "Zoeken" }).click();
  await dialogField().waitFor();
  await dialogField().fill("water");
  await seeCount();
  await press("Enter");
  await room.page.waitForURL(/water\/$/);
});

test("a typing error is mended, and the reader is told", async () => {
  await goto("");
  await openAndAsk("enegrie");
  assert.is((await titles())[0], "Energie");
  assert.match(await note(), "Bedoelde je energie?");
  await dialog().getByRole("button", { name: "energie" }).click();
  await room.page.waitForFunction(() => !document.querySelector("body > div")?.shadowRoot?.querySelector(".ww-note button"));
  assert.is(await dialogField().inputValue(), "energie");
});

test("who finds nothing is told so, with a hint and the way to all pages", async () => {
  await goto("");
  await openAndAsk("xyzzyx");
  assert.match(await note(), "Niets gevonden voor ‘xyzzyx’.");
  assert.match((await dialog().locator(".ww-note a").getAttribute("href")) ?? "", /\/zoeken\/$/);
});

test("a page in another language is found by its own stems", async () => {
  await goto("");
  await openAndAsk("wheel");
  assert.equal(await titles(), ["Bicycles"]);
  assert.is(await room.page.locator(".ww-text mark").textContent(), "wheels");
});

test("more pages are shown when they are asked for", async () => {
  await goto("");
  await openAndAsk("molen");
  assert.is((await titles()).length, 5);
  await dialog().getByRole("button", { name: "Nog 7 pagina’s" }).click();
  await room.page.waitForFunction(() => document.querySelector("body > div")?.shadowRoot?.querySelectorAll(".ww-page").length === 12);
});

test("filters tell how many pages fit, and narrow the results", async () => {
  await goto("");
  await openAndAsk("energie");
  await dialog().locator("summary").click();
  const thema = dialog().getByLabel("Transitie 1");
  await thema.check();
  await room.page.waitForFunction(() => document.querySelector("body > div")?.shadowRoot?.querySelectorAll(".ww-page").length === 1);
  assert.equal(await titles(), ["Energietransitie"]);
  assert.match(await note(), "1 pagina gevonden");
});

test("recent questions stay on the device and are forgotten at once", async () => {
  await goto("");
  await openAndAsk("water");
  await press("ArrowDown", "Enter");
  await room.page.waitForURL(/water\/$/);
  await goto("energie/");
  await press("/");
  await dialog().getByRole("option", { name: "water" }).waitFor();
  await press("ArrowDown", "Enter");
  await room.page.locator(".ww-title").first().waitFor();
  assert.is(await dialogField().inputValue(), "water");
  await dialogField().fill("");
  await dialog().getByRole("button", { name: "Wis" }).click();
  assert.is(await room.page.evaluate(() => localStorage.length), 0);
  assert.is(await dialog().getByRole("option").count(), 0);
});

const apart: readonly (readonly [how: string, options: { readonly modifiers?: "Control"[]; readonly button?: "middle" }])[] = [["Ctrl", { modifiers: ["Control"] }], ["the middle button", { button: "middle" }]];
for (const [how, options] of apart) {
  test(`a result that opens in a tab of its own with ${how} has its words marked there, once, and the dialog stays`, async () => {
    await goto("");
    await openAndAsk("water");
    // The tab itself crashes the small browser of the tests: it is kept from opening, and its page is gone to.
    await room.page.evaluate(() => ["click", "auxclick"].forEach((kind) => addEventListener(kind, (event) => event.preventDefault())));
    await room.page.locator(".ww-hit").first().click(options);
    assert.is(await dialog().count(), 1);
    assert.is(path(), "/");
    await goto("water/");
    await room.page.waitForFunction(() => CSS.highlights.has("wegwijzer-search"));
    assert.equal(await room.page.evaluate(() => Object.keys(localStorage)), ["wegwijzer-recent"]);
  });
}

test("a count is told to screen readers when the reader rests", async () => {
  await goto("");
  await openAndAsk("molen");
  assert.is(await room.page.getByRole("status").textContent(), "");
  await room.page.getByRole("status").filter({ hasText: "12 pagina’s gevonden" }).waitFor();
});

test("an answer that comes late never replaces a newer one", async () => {
  const slow = new Set<string>();
  await room.page.route("**/x/**", async (route) => {
    const first = slow.size === 0;
    slow.add(route.request().url());
    if (first) await new Promise((resolve) => setTimeout(resolve, 1200));
    await route.continue().catch(() => undefined);
  });
  await goto("");
  await press("/");
  await dialogField().waitFor();
  await dialogField().fill("water");
  await room.page.waitForRequest(/\/x\//);
  await dialogField().fill("energietransitie");
  await room.page.locator(".ww-title", { hasText: "Energietransitie" }).first().waitFor();
  await room.page.waitForTimeout(1500);
  assert.is((await titles())[0], "Energietransitie");
});

test("keys of an input method are not those of the list, and its text is asked for when it is done", async () => {
  await goto("");
  await openAndAsk("water");
  await press("ArrowDown");
  const stays = await dialogField().evaluate((field) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  assert.ok(stays, "Enter was taken from the input method");
  assert.is(path(), "/");
  await dialogField().fill("");
  const devtools = await room.context.newCDPSession(room.page);
  await devtools.send("Input.imeSetComposition", { text: "ener", selectionStart: 4, selectionEnd: 4 });
  await devtools.send("Input.insertText", { text: "energie" });
  await room.page.locator(".ww-title", { hasText: "Energie" }).first().waitFor();
});

const brokenFiles: readonly (readonly [string, number, string])[] = [
  ["is missing", 404, ""],
  ["is cut off", 200, '{"u":"/ener'],
  ["is no JSON", 200, "<!doctype html>"],
  ["is of another release", 200, '["wegwijzer-shard-9"]'],
];
for (const [what, status, body] of brokenFiles) {
  test(`where a file of the index ${what} the reader is told, and sees the rest`, async () => {
    let broken: string | undefined;
    await room.page.route("**/x/**", (route, request) => {
      broken ??= request.url();
      return request.url() === broken ? route.fulfill({ status, body }) : route.continue();
    });
    await goto("");
    await openAndAsk("energie");
    assert.match(await note(), "Een deel van de zoekindex kwam niet binnen");
    assert.ok((await titles()).length > 0, "nothing is shown");
  });
}

test("terms that cannot be had are told of", async () => {
  behave({ fault: (name) => (/\/t\//.test(name) ? { status: 503 } : undefined) });
  await goto("");
  await openAndAsk("energie");
  assert.match(await note(), "Een deel van de zoekindex kwam niet binnen");
});

test("a page left open over a deploy asks the new index, and never the two mixed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  await writeSearchSite(folder);
  const server = await serve(folder);
  try {
    await room.page.goto(`${server.url}energie/`);
    await openAndAsk("energie");
    await dialog().locator("summary").click();
    await dialog().getByLabel("Transitie 1").check();
    await room.page.waitForFunction(() => document.querySelector("body > div")?.shadowRoot?.querySelectorAll(".ww-page").length === 1);
    // The deploy: other pages, and the old files of the index are gone.
    rmSync(join(folder, "wegwijzer-search"), { recursive: true });
    await writeSearchSite(folder, "/", { "/zonnepark/": ["Zonnepark", "Energie van de zon."] });
    await dialogField().fill("zonnepark");
    await room.page.locator(".ww-title", { hasText: "Zonnepark" }).first().waitFor();
    assert.not.match(await note(), "Een deel van de zoekindex");
    await dialogField().fill("energie");
    await room.page.locator(".ww-title", { hasText: "Zonnepark" }).first().waitFor();
    assert.is(await dialog().locator("fieldset").count(), 0, "the filters are those of the index that went");
    assert.is(server.requests.filter(({ path }) => path.endsWith("/manifest.json")).length, 2);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

const brokenManifests: readonly (readonly [string, string])[] = [
  ["is not there", ""],
  ["is no JSON", "<!doctype html>"],
  ["is of a newer format", `{"format":4}`],
  ["is something else", "[]"],
];
for (const [what, body] of brokenManifests) {
  test(`with a manifest that ${what} the reader is told, and the form still leads to its page`, async () => {
    await room.page.route("**/manifest.json", (route) => (body === "" ? route.abort() : route.fulfill({ status: 200, body })));
    await goto("water/");
    await press("/");
    await dialogField().waitFor();
    await room.page.keyboard.type("energie");
    await room.page.locator(".ww-note", { hasText: "Zoeken lukt nu niet" }).waitFor();
    await press("Enter");
    await room.page.waitForURL(/zoeken\/\?q=energie/);
    await room.page.locator(".ww-note", { hasText: "Zoeken lukt nu niet" }).waitFor();
  });
}

test("where the script does not come, the form does what it does without", async () => {
  behave({ fault: (name) => (/search\.\w+\.js/.test(name) ? { status: 404 } : undefined) });
  await goto("water/");
  await room.page.locator("[type=search]").fill("energie");
  await press("Enter");
  await room.page.waitForURL(/zoeken\/\?q=energie/);
});

test("where the script for rare questions does not come, a typing error finds nothing, and the reader is told why that may be", async () => {
  behave({ fault: (name) => (/rare\.\w+\.js/.test(name) ? { status: 404 } : undefined) });
  await goto("water/");
  await openAndAsk("energei");
  await room.page.locator(".ww-note", { hasText: "Een deel van de zoekindex" }).waitFor();
  await dialogField().fill("energie");
  await room.page.locator(".ww-title", { hasText: "Energie" }).first().waitFor();
});

test("below a path of its own a site is searched just so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  await writeSearchSite(folder, "/onder/");
  const server = await serve(folder, { pathPrefix: "/onder/" });
  try {
    await room.page.goto(`${server.url}energie/`);
    await openAndAsk("water");
    await press("ArrowDown", "Enter");
    await room.page.waitForURL(`${server.url}water/`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a reader who waits is told that something is under way", async () => {
  await room.page.route("**/t/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  await goto("");
  await press("/");
  await dialogField().fill("water");
  await room.page.locator(".ww-note", { hasText: "Even zoeken" }).waitFor();
  await room.page.locator(".ww-note", { hasText: "1 pagina gevonden" }).waitFor();
});

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ["on a wide screen, in the dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }],
  ["with forced colours", { forcedColors: "active" }],
];
for (const [where, options] of looks) {
  test(`axe finds nothing to mend ${where}: results, filters, none, recent, and the page`, async () => {
    await openContext(options);
    await goto("energie/");
    await room.page.evaluate(() => localStorage.setItem("wegwijzer-recent", '["water"]'));
    await press("/");
    await dialog().getByRole("option", { name: "water" }).waitFor();
    await room.page.waitForTimeout(200);
    assert.equal(await faultsOfAxe(), []);
    await room.page.keyboard.type("energie");
    await room.page.locator(".ww-page").first().waitFor();
    await dialog().locator("summary").click();
    await dialog().locator("fieldset").first().waitFor();
    await press("Tab");
    assert.equal(await faultsOfAxe(), []);
    await dialogField().fill("xyzzyx");
    await room.page.locator(".ww-note", { hasText: "Niets gevonden" }).waitFor();
    assert.equal(await faultsOfAxe(), []);
    await goto("zoeken/?q=energie");
    await room.page.locator(".ww-page").first().waitFor();
    assert.equal(await faultsOfAxe(), []);
  });
}

test.run();
