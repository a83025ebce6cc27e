/** The questions of the benchmark are the same in every run, and answer to their rule. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { loadDutch } from "./dutch.ts";
import { cutter } from "./compound.ts";
import { makeQueries, type QueryPage } from "./queries.ts";

const dutch = loadDutch();

const page = (url: string, title: string, text = ""): QueryPage => ({ url, title, text, sections: [{ heading: "", text }] });
const pages = [
  page("/a/", "Energietransitie in de wijk", "De transitie van de energie duurt lang."),
  page("/b/", "Minder verspilling van voedsel", "Elke stad doet mee."),
  page("/c/", "Coördinatie door de steden", "Coördinatie is samenwerken."),
  page("/d/", "Aan de slag met co-creatie", "Samen maken, in huizen en op straat."),
];

test("the same pages give the same questions", () => {
  assert.equal(makeQueries(pages, dutch), makeQueries(structuredClone(pages), dutch));
});

const cases = [
  ["exact", "energietransitie wijk", "/a/"],
  ["inflection", "stad", "/c/"],
  ["part", "transitie", "/a/"],
  ["compound", "voedselverspilling", "/b/"],
  ["split", "energie transitie", "/a/"],
  ["diacritics", "coordinatie", "/c/"],
  ["hyphen", "cocreatie", "/d/"],
  ["hyphen", "co creatie", "/d/"],
] as const;
const made = makeQueries(pages, dutch);
for (const [name, query, url] of cases) {
  test(`${name}: "${query}" is asked, and ${url} answers it`, () => {
    assert.equal(made.find((one) => one.class === name && one.query === query)?.targets, [url]);
  });
}

test("a page that has the parts of a compound together in its text answers when no title or heading does", () => {
  const made = makeQueries([page("/x/", "Afval", "De prijs van energie is hoog."), page("/y/", "Brood", "Energie is er, een prijs ook.")], dutch);
  assert.equal(made.find(({ query }) => query === "energieprijs")?.targets, ["/x/"]);
});

test("a typing error is no word of the site or of the dictionary", () => {
  const slips = made.filter((one) => one.class === "typo");
  assert.ok(slips.length > 0);
  for (const { query } of slips) assert.not(dutch.words.has(query), query);
});

const cuts = [["voedselverspilling", "voedsel", "verspilling"], ["ervaringsdeskundige", "ervaring", "deskundige"], ["luisteren", undefined, undefined]] as const;
for (const [word, first, last] of cuts) {
  test(first ? `${word} is ${first} and ${last}` : `${word} is no compound`, () => {
    const cut = cutter(dutch)(word);
    assert.equal([cut?.first, cut?.last], [first, last]);
  });
}

test.run();
