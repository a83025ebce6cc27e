import { test } from "uvu";
import * as assert from "uvu/assert";
import { distance } from "../../../src/search/distance.ts";
import { characterTable, fold, forEachWord, maxWordLength, words } from "../../../src/search/normalise.ts";

/** A text, and its words; in brackets what else a word is found by. */
const texts: readonly (readonly [string, string])[] = [
  ["Voedsel en energie.", "voedsel en energie"],
  ["De 4 O’s: thema's, foto's", "de 4 os themas fotos"],
  ["co-creatie, CO‑CREATIE", "cocreatie[co creatie] cocreatie[co creatie]"],
  ["in- en uitvoer -- of niet", "in en uitvoer of niet"],
  ["'s-Hertogenbosch", "shertogenbosch[s hertogenbosch]"],
  ["coördinatie coo\u0308rdinatie COÖRDINATIE", "coordinatie coordinatie coordinatie"],
  ["zon\u00adne\u00adpaneel zonne\u200bpaneel", "zonnepaneel zonnepaneel"],
  ["İstanbul, Straße, Ĳssel, ﬁets, Œuvre", "istanbul strasse ijssel fiets oeuvre"],
  ["2020-2024, covid-19, m²", "2020 2024 covid19[covid 19] m2"],
  ["l'école d'Alembert", "lecole[ecole] dalembert[alembert]"],
  ["goed 😀 zo😀zo 𝐀bc", "goed zo zo abc"],
  ["energie/klimaat, a_b, x@y.nl", "energie klimaat a b x y nl"],
  ["- ' – … ​ ́", ""],
  ["", ""],
];

for (const [text, expected] of texts) {
  test(`"${text}" is read as "${expected}"`, () => {
    const shown = words(text).map(({ word, also }) => word + (also.length > 0 ? `[${also.join(" ")}]` : ""));
    assert.is(shown.join(" "), expected);
  });
}

test("a word stands where the author wrote it, whatever came before", () => {
  const text = "İ ﬁ ß 😀 zo\u00adn Coo\u0308peratie, thema’s- en 'x'";
  assert.equal(words(text).map(({ start, end }) => text.slice(start, end)), ["İ", "ﬁ", "ß", "zo\u00adn", "Coo\u0308peratie", "thema’s", "en", "x"]);
});

test("a table that learned from one text reads the next alike", () => {
  const table = characterTable();
  for (const [text] of texts) assert.equal(words(text, table), words(text));
});

test("a single word folds as it does in a text", () => {
  for (const word of ["thema's", "'s-Hertogenbosch", "Coöperatie", "Straße", "zon\u00adlicht", "ĲSSEL", "𝐀bc", "m²"]) {
    assert.is(fold(word), words(word)[0]?.word, word);
  }
});

test("a word without end is cut", () => {
  for (const piece of ["a", "É", "a-", "a'", "\u00ad", "-", "😀", "ﬁ"]) {
    for (const { word } of words(piece.repeat(100_000))) assert.ok(word.length <= maxWordLength);
  }
});

test("words come in the order of the text, and every letter stands in one", () => {
  let last = 0;
  let letters = "";
  const text = "Wat is, in 't kort, een energie-transitie?";
  forEachWord(text, (_word, start, end) => {
    assert.ok(start >= last && end > start);
    last = end;
    letters += text.slice(start, end);
  });
  assert.is(letters.replace(/[^a-z]/gi, ""), text.replace(/[^a-z]/gi, ""));
});

const distances: readonly (readonly [string, string, number, number])[] = [
  ["energie", "energie", 2, 0], ["energie", "enegrie", 1, 1], ["energie", "energi", 1, 1], ["energie", "energieen", 2, 2],
  ["energie", "enegrei", 2, 2], ["energie", "transitie", 2, 3], ["ca", "abc", 3, 3], ["", "ab", 2, 2], ["", "abc", 2, 3], ["kat", "kat", 0, 0],
];
for (const [a, b, most, steps] of distances) {
  test(`"${a}" and "${b}" are ${steps} apart, looking no further than ${most}`, () => {
    assert.is(distance(a, b, most), steps);
    assert.is(distance(b, a, most), steps);
  });
}

test("each character of a text folds as the slow way folds it, whatever has a short cut", () => {
  const wrong = Array.from({ length: 0x2500 - 0xa1 }, (_, at) => String.fromCharCode(at + 0xa1)).filter((character) => {
    // Joins and loose diacritics fold to nothing, and yet part no words.
    const expected = fold(character);
    if (expected === "") return false;
    return words(`a${character}b`).map(({ word }) => word).join() !== `a${expected}b`;
  });
  assert.equal(wrong, []);
});

test("signs part words, in ASCII and beyond", () => {
  for (const sign of ["!", "#", "@", "_", "~", "\u00a0", "§", "×", "÷", "…", "–", "“", "•", "€"]) {
    assert.equal(words(`a${sign}b`).map(({ word }) => word), ["a", "b"], sign);
  }
});

test.run();
