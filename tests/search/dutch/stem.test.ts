import { test } from "uvu";
import * as assert from "uvu/assert";
import { stem } from "../../../src/search/dutch/stem.ts";
import { questionWords, stopWords } from "../../../src/search/dutch/stopwords.ts";
import { fold } from "../../../src/search/normalise.ts";
import { share, wordLines } from "../../fixtures/dutch/fixture.ts";

const sameStem = ([a = "", b = ""]: readonly string[]): boolean => stem(fold(a)) === stem(fold(b));

test("forms of one word share a stem, 99 of 100", () => {
  const pairs = wordLines("inflections.txt").flatMap(([word = "", ...forms]) => forms.map((form) => [word, form]));
  const { share: conflated, misses } = share(pairs, sameStem);
  assert.ok(pairs.length >= 400 && conflated >= 0.99, misses);
});

test("different words keep different stems, 99 of 100", () => {
  const pairs = wordLines("apart.txt").flatMap((line) => line.flatMap((a, i) => line.slice(i + 1).map((b) => [a, b])));
  const { share: apart, misses } = share(pairs, (pair) => !sameStem(pair));
  assert.ok(pairs.length >= 200 && apart >= 0.99, misses);
});

test("compounds bend as their last part does", () => {
  for (const [one, many] of [["binnenstad", "binnensteden"], ["kamerlid", "kamerleden"], ["kleinkind", "kleinkinderen"], ["waterweg", "waterwegen"]]) {
    assert.is(stem(one ?? ""), stem(many ?? ""));
  }
});

test("a stem is never empty, and the stem of a stem is itself", () => {
  const words = [...wordLines("inflections.txt").flat().map(fold), "en", "e", "ens", "eten", "st", "teen", "je", "aaaa", "xyz", "2024"];
  for (const word of words) {
    assert.ok(stem(word).length > 0, word);
    assert.is(stem(stem(word)), stem(word), word);
  }
});

test("a stem begins as its word does, save where a participle loses its ge: marks rely on it", () => {
  const words = [...wordLines("inflections.txt").flat().map(fold), "geverfd", "gewerkt", "aangevraagd", "uitgelegd", "gebruiken", "gezamenlijk", "koeien", "steden", "eieren"];
  for (const word of words) assert.ok(stem(word)[0] === word[0] || (word.startsWith("ge") && stem(word)[0] === word[2]), `${word}: ${stem(word)}`);
});

test("a word with a digit is its own stem", () => {
  assert.is(stem("covid19s"), "covid19s");
  assert.is(stem("2024en"), "2024en");
});

// Backtracking would take years here, and the gate ends a suite that hangs; time itself is never asserted.
test("a word that goes on and on has a stem", () => {
  for (const word of ["en".repeat(32), "ge".repeat(32), "st".repeat(32), "a".repeat(64), "heden".repeat(13)]) assert.ok(stem(word).length > 0);
});

test("stop words are written as the index has them", () => {
  for (const word of [...stopWords, ...questionWords]) assert.is(fold(word), word);
});

test("no word is both a stop word and a question", () => {
  assert.equal([...questionWords].filter((word) => stopWords.has(word)), []);
});

test.run();
