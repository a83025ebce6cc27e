import { test } from "uvu";
import * as assert from "uvu/assert";
import { stemmingOf } from "../../plugins/search/languages.ts";
import { characterTable, fold } from "../../src/search/normalise.ts";
import { marker, spotOf, type Wanted } from "../../src/search/spot.ts";

const dutch = stemmingOf("nl");
const english = stemmingOf("en");

/** Terms as the engine gives them: `~` for the part of a compound. */
const wanted = (...terms: readonly string[]): Wanted[] => terms.map((term, at) => ({ term, boost: 1, words: 1 << at }));

/** The text with brackets around what is marked. */
function marked(text: string, terms: readonly string[], stemmings = [dutch]): string {
  const marks = marker(wanted(...terms), stemmings)(text);
  return [...marks].reverse().reduce((text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, text);
}

const { stem } = dutch;
const cases: readonly (readonly [why: string, terms: readonly string[], text: string])[] = [
  ["a form of the word", [stem("stad")], "De [steden] en de [stad]"],
  ["a participle that begins otherwise", [stem("verven")], "Ik [verf] wat zij [verfde] en wat [geverfd] is"],
  ["no word that only begins so", [stem("stad")], "Het stadium en de stadhouder"],
  ["diacritics and capitals", [stem("cooperatie")], "Een [Coöperatie]"],
  ["a word with a hyphen", [stem("cocreatie")], "Samen in [co-creatie]"],
  ["a word with an apostrophe", [stem("thema")], "Alle [thema’s]"],
  ["the end of a compound", [`${stem("transitie")}~`], "De energie[transitie] en eiwit[transities]"],
  ["the beginning of a compound", [`${stem("energie")}~`], "Een [energie]coöperatie"],
  ["no letter that links, or belongs to what follows", [`${stem("energie")}~`], "De [energie]strategie"],
  ["a compound as a whole before its part", [stem("energietransitie"), `${stem("transitie")}~`], "De [energietransitie]"],
  ["no part that is too short to be one", [`${stem("eten")}~`], "Wij weten het"],
  ["nothing where nothing was asked", [], "De stad"],
  ["whole words of scripts without case", ["城市"], "De [城市] 城市的"],
];
for (const [why, terms, expected] of cases) {
  test(`it marks ${why}: ${expected}`, () => assert.is(marked(expected.replace(/[[\]]/g, ""), terms), expected));
}

test("a compound that was taken apart is marked as a whole, whatever part of it stands there", () => {
  const text = "Een samenwerkingsverband van mensen die samenwerken";
  const parts: Wanted[] = [{ term: `${stem("samen")}~`, boost: 1, words: 1 }, { term: `${stem("samenwerking")}~`, boost: 1, words: 1 }, { term: stem("werking"), boost: 1, words: 1 << 16 }];
  assert.equal(marker(parts, [dutch])(text).map(({ start, end }) => text.slice(start, end)), ["samenwerkingsverband", "samenwerken"]);
});

test("what the search for candidates passes by holds no word that is asked for", () => {
  const texts = ["Wij leefden naar regels die worden nageleefd, en naleven is beter", "toegevoegd, toevoegen; meegedeeld en mededelen", "In steden en in een stad-in-wording, de binnenstad", "huizen, 'n huis, tuin\u00a0huis",
    "l’école co‑creatie Co-Creatie ĲSBEER ijsberen ﬁlms", "kitabı kitap renkler rengi", "eieren ei eierdop zeeën zee", "x\u00a0y\u2003z  \n w"];
  const known = texts.join(" ").split(/[\s,;]+/);
  for (const stemming of [dutch, english, stemmingOf("tr"), stemmingOf("fr"), stemmingOf("de")]) {
    for (const word of known) {
      const term = stemming.stem(fold(word));
      for (const text of texts) {
        const marksIn = (one: string): readonly string[] => marker(wanted(term, `${term}~`), [stemming])(one).map(({ start, end }) => one.slice(start, end).replaceAll("\u00ad", ""));
        // What is not ASCII is always looked at; a soft hyphen changes nothing else.
        assert.equal(marksIn(text), marksIn(text.replace(/(?<=\S)(?=\s|$)/g, "\u00ad")), `${term} in ${text}`);
      }
    }
  }
});

test("a text of nothing but one vowel is passed by in its length", () => {
  // Squared, these would be ten million million looks, and this test would not end.
  assert.equal(marker(wanted(stem("aanbod")), [dutch], characterTable())("a".repeat(3_000_000)), []);
});

test("the longest part is marked", () => {
  assert.is(marked("samenwerkingsverband", [`${stem("samen")}~`, `${stem("samenwerking")}~`]), "[samenwerking]sverband");
});

test("each language marks by its own stems", () => {
  assert.is(marked("two wheels", [english.stem("wheel")], [dutch, english]), "two [wheels]");
});

const filler = "lorem ipsum dolor sit amet ".repeat(20);

test("the spot is where most of the question's words stand together", () => {
  const text = `Energie is er. ${filler}De energie van water en wind. ${filler}`;
  const spot = spotOf(text, marker(wanted(stem("energie"), stem("water")), [dutch])(text), 60);
  assert.match(text.slice(spot.start, spot.end), "De energie van water");
});

test("a spot begins with a sentence where one is near, and with a word else", () => {
  const text = `${filler}Hier begint het. Nu komt de energie. ${filler}`;
  const marks = marker(wanted(stem("energie")), [dutch])(text);
  assert.is(spotOf(text, marks, 80).start, text.indexOf("Nu komt"));
  const other = `${filler}energie ${filler}`;
  const spot = spotOf(other, marker(wanted(stem("energie")), [dutch])(other), 80);
  assert.match(other.slice(spot.start - 1, spot.start), /\s/);
  assert.match(other.slice(spot.end, spot.end + 1), /\s/);
});

test("a short text is shown whole, a text without marks from its beginning, an empty one not at all", () => {
  assert.equal(spotOf("Kort.", [], 80), { start: 0, end: 5, value: 0 });
  assert.is(spotOf(filler, [], 80).start, 0);
  assert.equal(spotOf("", [], 80), { start: 0, end: 0, value: 0 });
});

test("a spot lies in its text, is no longer than asked, and holds a mark where there is one", () => {
  for (let at = 0; at < 40; at++) {
    const text = `${"wind ".repeat(at)}energie ${"zon ".repeat(40 - at)}`;
    const [mark] = marker(wanted(stem("energie")), [dutch])(text);
    const { start, end } = spotOf(text, mark ? [mark] : [], 60);
    assert.ok(mark && start >= 0 && start <= mark.start && mark.end <= end && end <= text.length && end - start <= 60, `${at}: ${start} to ${end}`);
  }
});

test.run();
