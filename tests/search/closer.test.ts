/** What only titles and texts can tell: which page has the words together, or as they were typed. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { filesOf, open, pageOf } from "./sample.ts";

const filler = "Hier staat nog veel meer over andere zaken, die er niet toe doen. ".repeat(3);
const pages = [
  pageOf("/apart/", "Brood en groente", `Verspilling komt vaak voor. ${filler} Ook voedsel komt aan bod, voedsel van het land, voedsel uit zee, en nog meer voedsel.`),
  pageOf("/samen/", "Op tafel", `${filler} De verspilling van voedsel neemt af. ${filler}`),
  pageOf("/zin/", "In de winkel", `Wie voedsel koopt, kan altijd en overal letten op verspilling. ${filler}`),
  pageOf("/kop/", "Wat gemeenten doen", filler, { sections: [{ anchor: "beleid", heading: "Beleid voor fietsers", text: filler }] }),
  pageOf("/tekst/", "Wat mensen willen", `Fietsers willen ander beleid. Meer beleid. ${filler}`),
  pageOf("/citaat/", "Schone lucht", `De lucht is schoon, zegt men. ${filler}`),
  pageOf("/los/", "Schoon en lucht", `Schoon is de lucht; lucht die schoon is, is er. ${filler}`),
  pageOf("/behandeling/", "De klachtbehandeling", filler),
  pageOf("/klachten/", "Een klachtenregeling", filler),
  pageOf("/nummers/", "Hoofdstuknaam of -nummer invoegen", filler),
  pageOf("/weekend/", "Een weekend weg", filler),
  pageOf("/verlopen/", "Kleurverlopen", `Kleurverlopen, en wat ze zijn. Kleurverlopen maken. ${filler}`),
  pageOf("/verloop/", "Kleurverloop", filler),
  pageOf("/bouwen/", "Samen iets bouwen", filler, { sections: [{ anchor: "een", heading: "Coöperaties", text: filler }] }),
  pageOf("/wonen/", "Wonen", filler, { sections: [{ anchor: "een", heading: "Coöperatie", text: filler }] }),
  pageOf("/gegevens/", "Gegevens in rapportenbladen", `Rapporten, rapportenbladen, een rapport. ${filler}`),
  pageOf("/bladen/", "Rapportenbladen maken", filler),
  pageOf("/week/", "De week", `Elke week is een week. ${filler}`),
];
const files = await filesOf(pages);
const ask = (text: string) => open(files).engine.search(text);
const search = async (text: string): Promise<string[]> => (await ask(text)).hits.map(({ excerpt }) => excerpt.url);

const first: readonly (readonly [why: string, question: string, url: string])[] = [
  ["the parts of a compound stand side by side", "voedselverspilling", "/samen/"],
  ["the parts of a compound are a heading", "fietsersbeleid", "/kop/"],
  ["what was quoted stands there so", '"lucht is schoon"', "/citaat/"],
  ["the title has the word as it was typed", "klachten", "/klachten/"],
  ["a heading has the word as it was typed", "cooperaties", "/bouwen/"],
  ["the other heading has it so", "coöperatie", "/wonen/"],
  ["the title begins so, though the stem of what was typed is another word", "rapporten", "/bladen/"],
  ["the title has it as typed, but for a space", "kleur verloop", "/verloop/"],
  ["a dash after a conjunction leaves nothing out", "hoofdstuknaam of -nummer inv", "/nummers/"],
  ["a consonant was doubled after a long vowel", "weekkend", "/weekend/"],
];
for (const [why, question, url] of first) test(`"${question}" finds ${url} first: ${why}`, async () => assert.is((await search(question))[0], url));

test("pages that have the words of a quotation elsewhere follow", async () => {
  assert.ok((await search('"lucht is schoon"')).includes("/los/"));
});

test("whoever asks for more gets the same pages first", async () => {
  const few = (await open(files).engine.search("voedselverspilling", { limit: 2 })).hits.map(({ slot }) => slot);
  const many = (await ask("voedselverspilling")).hits.map(({ slot }) => slot);
  assert.equal(few, many.slice(0, 2));
});

test("a mended question keeps its other words", async () => {
  assert.is((await ask("waar is een winkle dan")).corrected, "waar is een winkel dan");
});

test("markup is not mended", async () => {
  assert.is((await ask("<b>winkle</b>")).corrected, undefined);
});

test.run();
