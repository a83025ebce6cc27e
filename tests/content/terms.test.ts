/** Terms of a glossary in the text of pages: which words become links, which do not, and what a layout gets. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { defineKind } from "../../src/content/kind.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { schemasOf } from "../../src/content/options.ts";
import type { Site } from "../../src/content/site.ts";
import { z } from "zod";
import { bron, pagina, siteOf } from "./smallSite.ts";

const begrip = defineKind({
  name: "begrip",
  folders: ["begrippen", "begrippen.yaml"],
  schema: z.object({ titel: z.string(), ook: z.array(z.string()).optional(), zie: z.string().optional() }),
  relations: { zie: { to: "*" } },
  layout: "page.11ty.js",
  address: ({ slug, folder }) => (folder === "begrippen" ? `/begrippen/${slug}/` : `/begrippen/#${slug}`),
  term: {
    names: ({ titel, ook }) => [titel, ook].flat().filter((name) => typeof name === "string"),
    explainedBy: "zie",
  },
});
const kinds = [pagina, bron, begrip];

const glossary = JSON.stringify({
  regime: { titel: "Regime" },
  plan: { titel: "Regionale Energiestrategie", ook: ["RES"] },
  regio: { titel: "Regionale" },
  cocreatie: { titel: "Co-creatie", ook: ["samen, maken"] },
  doelen: { titel: "SDG's" },
  elders: { titel: "Niche", zie: "pagina:uitleg" },
});

function siteWith(body: string): Site {
  const front = "---\ntitel: Titel\ngecontroleerd: 2026-11-23\n---\n";
  const files = {
    "paginas/x.md": front + body,
    "paginas/uitleg.md": `${front}Een niche in een regime.\n`,
    "begrippen/kiem.md": "---\ntitel: Kiem\n---\nEen kiem in een regime, nog een kiem.\n",
    "begrippen.yaml": glossary,
    "bronnen.yaml": "a:\n  titel: Regime\n  url: https://example.org/\n",
  };
  const context = { kinds, schemaOf: schemasOf(kinds), md: markdownParser(true, true), addresses: new Set(["/bronnen/", "/begrippen/"]) };
  const site = siteOf(files, context);
  assert.equal(site.problems, []);
  return site;
}

/** The words that are links to a term, with the name of the term. */
function linkedIn(body: string, path = "paginas/x.md"): readonly string[] {
  const html = siteWith(body).rendered.get(path)?.render() ?? "";
  return [...html.matchAll(/class="term" href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href = "", text = ""]) => `${text} ${href}`);
}

const cases: readonly (readonly [what: string, body: string, linked: readonly string[]])[] = [
  ["the first use alone", "Het regime is het regime.", ["regime /begrippen/#regime"]],
  ["a use after a citation, and not the citation", "Zin. [@a] Het regime.", ["regime /begrippen/#regime"]],
  ["a use inside strong text", "Het **regime** nu.", ["regime /begrippen/#regime"]],
  ["the page of a term that has one", "Een kiem.", ["kiem /begrippen/kiem/"]],
  ["the longest of two names", "Een regionale energiestrategie.", ["regionale energiestrategie /begrippen/#plan"]],
  ["an abbreviation as it is written", "De res, de RES.", ["RES /begrippen/#plan"]],
  ["a name with a hyphen", "Samen in co-creatie.", ["co-creatie /begrippen/#cocreatie"]],
  ["a name with a comma", "Wij gaan samen, maken iets.", ["samen, maken /begrippen/#cocreatie"]],
  ["a name with either apostrophe", "De SDG’s.", ["SDG’s /begrippen/#doelen"]],
  ["no part of a word", "Het regimes en transitieregime, regime-wissel.", []],
  ["no heading", "## Het regime\n\nTekst.", []],
  ["no code", "Typ `regime` in.", []],
  ["no link of the writer, and none after it", "[Het regime](uitleg.md) is een regime.", []],
  ["nothing where the writer said so, on the whole page", "Het [regime]{.geen} is een regime.", []],
  ["nothing where the writer said so in English", "Het [regime]{.none}.", []],
];

for (const [what, body, linked] of cases) {
  test(`a term becomes a link: ${what}`, () => assert.equal(linkedIn(body), linked));
}

test("a page neither links to itself nor to a term that it explains", () => {
  assert.equal(linkedIn("", "paginas/uitleg.md"), ["regime /begrippen/#regime"]);
  assert.equal(linkedIn("", "begrippen/kiem.md"), ["regime /begrippen/#regime"]);
});

test("words that are no term here are shown without their marks", () => {
  assert.match(siteWith("Een [kiem]{.geen} & meer.").rendered.get("paginas/x.md")?.render() ?? "", "<p>Een kiem &amp; meer.</p>");
});

test("a link is described by the meaning that the layout shows", () => {
  const { graph, rendered } = siteWith("Het regime & een kiem.");
  assert.is(
    rendered.get("paginas/x.md")?.render(),
    '<p>Het <a id="Term-1" class="term" href="/begrippen/#regime" aria-describedby="Term-1-meaning">regime</a> &amp; een '
    + '<a id="Term-2" class="term" href="/begrippen/kiem/" aria-describedby="Term-2-meaning">kiem</a>.</p>\n',
  );
  assert.equal(graph.page("pagina:x")?.terms, [
    { term: "begrip:regime", anchor: "Term-1", meaning: "Term-1-meaning" },
    { term: "begrip:kiem", anchor: "Term-2", meaning: "Term-2-meaning" },
  ]);
});

test("a term knows the pages that use it", () => {
  const { graph } = siteWith("Het regime.");
  assert.equal(graph.usedBy(graph.page("begrip:regime")!).map(({ id }) => id), ["pagina:uitleg", "pagina:x", "begrip:kiem"]);
});

test("a site without terms leaves brackets with a class as text", () => {
  const { rendered } = siteOf({ "paginas/x.md": "---\ntitel: T\ngecontroleerd: 2026-11-23\n---\n[x]{.geen}\n" });
  assert.is(rendered.get("paginas/x.md")?.render(), "<p>[x]{.geen}</p>\n");
});

// What is read over and over takes minutes, and the gate ends a suite that does.
test("a page of fifty thousand brackets is read", () => {
  assert.ok(siteWith(`${"[".repeat(50_000)} ${"regime ".repeat(20_000)}`));
});

test("explainedBy must be a relation of the kind", () => {
  assert.throws(
    () => defineKind({ name: "t", folder: "t", schema: z.object({ titel: z.string() }), term: { names: () => [], explainedBy: "zei" } }),
    /the terms of kind "t" are explained by "zei", which is no relation of it/,
  );
});

test.run();
