/** The built site as a whole: the same bytes wherever it is built, and nothing in it that leads nowhere. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { list } from "../../plugins/output.ts";
import { openBuiltIndex } from "../../plugins/search/site.ts";
import { decodeExcerpt } from "../../src/search/excerpt.ts";
import { originOf, site } from "../../site/site.ts";
import { addresses, copyOf } from "../../site/standards/addresses.ts";
import { imageSize } from "../../site/standards/shareImage.ts";
import { addressesOn, buildSite, clicksFrom, copySources, fileAt, readPages, removeSources, root } from "./builtSite.ts";
import { named } from "./parsed.ts";

const MAX_CLICKS = 3;
const MIN_CITATIONS = 3;
const MAX_IMAGE_BYTES = 100 * 1024;
const SEARCH = "wegwijzer-search";

const folder = mkdtempSync(join(tmpdir(), "wegwijzer-build-"));
const [here, there] = [join(folder, "een"), join(folder, "map met spaties", "twee")];
copySources(root, here);
// The second copy is of the first: what changes meanwhile is not what is tested.
copySources(here, there);
const output = await buildSite(here, { TZ: "Pacific/Kiritimati", LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8" });
const other = await buildSite(there, { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
test.after(() => removeSources(folder));

const pages = readPages(output);
const byUrl = new Map(pages.map((page) => [page.url, page]));
const published = pages.filter(({ url }) => url !== "/404.html");

const hashesOf = (built: string): Readonly<Record<string, string>> =>
  Object.fromEntries(list(built).map((file) => [file, createHash("sha256").update(readFileSync(join(built, file))).digest("hex")]));

test("the same pages give the same bytes, in any folder, time zone and language", () => {
  const [one, two] = [hashesOf(output), hashesOf(other)];
  assert.ok(Object.keys(one).length > 100);
  assert.equal(Object.keys(one), Object.keys(two));
  assert.equal(Object.keys(one).filter((file) => one[file] !== two[file]), []);
});

test("every address on every page leads to a file, and to the anchor in it", () => {
  const broken = pages.flatMap((page) => [...new Set(addressesOn(page))].flatMap((address) => {
    const [path = "", anchor] = address.split("#");
    if (!existsSync(join(output, fileAt(path)))) return [`${page.url} -> ${address}: no file`];
    return anchor && !byUrl.get(path)?.ids.has(anchor) ? [`${page.url} -> ${address}: no anchor`] : [];
  }));
  assert.equal(broken, []);
});

test("no id stands twice on a page, and what names one finds it", () => {
  const faults = pages.flatMap(({ url, elements, ids }) => {
    const all = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    const twice = all.filter((id, index) => all.indexOf(id) !== index);
    const asked = elements.flatMap(({ attributes }) => ["aria-labelledby", "aria-describedby", "for"].flatMap((name) => attributes[name]?.split(" ") ?? []));
    return [...twice.map((id) => `${url} has ${id} twice`), ...asked.filter((id) => !ids.has(id)).map((id) => `${url} asks for ${id}`)];
  });
  assert.equal(faults, []);
});

test(`every page is at most ${MAX_CLICKS} clicks from home`, () => {
  const clicks = clicksFrom("/", published);
  assert.equal(published.filter(({ url }) => (clicks.get(url) ?? Infinity) > MAX_CLICKS).map(({ url }) => `${url} ${clicks.get(url)}`), []);
});

test("every source is cited by a page, and leads back to it", () => {
  const list = byUrl.get("/bronnen/");
  const ids = named(list?.elements ?? [], "li").flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  assert.ok(ids.length > 100);
  const citing = new Map(published.filter(({ url }) => url !== "/bronnen/").map((page) => [page.url, new Set(addressesOn(page))]));
  const unused = ids.filter((id) => ![...citing.values()].some((addresses) => addresses.has(`/bronnen/#${id}`)));
  assert.equal(unused, []);
  const back = new Set(list === undefined ? [] : addressesOn(list).map((address) => address.split("#", 1)[0]));
  assert.equal([...citing].filter(([url, addresses]) => [...addresses].some((address) => address.startsWith("/bronnen/#")) && !back.has(url)).map(([url]) => url), []);
});

test(`every page below an overview stands on ${MIN_CITATIONS} citations or more, and it is said whose the other sentences are`, () => {
  const below = published.filter(({ url }) => url.split("/").length > 3);
  assert.ok(below.length > 75);
  const bare = below.filter(({ elements }) => elements.filter(({ attributes }) => attributes["class"] === "citation").length < MIN_CITATIONS);
  assert.equal(bare.map(({ url }) => url), []);
  assert.match(byUrl.get("/bronnen/")?.html ?? "", "Een zin zonder verwijzing is van ons");
});

/** Addresses of the pages and entries that searching can find. */
const found = list(join(output, SEARCH)).filter((file) => /^x\/[^/]+\/\d+\.json$/.test(file))
  .map((file) => decodeExcerpt(readFileSync(join(output, SEARCH, file), "utf8"), 0).url);

