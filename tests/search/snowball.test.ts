/** Languages other than Dutch. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { stemmingOf } from "../../plugins/search/languages.ts";
import { fold } from "../../src/search/normalise.ts";

const alike: readonly (readonly [language: string, ...words: string[]])[] = [
  ["de", "Universität", "Universitaet", "Universitäten"], ["de", "Müller", "Mueller"], ["de", "Größe", "Groesse"], ["de", "Frau", "Frauen"], ["de", "neu", "neue"],
  ["en", "wheel", "wheels"], ["fr", "école", "ecoles"],
];
for (const [language, ...words] of alike) {
  test(`${language}: ${words.join(", ")} share a stem`, () => {
    assert.is(new Set(words.map((word) => stemmingOf(language).stem(fold(word)))).size, 1);
    // Marks rely on it.
    for (const word of words.map(fold)) assert.is(stemmingOf(language).stem(word)[0], word[0]);
  });
}

test("a language without a stemmer is searched by whole words", () => {
  assert.is(stemmingOf("zu").stem("amanzi"), "amanzi");
});

test.run();
