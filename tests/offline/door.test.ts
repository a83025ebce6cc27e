/** The plugin in a real Eleventy: what it writes, and what it refuses. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bundleOffline } from "../../plugins/offline/bundle.ts";
import { factsOf, titleOf } from "../../plugins/offline/facts.ts";
import { settingsOf } from "../../plugins/offline/options.ts";
import { list } from "../../plugins/output.ts";
import { filesOf, readSealed } from "../../src/offline/manifest.ts";
import { buildSite, page, plainSite } from "./plainSite.ts";

const folders: string[] = [];
const hash = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("base64url");

/** @returns The folder of the output. */
async function build(options: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-offline-"));
  folders.push(folder);
  return buildSite(folder, { ...plainSite, ...more }, options);
}
const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");
const releaseIn = (folder: string) => readSealed(textIn(folder, "release.json"), async (text) => hash(text));

test.after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test("two lines of config give a site its worker, its script on every page and a release that names every byte", async () => {
  const folder = await build("{}");
  assert.ok(textIn(folder, "service-worker.js").includes("release.json"));
  for (const path of ["index.html", "blog/een/index.html", "404.html", "offline/index.html"]) assert.match(textIn(folder, path), /<script type="module" data-wegwijzer-page="[\w-]{16}" src="\/wegwijzer-offline\/page\.[0-9a-f]{8}\.js"><\/script>/);
  const release = await releaseIn(folder);
  assert.equal(release.files.map(({ path }) => path), list(folder).filter((path) => path !== "release.json"));
  for (const { path, hash: named, size } of release.files) {
    const bytes = readFileSync(join(folder, path));
    assert.equal([hash(bytes), bytes.length], [named, size], path);
  }
  assert.ok(release.quiet);
  assert.is(release.version, release.id);
  assert.equal(JSON.parse(textIn(folder, "wegwijzer-offline/pages.json")), [["blog/een/", "Een"], ["", "Begin"], ["offline/", "Without a connection"]]);
});

test("the same site gives the same release in any folder", async () => {
  const [one, two] = [await build("{}"), await build("{}")];
  assert.is(textIn(one, "release.json"), textIn(two, "release.json"));
});

test("packs by pattern hold what their pages show", async () => {
  const release = await releaseIn(await build(`{ packs: () => [{ name: "blog", title: "Blog", match: ["/blog/*"] }], version: "1 mei 2026", budget: 0 }`));
  assert.equal(release.packs.map(({ name, title }) => [name, title]), [["shell", ""], ["blog", "Blog"], ["all", ""]]);
  assert.equal(filesOf(release, ["blog"]).map(({ path }) => path), ["blog/een/index.html", "foto.svg", "style.css", release.files.find(({ path }) => path.startsWith("wegwijzer-offline/page."))?.path]);
  assert.equal([release.version, release.quiet], ["1 mei 2026", false]);
});

test("a site that has its own page of offline keeps it", async () => {
  const folder = await build("{}", { "site/offline.html": page("Eigen") });
  assert.match(textIn(folder, "offline/index.html"), "Eigen");
});

test("the kill switch writes a worker that removes itself, and no page names a script", async () => {
  const folder = await build("{ enabled: false }");
  assert.match(textIn(folder, "service-worker.js"), /unregister\(\)/);
  assert.not.match(textIn(folder, "index.html"), "<script");
  assert.equal(list(folder).filter((path) => path.startsWith("wegwijzer-offline/")), []);
});

test("an app has its manifest, named in every page, with addresses of the site", async () => {
  const folder = await build(`{ app: { name: "Molens", icons: [{ src: "/foto.svg", sizes: "any", type: "image/svg+xml" }] } }`);
  assert.match(textIn(folder, "index.html"), '<link rel="manifest" href="/site.webmanifest">');
  const { name, start_url, icons, display } = JSON.parse(textIn(folder, "site.webmanifest")) as Readonly<Record<string, unknown>>;
  assert.equal({ name, start_url, icons, display }, { name: "Molens", start_url: "/", display: "standalone", icons: [{ src: "/foto.svg", sizes: "any", type: "image/svg+xml" }] });
});

const refused: readonly (readonly [options: object, message: string])[] = [
  [{ pakket: [] }, 'offline: unknown option "pakket", expected one of'],
  [{ page: "offline" }, 'offline: option page: expected an address such as "/offline/", got "offline"'],
  [{ budget: "1 MB" }, 'offline: option budget: expected a number of bytes, got "1 MB"'],
  [{ shell: "/zoeken/" }, 'offline: option shell: expected a list of addresses such as "/blog/*", got "/zoeken/"'],
  [{ packs: [{ name: "all", title: "A", match: [] }] }, 'offline: option packs[0]: "all" is there already'],
  [{ packs: [{ name: "a", title: "A", match: ["/"] }, { name: "a", title: "B", match: ["/"] }] }, 'offline: option packs[1]: two packs are called "a"'],
  [{ packs: [{ name: "a", title: "A", match: ["blog"] }] }, 'offline: option packs[0].match: expected a list of addresses such as "/blog/*", got ["blog"]'],
];
for (const [options, message] of refused) {
  test(`options ${JSON.stringify(options)} are refused with words`, () => {
    assert.throws(() => settingsOf(options), (error: Error) => error.message.startsWith(message));
  });
}

test("what a page shows is found, whatever names it", () => {
  const html = `<link rel=stylesheet href=../a.css><link rel=canonical href=/nee.html><a href=/nee.html>x</a><img src=b.png srcset="c.png 1x, /w/d.png 2x"><svg><use href="/w/e.svg#x"/></svg>
    <style>@import "f.css"; p { background: url('/w/g%20h.png') }</style><img src="https://elders.nl/i.png"><img src="/buiten.png"><iframe src="/w/j/"></iframe><p style="background:url(k.png)">`;
  const { needs } = factsOf("map/index.html", Buffer.from(html), "/w/");
  assert.equal(needs, ["a.css", "map/b.png", "map/c.png", "d.png", "e.svg", "map/f.css", "g h.png", "j/index.html", "map/k.png"]);
  assert.equal(factsOf("a/b.css", Buffer.from("@font-face { src: url(../c.woff2) }"), "/").needs, ["c.woff2"]);
});

test("a page is called by its first heading, else by its title", () => {
  assert.is(titleOf("<title>Nee</title><h1>Een <em>twee</em>\n drie</h1><h1>Nee</h1>"), "Een twee drie");
  assert.is(titleOf("<title>A &amp; B</title><p>x"), "A & B");
});

test("what readers download keeps its budget: the worker 5 kB, the page's part 2 kB, with brotli", async () => {
  const { worker, browser } = await bundleOffline();
  const size = (text = ""): number => brotliCompressSync(text).length;
  assert.ok(size(worker["worker.js"]) <= 5000, `the worker is ${size(worker["worker.js"])} B`);
  const part = Object.entries(browser).find(([name]) => name.startsWith("page."))?.[1];
  assert.ok(size(part) <= 2000, `the page's part is ${size(part)} B`);
  assert.ok(size(worker["goodbye.js"]) <= 300);
});

test("the worker is one classic script, the same for every site", async () => {
  const { worker } = await bundleOffline();
  assert.not.match(worker["worker.js"] ?? "import", /\b(import|export)\b[\s({*]/);
});

test.run();
