import { test } from "uvu";
import * as assert from "uvu/assert";
import { loadDictionary } from "../../../plugins/search/dictionary.ts";
import { splitter } from "../../../src/search/dutch/split.ts";
import { stem } from "../../../src/search/dutch/stem.ts";
import { fold } from "../../../src/search/normalise.ts";
import { share, wordLines } from "../../fixtures/dutch/fixture.ts";

const dictionary = await loadDictionary();
const split = splitter(dictionary, new Map());

/** Every part of one reading is found, and nothing that is in no reading. */
function isSplitRight([compound = "", ...words]: readonly string[]): boolean {
  const readings = words.join(" ").split(" / ").map((reading) => reading.split(" ").map((word) => stem(fold(word))));
  const found = split(fold(compound)).map(stem);
  const isWhole = found.length === 0 && readings.some((reading) => reading.length === 1);
  return isWhole || (readings.some((reading) => reading.every((part) => found.includes(part))) && found.every((part) => readings.flat().includes(part)));
}

for (const [list, least] of [["compounds.txt", 0.97], ["compounds-unseen.txt", 0.9]] as const) {
  test(`compounds are split into the parts that somebody looks for: ${list}, ${least * 100} of 100`, () => {
    const { share: right, misses } = share(wordLines(list), isSplitRight);
    assert.ok(right >= least, `${right}: ${misses}`);
  });
}

test("words that are no compounds stay whole, 99 of 100", () => {
  const { share: whole, misses } = share(wordLines("simple-words.txt").flat(), (word) => split(fold(word)).length === 0);
  assert.ok(whole >= 0.99, misses);
});

test("parts of parts follow the parts", () => {
  assert.equal(split("gemeenteraadsverkiezingen"), ["gemeenteraad", "verkiezingen", "gemeente", "raad"]);
});

test("a linking s is no part of a part", () => {
  assert.equal(split("arbeidsmarkt"), ["arbeid", "markt"]);
});

test("a word that only the site knows is a part, when it is more common than the whole", () => {
  const known = splitter(dictionary, new Map([["blorkum", 7], ["blorkumtafel", 2], ["zwemblorkum", 1]]));
  assert.equal(known("blorkumtafel"), ["blorkum", "tafel"]);
  assert.equal(known("zwemblorkum"), ["zwem", "blorkum"]);
  assert.equal(split("blorkumtafel"), []);
});

test("what is no Dutch word is left alone", () => {
  for (const word of ["", "abc", "2024plan", "мир", "co-creatie", "kat".repeat(21), "x".repeat(64)]) {
    assert.equal(split(word), [], word);
  }
});

test.run();
