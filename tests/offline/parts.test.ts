import { createHash } from "node:crypto";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { encodePath, findFile } from "../../src/offline/address.ts";
import { storedHeaders } from "../../src/offline/headers.ts";
import { filesOf, NewerFormat, offlinePart, readSealed } from "../../src/offline/manifest.ts";
import { matcher, packsOf, type PackRules } from "../../src/offline/packs.ts";
import { decodePlaces, encodePlaces } from "../../src/offline/places.ts";
import { partOf } from "../../src/offline/range.ts";
import { encodeRelease, releaseOf } from "../../src/release.ts";
import { random } from "../search/random.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
const file = (path: string) => ({ path, hash: hash(path), size: path.length });

test("places that are written are read again, whatever they are", () => {
  const next = random(7);
  for (let round = 0; round < 200; round += 1) {
    const places = Array.from({ length: 60 }, (_, place) => place).filter(() => next(200) < round);
    assert.equal(decodePlaces(encodePlaces(places)), places);
  }
  assert.is(encodePlaces([0, 1, 2, 5, 7, 8]), "0-2,5,7-8");
});

const byPath = new Map(["index.html", "themas/energie/index.html", "a b.txt", "over.html"].map((path) => [path, file(path)]));
const addresses: readonly (readonly [address: string, path: string | undefined, moved?: string])[] = [
  ["https://a.nl/w/", "index.html"],
  ["https://a.nl/w/index.html", "index.html"],
  ["https://a.nl/w/?q=zon&utm_source=x", "index.html"],
  ["https://a.nl/w/themas/energie/", "themas/energie/index.html"],
  ["https://a.nl/w/themas/energie/?utm_medium=mail#deel", "themas/energie/index.html"],
  ["https://a.nl/w/themas/energie?q=a", undefined, "https://a.nl/w/themas/energie/?q=a"],
  ["https://a.nl/w/a%20b.txt", "a b.txt"],
  ["https://a.nl/w/over.html?x", "over.html"],
  ["https://a.nl/w/themas/", undefined],
  ["https://a.nl/w/%E0%A4%A", undefined],
  ["https://a.nl/w", undefined],
  ["https://a.nl/ander/", undefined],
  ["https://b.nl/w/", undefined],
];
for (const [address, path, moved] of addresses) {
  test(`${address} asks for ${path ?? (moved ? `what moved to ${moved}` : "no file")}`, () => {
    const found = findFile(byPath, "https://a.nl/w/", address);
    assert.is(found.file?.path, path);
    assert.is(found.moved, moved);
  });
}

test("a path is asked for as browsers write it", () => assert.is(encodePath("a b/é#?/"), "a%20b/%C3%A9%23%3F/"));

const ranges: readonly (readonly [range: string | null, part: ReturnType<typeof partOf>])[] = [
  [null, "all"], ["bytes=0-0", { from: 0, to: 1 }], ["bytes=0-499", { from: 0, to: 100 }], ["bytes=90-", { from: 90, to: 100 }],
  ["bytes=-10", { from: 90, to: 100 }], ["bytes=-500", { from: 0, to: 100 }], ["bytes=100-", "none"], ["bytes=-0", "none"],
  ["bytes=9-3", "all"], ["bytes=0-1,5-6", "all"], ["items=0-1", "all"], ["bytes=-", "all"], ["bytes=a-b", "all"],
];
for (const [range, part] of ranges) test(`of 100 bytes, ${range ?? "no range"} is ${JSON.stringify(part)}`, () => assert.equal(partOf(range, 100), part));

test("policies stay with a file, and what was said of its transfer does not", () => {
  const came: [string, string][] = [["content-encoding", "br"], ["content-length", "12"], ["content-security-policy", "default-src 'none'"], ["content-type", "text/html; charset=utf-8"], ["vary", "Accept-Encoding"], ["x-of-tomorrow", "1"]];
  assert.equal(storedHeaders("index.html", came), [came[2], came[3], came[5]]);
});

