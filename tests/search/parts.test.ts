/** Small parts of the index: numbers as text, slots, cuts, documents, facets, excerpts, manifest. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { cut, rangeOf } from "../../src/search/cut.ts";
import { documentsOf, maxDocumentsPerPage, type SearchPage } from "../../src/search/document.ts";
import { decodeExcerpt, encodeExcerpts } from "../../src/search/excerpt.ts";
import { decodeFacets, encodeFacets } from "../../src/search/facets.ts";
import { keyMark, type Manifest, ManifestError, manifestText, parseManifest, parseWordLists, type WordList, wordListsText } from "../../src/search/manifest.ts";
import { decodeShard } from "../../src/search/shard.ts";
import { searchPages } from "../../plugins/search/pages.ts";
import { slotSpace, slotsOf } from "../../src/search/slots.ts";
import { encode, reader } from "../../src/search/vlq.ts";
import { decodeWords, encodeWords } from "../../src/search/wordlist.ts";
import { random } from "./random.ts";

test("numbers come back from their text", () => {
  const numbers = [0, 1, 31, 32, 1023, 1024, 2 ** 20, 2 ** 31 - 1];
  const read = reader(numbers.map(encode).join(""));
  assert.equal(numbers.map(() => read.next()), numbers);
  assert.is(read.done, true);
  read.next();
  assert.is(read.done, false);
});

const addresses = Array.from({ length: 1000 }, (_, at) => `/pagina-${at}/`);

test("every page has a slot of its own, whatever the order", () => {
  const slots = slotsOf(addresses);
  assert.is(new Set(slots.values()).size, 1000);
  assert.equal([...slotsOf([...addresses].reverse())].sort(), [...slots].sort());
  for (const slot of slots.values()) assert.ok(slot < slotSpace(1000));
});

test("an address that is there twice is an error that names it", () => {
  assert.throws(() => slotsOf(["/a/", "/b/", "/a/"]), /two pages have the address \/a\/; expected one/);
});

test("an id that stands twice is one result, with both texts", () => {
  const content = '<main><h1>T</h1><p id="x" data-search-entry="Een">eerst</p><p id="x" data-search-entry="Twee">daarna</p></main>';
  const [page, ...entries] = searchPages([{ url: "/t/", inputPath: "t.md", outputPath: "t/index.html", content }], "/", "nl", () => undefined);
  assert.is(page?.url, "/t/");
  assert.equal(entries.map(({ url, title, sections }) => [url, title, sections.map(({ text }) => text)]), [["/t/#x", "Een", ["eerst daarna"]]]);
});

test("what is no excerpt is refused where it is read", () => {
  const whole = { u: "/a/", t: "A", s: [["", "", "tekst"]], d: [0] };
  assert.is(decodeExcerpt(JSON.stringify(whole), 0).lead, "tekst");
  for (const wrong of [null, 1, { t: 5 }, { u: undefined }, { k: 5 }, { p: "x" }, { p: [5] }, { l: 5 }, { s: [null] }, { s: [["", ""]] }, { s: [["", "", 5]] }, { s: "x" }, { d: 0 }]) {
    const text = JSON.stringify(typeof wrong === "object" && wrong ? { ...whole, ...wrong } : wrong);
    assert.throws(() => decodeExcerpt(text, 0), (error: unknown) => error instanceof SyntaxError || error instanceof TypeError, text);
  }
});

test("a new page moves at most a few others", () => {
  const before = slotsOf(addresses);
  for (const added of ["/nieuw/", "/aaa/", "/zzz/"]) {
    const after = slotsOf([...addresses, added]);
    const moved = addresses.filter((address) => before.get(address) !== after.get(address));
    assert.ok(moved.length <= 10, `${added} moved ${moved.length}`);
  }
});

test("the space of slots is wide enough, grows in few steps, and on a large site is hardly wider than it need be", () => {
  const spaces = Array.from({ length: 20_000 }, (_, pages) => slotSpace(pages));
  spaces.forEach((space, pages) => {
    const [least, most] = pages < 4096 ? [pages * 4, Math.max(16, pages * 8)] : [pages * 2, pages * 2.5];
    assert.ok(space >= least && space <= most, `${pages} pages: ${space}`);
  });
  assert.ok(new Set(spaces).size < 25, `${new Set(spaces).size} steps`);
});

test("each term lies in the range that its own key names, and the ranges cover all", () => {
  const next = random(5);
  const terms = [...new Set(Array.from({ length: 3000 }, () => next(200_000).toString(36)))].sort();
  const ranges = cut(terms, () => 1, 50);
  const keys = ranges.map(({ key }) => key);
  assert.equal(keys, [...keys].sort());
  assert.is(keys[0], "");
  terms.forEach((term, at) => {
    const range = ranges[rangeOf(keys, term)];
    assert.ok(range && range.from <= at && at < range.to, term);
  });
  assert.ok(ranges.every(({ from, to }) => to - from <= 50));
});

test("one more term moves no border but those around it", () => {
  const next = random(6);
  const terms = [...new Set(Array.from({ length: 3000 }, () => next(200_000).toString(36)))].sort();
  const keys = new Set(cut(terms, () => 1, 50).map(({ key }) => key));
  const more = cut([...terms, "abcde"].sort(), () => 1, 50).filter(({ key }) => !keys.has(key));
  assert.ok(more.length <= 3, more.map(({ key }) => key).join());
});

const longText = (count: number): string => Array.from({ length: count }, () => "woord").join(" ");
const pageOf = (...sizes: number[]): SearchPage => ({
  url: "/x/", title: "X", language: "nl", sections: sizes.map((size, at) => ({ anchor: `a${at}`, heading: `Kop ${at}`, text: longText(size) })),
});

const cuts: [name: string, page: SearchPage, documents: string][] = [
  ["a page without text is one document", pageOf(), "0-0"],
  ["short sections are joined", pageOf(30, 30, 30), "0-3"],
  ["a section that is long enough stands alone", pageOf(150, 30, 150), "0-1 1-3"],
  ["a short last section is a document", pageOf(150, 30), "0-1 1-2"],
];
for (const [name, page, expected] of cuts) {
  test(name, () => assert.is(documentsOf(page, 0).map(({ from, to }) => `${from}-${to}`).join(" "), expected));
}

test("a page of 500 long sections has no more documents than its number can name", () => {
  const documents = documentsOf(pageOf(...Array.from({ length: 500 }, () => 200)), 0);
  assert.ok(documents.length <= maxDocumentsPerPage);
  assert.is(documents.at(-1)?.to, 500);
});

test("facets come back as they were told, for each page", () => {
  const pages: SearchPage[] = [
    { ...pageOf(), url: "/a/", facets: { Soort: ["Thema"], Transitie: ["Een", "Twee"] } },
    { ...pageOf(), url: "/b/" },
    { ...pageOf(), url: "/c/", facets: { Soort: ["Uitleg"] } },
  ];
  const slots = slotsOf(pages.map(({ url }) => url));
  const { names, bySlot } = decodeFacets(encodeFacets(pages, slots)?.text ?? "");
  const valuesOf = (url: string): string => names.map(({ values }, at) => values.filter((_, bit) => ((bySlot.get(slots.get(url) ?? -1)?.[at] ?? 0) >> bit) & 1).join("+")).join(" ");
  assert.is(valuesOf("/a/"), "Thema Een+Twee");
  assert.is(valuesOf("/c/"), "Uitleg ");
  assert.is(bySlot.has(slots.get("/b/") ?? -1), false);
});

test("a site without facets has no table of them", () => assert.is(encodeFacets([pageOf()], slotsOf(["/x/"])), undefined));

test("an excerpt comes back, and knows the sections of each document", () => {
  const [first = "", second = "", ...more] = encodeExcerpts({ ...pageOf(150, 30, 150, 200, 120), kind: "Thema", trail: ["Thema's"] });
  assert.is(more.length, 0);
  const excerpt = decodeExcerpt(first, 0);
  assert.is(excerpt.kind, "Thema");
  assert.equal(excerpt.rangeOf(1), [1, 3]);
  assert.equal(excerpt.rangeOf(2), [0, 0], "the third document is in the other part");
  const other = decodeExcerpt(second, 1);
  assert.equal(other.rangeOf(3), [1, 2]);
  assert.equal(other.sections.map(({ heading }) => heading), ["Kop 3", "Kop 4"]);
  assert.ok(other.lead.startsWith("woord woord") && other.lead.length <= 200);
});

test("a word list comes back in both directions, without words with digits", () => {
  const words = new Map([["water", 9], ["waterpomp", 1], ["co2", 4], ["en", 50], ["energie", 3]]);
  const read = encodeWords(words, 100, 10).map(({ list, files }) => files.flatMap(({ text }) => decodeWords(text, list.reversed)).map(({ word, level }) => `${word}:${level}`).join(" "));
  assert.equal(read, ["water:1", "water:1", "energie:0 waterpomp:0", "energie:0 waterpomp:0"]);
});

for (const text of ["", "{", "[]", "null", '["wegwijzer-shard-3","Aa","BAAAAA","A","A","A","A"]', '["wegwijzer-shard-3","Aa","BAAAAA","A","B","",""]', '["wegwijzer-shard-4","","","","","",""]', '["wegwijzer-shard-3","Aa","","","","",""]', "<!doctype html>"]) {
  test(`no shard: ${JSON.stringify(text)}`, () => assert.throws(() => decodeShard(text), (error: Error) => error instanceof SyntaxError));
}

test("a manifest comes back, its keys too; files of other ranges have other names for the same text", () => {
  const terms = { keys: ["", "ener", "energ", "zon", "\u6c34"], files: "aaaaabbbbbcccccdddddeeeee" };
  const manifest: Manifest = { format: 3, documents: 3, pages: 2, slots: 16, languages: ["nl"], terms, words: "fffff", excerpts: { slots: 1, folders: "" }, all: "ggggg" };
  assert.equal(parseManifest(manifestText(manifest)), manifest);
  const lists: readonly WordList[] = [{ reversed: true, from: 3, to: 6, keys: ["", "b"], files: "aaaaabbbbb" }];
  assert.equal(parseWordLists(wordListsText(lists)), lists);
  assert.throws(() => parseWordLists("{}"));
  assert.match(keyMark("\u6c34"), /^[\w-]{2}$/);
  assert.is(new Set(terms.keys.map(keyMark)).size, 5);
});

const manifests: [text: string, message: RegExp][] = [
  ["<!doctype html>", /the manifest is not JSON/],
  ["null", /no search manifest/],
  ["{}", /no search manifest/],
  ['{"format":3}', /the manifest names no terms/],
  ['{"format":4}', /expected a manifest of format 3, got 4/],
];
for (const [text, message] of manifests) {
  test(`no manifest: ${text}`, () => assert.throws(() => parseManifest(text), (error: Error) => error instanceof ManifestError && message.test(error.message)));
}

test.run();
