import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { write } from "../plugins/output.ts";
import { hashOf, readRelease, releaseIn, writeRelease } from "../plugins/release.ts";
import { addressOf, encodeRelease, isReleased, parseRelease, releaseOf } from "../src/release.ts";

const file = (path: string, text: string) => ({ path, hash: hashOf(text), size: text.length });
const energy = file("themas/energie/index.html", "<p>energie");
const style = file("a.css", "p{}");

test("a release does not depend on the order in which its files were found", () => {
  assert.equal(releaseOf([energy, style], hashOf), releaseOf([style, energy], hashOf));
  assert.equal(releaseOf([energy, style], hashOf).files.map(({ path }) => path), ["a.css", "themas/energie/index.html"]);
});

test("another byte, another name and another size each make another release", () => {
  const ids = [[energy], [style], [file("b.css", "p{}")], [file("a.css", "p{}\n")], []].map((files) => releaseOf(files, hashOf).id);
  assert.is(new Set(ids).size, ids.length);
});

test("a manifest is read as it was written", () => {
  const release = releaseOf([energy, style, file('met "aanhaling".txt', "é")], hashOf);
  assert.equal(parseRelease(encodeRelease(release, { packs: { shell: [0] } })), release);
});

const apart = ["release.json", "index.html.br", "a.css.gz", "_headers", "_redirects", "_hosting/nginx.conf"];
for (const path of apart) test(`${path} is no part of a release`, () => assert.not.ok(isReleased(path)));

const addresses: readonly (readonly [string, string])[] = [
  ["index.html", ""], ["themas/energie/index.html", "themas/energie/"], ["404.html", "404.html"], ["index.html.txt", "index.html.txt"],
];
for (const [path, address] of addresses) test(`${path} has the address "${address}"`, () => assert.is(addressOf(path), address));

const broken: readonly (readonly [string, RegExp])[] = [
  ['{"format":1,"id":"a","fi', /release\.json: expected JSON; it is cut off or another file/],
  ["<!doctype html>", /expected JSON/],
  ["null", /it is no release manifest/],
  ['{"format":2,"id":"a","files":[]}', /expected format 1, got 2/],
  ['{"format":1,"files":[]}', /expected an id and files/],
  ['{"format":1,"id":"a","files":[["a","short",1]]}', /expected rows of path, hash and size, got \["a","short",1\]/],
];
for (const [text, message] of broken) {
  test(`${text} is refused as a manifest`, () => assert.throws(() => parseRelease(text), message));
}

test("the manifest of a folder names every file once and leaves itself out", () => {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  try {
    write(folder, "index.html", "<p>thuis");
    write(folder, "index.html.br", "klein");
    const release = writeRelease(folder);
    assert.equal(release.files, [file("index.html", "<p>thuis")]);
    assert.equal(readRelease(folder), release);
    assert.equal(releaseIn(folder), release);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