const types: readonly (readonly [path: string, came: string, stored: string])[] = [
  ["a.html", "text/plain", "text/html; charset=utf-8"],
  ["a.html", "application/xhtml+xml", "application/xhtml+xml"],
  ["a.html", "text/html; charset=iso-8859-1", "text/html; charset=iso-8859-1"],
  ["a.js", "text/html", "text/javascript; charset=utf-8"],
  ["a.js", "application/javascript", "application/javascript"],
  ["a.css", "application/octet-stream", "text/css; charset=utf-8"],
  ["a.svg", "text/xml", "image/svg+xml; charset=utf-8"],
  ["a.woff2", "application/octet-stream", "application/octet-stream"],
];
for (const [path, came, stored] of types) test(`${path} that came as ${came} is stored as ${stored}`, () => assert.equal(storedHeaders(path, [["content-type", came]]), [["content-type", stored]]));

const files = releaseOf(["app.js", "beeld/zon.svg", "energie/index.html", "index.html", "offline/index.html", "robots.txt", "w/t.json", "water/index.html"].map(file), hash);
const facts = new Map(files.files.map(({ path }) => [path, { transfer: 1234, needs: path === "energie/index.html" ? ["beeld/zon.svg", "app.js", "robots.txt"] : [] }]));
const rules: PackRules = {
  packs: [{ name: "energie", title: "Energie", match: ["/energie/"] }], shell: [], together: ["/w/*"], leaveOut: ["/robots.txt"],
  fallback: "offline/index.html", budget: 10_000, version: "23 november 2026",
};
const part = packsOf(files.files, facts, rules);
const pathsIn = (name: string): readonly string[] => part.packs.find((pack) => pack.name === name)?.files.map((place) => files.files[place]?.path ?? "") ?? [];

test("the shell holds home, the page of offline and scripts", () => assert.equal(pathsIn("shell"), ["app.js", "index.html", "offline/index.html"]));
test("a pack holds its pages, what they show, and the index", () => assert.equal(pathsIn("energie"), ["app.js", "beeld/zon.svg", "energie/index.html", "w/t.json"]));
test("the whole site holds all but what is left out", () => assert.is(pathsIn("all").length, files.files.length - 1));
test("what a pack weighs is told in two digits, upwards", () => assert.equal(part.packs.map(({ transfer }) => transfer), [3800, 5000, 8700]));
test("a site within its budget is stored without asking, and a larger one is not", () => {
  assert.ok(part.quiet);
  assert.not.ok(packsOf(files.files, facts, { ...rules, budget: 8699 }).quiet);
});

test("a pattern is an address, in which * stands for any text", () => {
  const matches = (pattern: string, path: string): boolean => matcher([pattern])(path);
  assert.ok(matches("/blog/*", "blog/een/index.html") && matches("/blog/", "blog/index.html") && matches("*.md", "a/index.md") && matches("/", "index.html"));
  assert.not.ok(matches("/blog/", "blog/een/index.html") || matches("/a.b", "axb") || matches("/", "a/index.html"));
});

const text = encodeRelease(files, offlinePart(files.id, part, hash));
const read = (changed: string) => readSealed(changed, async (each) => hash(each));

test("a sealed manifest is read as it was written", async () => {
  const release = await read(text);
  assert.equal({ version: release.version, fallback: release.fallback, quiet: release.quiet, packs: release.packs }, part);
  assert.is(release.id, files.id);
  assert.equal(filesOf(release, ["shell", "energie"]).map(({ path }) => path), ["app.js", "beeld/zon.svg", "energie/index.html", "index.html", "offline/index.html", "w/t.json"]);
});

test("a manifest of which any character was changed is not believed", async () => {
  for (let at = text.indexOf('"id"'); at < text.length - 2; at += 3) {
    const other = text[at] === "x" ? "y" : "x";
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    await read(changed).then(() => assert.unreachable(`believed with "${other}" at ${at}: ${changed.slice(at - 20, at + 20)}`), () => undefined);
  }
});

test("other packs over the same files are another release", async () => {
  const other = encodeRelease(files, offlinePart(files.id, { ...part, version: "24 november 2026" }, hash));
  assert.is.not((await read(other)).seal, (await read(text)).seal);
});

test("a manifest of a newer format is told from a broken one", async () => {
  await read('{"format":99}').then(() => assert.unreachable(), (error: unknown) => assert.instance(error, NewerFormat));
});

test.run();
