import { test } from "uvu";
import * as assert from "uvu/assert";
import { stem } from "../../../src/search/dutch/stem.ts";
import { strongForms, strongVerbs } from "../../../src/search/dutch/strong.ts";
import { share, wordLines } from "../../fixtures/dutch/fixture.ts";

const verbs = strongVerbs();
/** Whether a page that has one word is found by another. */
const finds = (asked: string, written: string): boolean => [written, ...strongForms(written, verbs)].some((form) => stem(form) === stem(asked));

test("asked by its infinitive, a strong verb is found in any form, 99 of 100", () => {
  const pairs = wordLines("strong-verbs.txt").flatMap(([infinitive = "", ...forms]) => forms.map((form) => [infinitive, form] as const));
  const { share: found, misses } = share(pairs, ([infinitive, form]) => finds(infinitive, form));
  assert.ok(pairs.length > 120 && found >= 0.99, misses);
});

for (const [asked, written] of [["liep", "lopen"], ["gelopen", "lopen"], ["liep", "gelopen"], ["aangenomen", "aannemen"], ["beschreven", "beschrijven"], ["besloot", "besluiten"], ["liep", "loopt"], ["gaf", "geeft"], ["aangenomen", "aanneemt"], ["beschreven", "beschrijft"]] as const) {
  test(`asked for "${asked}", a page with "${written}" is found`, () => assert.ok(finds(asked, written)));
}

for (const word of ["reden", "week", "bond", "gevallen", "gegevens", "school", "vocht", "stad", "gezag", "bodem", "rijst", "delft", "vaart", ""]) {
  test(`"${word}" is no form of a strong verb`, () => assert.equal(strongForms(word, verbs), []));
}

test.run();
