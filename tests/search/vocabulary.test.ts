import { test } from "uvu";
import * as assert from "uvu/assert";
import { characterTable, forEachWord } from "../../src/search/normalise.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";
import { random } from "./random.ts";

const meet = (vocabulary: Vocabulary, word: string, language = 0): number => vocabulary.meet(word, 0, word.length, language);

test("a word has the number under which it was met first, through 100,000 words and more", () => {
  const next = random(3);
  const vocabulary = new Vocabulary();
  const numbers = new Map<string, number>();
  for (let at = 0; at < 300_000; at++) {
    const word = next(120_000).toString(36) + "ën".repeat(next(2));
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    assert.is(meet(vocabulary, word), numbers.get(word));
  }
  assert.is(vocabulary.size, numbers.size);
  assert.equal(vocabulary.words(), [...numbers.keys()]);
});

test("words are told apart by every letter, by length and by language", () => {
  const vocabulary = new Vocabulary();
  const different = ["", "a", "b", "aa", "ab", "ba", "aaa", "\u0101", "a\u0000"];
  assert.equal(different.map((word) => meet(vocabulary, word)), [...different.keys()]);
  assert.is(meet(vocabulary, "aa", 1), different.length);
  assert.equal([...different, "aa"], vocabulary.words());
});

test("a word inside a text is the word as it is read, once its letters are folded", () => {
  const table = characterTable();
  const text = "Eén ÉÉN een";
  forEachWord(text, () => undefined, table);
  const vocabulary = new Vocabulary();
  assert.equal([[0, 3], [4, 7], [8, 11]].map(([from = 0, to = 0]) => vocabulary.meet(text, from, to, 0, table)), [0, 0, 0]);
  assert.equal(vocabulary.words(), ["een"]);
});

test.run();
