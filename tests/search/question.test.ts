import { test } from "uvu";
import * as assert from "uvu/assert";
import { maxCharacters, maxWords, readQuestion } from "../../src/search/question.ts";
import { random } from "./random.ts";

const shown = (text: string): string => {
  const { words, together, without } = readQuestion(text);
  const list = words.map(({ word, open }) => word + (open ? "…" : "")).join(" ");
  return [list, ...together.map((places) => `[${places.join(",")}]`), ...without.map(({ word }) => `-${word}`)].join(" ").trim();
};

const cases: [typed: string, read: string][] = [
  ["energie", "energie…"],
  ["energie ", "energie"],
  ["Wat is CO₂?", "wat is co2"],
  ['"korte keten"', "korte keten [0,1]"],
  ['boer "korte keten" eten', "boer korte keten eten… [1,2]"],
  ['"korte keten', "korte keten… [0,1]"],
  ["water -zee", "water -zee"],
  ["water -zee ", "water -zee"],
  ["co-creatie", "cocreatie…"],
  ["energie - transitie", "energie transitie…"],
  ["", ""],
  ["   ", ""],
  ["12:30", "12 30…"],
  ["* : ^ ~ + -", ""],
  ["title:energie^10 ~2 +water", "title energie 10 2 water…"],
];
for (const [typed, read] of cases) test(`${JSON.stringify(typed)} is read as ${JSON.stringify(read)}`, () => assert.is(shown(typed), read));

test("a long question is cut", () => {
  const { words } = readQuestion("w* ".repeat(10_000));
  assert.is(words.length, maxWords);
  assert.ok(readQuestion("a".repeat(10_000)).words.every(({ typed }) => typed.length <= maxCharacters));
});

test("100,000 random texts are questions", () => {
  const next = random(3);
  const pieces = ["a", "é", "-", '"', "“", "*", ":", "~1", "\ud83c", "\udf37", "🌷", "\u0000", "\u202e", " ", "\n", "<script>", "'", "ĳ", "energie", "\u0301", "0"];
  for (let at = 0; at < 100_000; at++) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join("");
    const { words, without } = readQuestion(text);
    assert.ok(words.length + without.length <= maxWords && words.every(({ word }) => word !== ""));
  }
});

test.run();
