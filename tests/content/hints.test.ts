/** Hints: what \`check --hints\` tells of sentences, figures, dates and pages that nothing leads to. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hintsOn } from "../../src/content/hints/hints.ts";
import { sentencesOf } from "../../src/content/hints/sentences.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { formatProblem } from "../../src/content/report.ts";
import type { ProblemLanguage } from "../../src/problem.ts";
import { page, siteOf } from "./smallSite.ts";

const TODAY = "2026-11-23";
const SOURCES = "a:\n  titel: A\n  url: https://example.org/\n";

/** Hints on a page whose body begins on line 5. */
function hintsIn(body: string, language: ProblemLanguage = "en"): string[] {
  const site = siteOf({ "paginas/x.md": page("", body), "bronnen.yaml": SOURCES });
  const hints = hintsOn(site, TODAY, messagesIn(language)).filter(({ rule }) => rule !== "unlinked-page");
  return hints.map((hint) => formatProblem(hint, language).replace("site/paginas/x.md:", ""));
}

const sentences: readonly (readonly [text: string, parts: readonly string[]])[] = [
  ["Een. Twee! Drie? Vier…", ["Een.", "Twee!", "Drie?", "Vier…"]],
  ["Denk bijv. aan Utrecht. Of aan dr. Jansen.", ["Denk bijv. aan Utrecht.", "Of aan dr. Jansen."]],
  ["Op 1.1.2026 om 16.00 uur. Daarna 3.14 keer.", ["Op 1.1.2026 om 16.00 uur.", "Daarna 3.14 keer."]],
  ["J. de Vries en P. Bakker kwamen.", ["J. de Vries en P. Bakker kwamen."]],
  ["“Kom je?” vroeg zij. ‘Ja.’ En hij kwam.", ["“Kom je?” vroeg zij.", "‘Ja.’", "En hij kwam."]],
  ["In 2030. Twee van de drie, d.w.z. Meer dan de helft.", ["In 2030.", "Twee van de drie, d.w.z. Meer dan de helft."]],
  ["Geen punt", ["Geen punt"]],
  ["– … –", []],
];
for (const [text, parts] of sentences) {
  test(`"${text}" has ${parts.length} sentences`, () => assert.equal(sentencesOf(text).map((each) => each.text), parts));
}

const words = (count: number): string => `${"Woord ".repeat(count - 1)}eind.`;

test("a sentence over 25 words is told where it begins, one of 25 is not", () => {
  assert.equal(hintsIn(`Kort. ${words(25)}\n${words(26)}`), [
    '6:1 long-sentence: hint: expected a sentence of at most 25 words, got "26 words: Woord Woord Woord Woord Woord Woord …"',
  ]);
});

test("marks, links and citations are no words", () => {
  assert.equal(hintsIn(`**${words(24).slice(0, -1)}** [eind](https://example.org/). [@a]`), []);
});

test("a page whose sentences are long on the whole is told once, where its text begins", () => {
  assert.equal(hintsIn(`## Kop\n\n${`${words(16)}\n`.repeat(5)}`, "nl"), [
    '7:1 long-sentences: tip: verwacht zinnen van gemiddeld hoogstens 15 woorden, kreeg "16,0 woorden"',
  ]);
});

test("headings, cells and bare items do not count for the mean", () => {
  assert.equal(hintsIn(`${`${words(15)}\n`.repeat(5)}\n## ${words(24)}\n\n- ${words(24).slice(0, -1)}\n`), []);
});