test("every published page owns a document of the search index, and none owns two", () => {
  assert.equal(published.map(({ url }) => url).filter((url) => !found.includes(url)), []);
  assert.is(new Set(found).size, found.length);
  assert.equal(found.filter((url) => !byUrl.has(url.split("#", 1)[0] ?? "")), []);
});

const asked = published.filter(({ url }) => /^\/(themas|transities)\/[^/]+\/$/.test(url));

test("there are eight themes and three transitions", () => {
  assert.equal(["/themas/", "/transities/"].map((part) => asked.filter(({ url }) => url.startsWith(part)).length), [8, 3]);
});

for (const { url, elements } of asked) {
  const title = named(elements, "h1")[0]?.text ?? "";
  test(`who asks for ${title} finds ${url} first`, async () => {
    const { hits } = await openBuiltIndex(output).open().engine.search(title);
    assert.is(hits[0]?.excerpt.url, url);
  });
}

const whole = (url: string): string => originOf(site) + url;
const textAt = (address: string): string => readFileSync(join(output, fileAt(address)), "utf8");

test("every file for machines is there, and the sitemap has every page", () => {
  for (const address of Object.values(addresses)) assert.ok(textAt(address).length > 0, address);
  const listed = [...textAt(addresses.sitemap).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  assert.equal([...listed].sort(), published.map(({ url }) => whole(url)).sort());
});

test("the picture for shared links is a PNG of 1200 by 630", () => {
  const png = readFileSync(join(output, fileAt(addresses.shareImage)));
  assert.is(png.subarray(1, 4).toString("latin1"), "PNG");
  assert.equal([png.readUInt32BE(16), png.readUInt32BE(20)], [imageSize.width, imageSize.height]);
  assert.ok(png.length < MAX_IMAGE_BYTES, `${png.length} B`);
});

test("every page has a Markdown copy, which llms.txt names and whose links all lead somewhere", () => {
  const list = textAt(addresses.llms);
  const broken = published.flatMap(({ url }) => {
    const copy = textAt(copyOf(url));
    assert.match(list, `(${whole(copyOf(url))})`);
    const own = [...copy.matchAll(/\]\((https?:[^)]*)\)/g)].map(([, href = ""]) => new URL(href)).filter(({ origin }) => origin === originOf(site));
    return own.flatMap(({ pathname, hash }) => {
      const ids = byUrl.get(decodeURIComponent(pathname))?.ids;
      if (ids === undefined) return existsSync(join(output, fileAt(pathname))) ? [] : [`${url} -> ${pathname}`];
      return hash === "" || ids.has(decodeURIComponent(hash.slice(1))) ? [] : [`${url} -> ${pathname}${hash}`];
    });
  });
  assert.equal(broken, []);
});

test("every concept and every change stands at its address on a page", () => {
  const subjects = [...textAt(addresses.turtle).matchAll(/^<([^>]+)>\n {2}a skos:Concept /gm)].map(([, subject = ""]) => subject);
  const changes = [...textAt(addresses.feed).matchAll(/<id>([^<]+#[^<]+)<\/id>/g)].map(([, id = ""]) => id);
  assert.ok(subjects.length > 0 && changes.length > 0);
  const missing = [...subjects, ...changes].map((address) => new URL(address)).filter(({ pathname, hash }) => !byUrl.get(pathname)?.ids.has(decodeURIComponent(hash.slice(1))));
  assert.equal(missing.map(String), []);
});

test.run();