const figures: readonly (readonly [body: string, got: string | undefined])[] = [
  ["Er zijn 714 groepen.", "714"],
  ["Er zijn tien groepen en 10 tafels.", undefined],
  ["Dat is 5 procent.", "5 procent"],
  ["Dat is 5% meer.", "5%"],
  ["Het kost € 3,50.", "€ 3,50"],
  ["Het kost 2 miljoen euro.", "2 miljoen"],
  ["In 2030 is het af.", "2030"],
  ["Er zijn 131.000 leden.", "131.000"],
  ["Er zijn 714 groepen. [@a]", undefined],
  ["Er zijn 714 groepen [@a].", undefined],
  ["Er zijn 714 groepen. Dat is veel. [@a]", undefined],
  ["Dat is veel. [@a] Er zijn 714 groepen.", "714"],
  ["Fatma woont op nummer 12.", undefined],
  ["Lees artikel 21.", undefined],
  ["Om 16.00 uur begint het, tot 22 uur.", undefined],
  ["Om 19:30 begint het.", undefined],
  ["CO2, A12 en 3D zijn namen.", undefined],
  ["Wist je dat er 714 zijn?", undefined],
  ["Stel je voor: er komen 30 buren.", undefined],
  ["## Er zijn 714", undefined],
  ["De lijst. [@a]\n\n- 301 groepen\n- 105 groepen", undefined],
  ["De lijst.\n\n- 301 groepen [@a]\n- 105 groepen", "105"],
  ["| jaar | leden |\n|---|---|\n| 2021 | 676 |", "2021"],
  ["Zo. [@a]\n\n| jaar | leden |\n|---|---|\n| 2021 | 676 |", undefined],
  ["`Er zijn 714 groepen.`\n\n```\n714\n```", "714"],
];
for (const [body, got] of figures) {
  test(`${JSON.stringify(body)} ${got === undefined ? "needs no source" : `needs a source for ${got}`}`, () => {
    const found = hintsIn(body).map((hint) => /figure-without-source.*got "(.*?)"/.exec(hint)?.[1]);
    assert.equal(found, got === undefined ? [] : [got]);
  });
}

test("a figure is told at its own column", () => {
  assert.equal(hintsIn("Dat **is** [veel](https://example.org/).\nEr zijn *714* groepen.", "nl"), [
    '6:10 figure-without-source: tip: verwacht een bron bij dit getal, kreeg "714". Zet een verwijzing achter de zin, of laat het getal weg.',
  ]);
});

test("a fact is old after 24 months, counted from a day that is given", () => {
  const body = "Zo. [@a, stand 2024-11] En zo. [@a, stand 2024-10] Of zo. [@a, stand 2024] Toen. [@a, stand 2023]";
  assert.equal(hintsIn(body).map((hint) => hint.replace(/ Look.*/, "")), [
    '5:33 old-fact: hint: expected a fact of the last 24 months, got "2024-10".',
    '5:83 old-fact: hint: expected a fact of the last 24 months, got "2023".',
  ]);
});

test("an old date in front matter is told where it is written", () => {
  const site = siteOf({ "transities/x.md": page("stand: 2024-01\n") });
  const told = hintsOn(site, TODAY, messagesIn("en")).filter(({ rule }) => rule === "old-fact");
  assert.equal(told.map(({ line, column, got }) => [line, column, got]), [[4, 8, "2024-01"]]);
});

test("a page is linked by a text, an address, a relation, or its own relation that is read from both sides", () => {
  const site = siteOf({
    "themas/a.md": page("", "[b](b.md) en [c](/themas/c/#kop)\n"),
    "themas/b.md": page('verwant: ["thema:d"]\n'),
    "themas/c.md": page("", "## Kop\n\n[zichzelf](#kop)"),
    "themas/d.md": page("", "[zichzelf](d.md)"),
    "themas/deel.md": page("onderdeelVan: a\n"),
    "themas/alleen.md": page("", "[zichzelf](alleen.md)"),
    "themas/concept.md": page("status: concept\n"),
  });
  const told = hintsOn(site, TODAY, messagesIn("en")).filter(({ rule }) => rule === "unlinked-page");
  assert.equal(told.map(({ got }) => got), ["thema:alleen"]);
});

for (const [name, body] of [
  ["dots", `${".".repeat(200_000)}a`],
  ["numbers", "1 ".repeat(200_000)],
  ["short sentences", "Zo. ".repeat(100_000)],
  ["items", "- Er zijn 714 groepen.\n".repeat(10_000)],
] as const) {
  // What is read over and over takes minutes, and the gate ends a suite that does.
  test(`a page of nothing but ${name} is looked at`, () => {
    assert.ok(Array.isArray(hintsIn(body)));
  });
}

test("hints are hints: none of them can fail a build", () => {
  const site = siteOf({ "themas/a.md": page("stand: 2001\n", `${words(40)} Er zijn 714 groepen.`) });
  assert.ok(hintsOn(site, TODAY, messagesIn("en")).every(({ level }) => level === "hint"));
});

test.run();
