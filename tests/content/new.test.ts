/** The command `new`: a page that lacks only what the editor must write. */
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { check } from "../../plugins/content/check.ts";
import { newCommand } from "../../plugins/content/editing/new.ts";
import { formatProblem } from "../../src/content/report.ts";
import { kinds as siteKinds } from "../../site/kinds.ts";
import { editingSite, run, textsIn } from "./editingSite.ts";
import { removeProjects } from "./eleventySite.ts";
import { frontMatterSchema } from "../../src/content/editing/jsonSchema.ts";
import { newPage } from "../../src/content/editing/newPage.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { schemasOf } from "../../src/content/options.ts";
import { readEntries } from "../../src/content/entries.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { kinds } from "./smallSite.ts";

const TODAY = "2026-11-23";

test.after(removeProjects);

const made = (folder: string, ...args: readonly string[]) => run(folder, () => newCommand(args, TODAY));

test("a page stands in the folder of its kind, with what it may hold in the language of the site", async () => {
  const folder = editingSite();
  assert.equal(await made(folder, "thema", "Warmte in de", "wijk: hoe dan?"), { code: 0, printed: "site/themas/warmte-in-de-wijk-hoe-dan.md\n", refused: "" });
  assert.is(textsIn(folder)["themas/warmte-in-de-wijk-hoe-dan.md"], `---
titel: "Warmte in de wijk: hoe dan?"
gecontroleerd: 2026-11-23
# Een concept is alleen te zien met npm start; haal deze regel weg om te publiceren.
status: concept
# Mag ook: haal het eerste hekje van de regel weg.
# verwant: # een lijst: soort en naam, zoals soort:naam
# onderdeelVan: # een pagina van soort thema (energie, water)
# transities: # een lijst
# permalink: # tekst
---

`);
});

test("an entry of a list file comes at its end, and check names what is still to be filled in", async () => {
  const folder = editingSite();
  const { printed } = await made(folder, "bron", "Een nieuw rapport");
  assert.is(printed, "site/bronnen.yaml\n");
  assert.match(textsIn(folder)["bronnen.yaml"] ?? "", /\neen-nieuw-rapport:\n {2}titel: Een nieuw rapport\n {2}# een adres, zoals https:\/\/example.org\/\n {2}url:\n$/);
  const before = process.cwd();
  process.chdir(folder);
  const { problems } = await check({ kinds, language: "nl", input: "site", copies: { "site/beeld": { outputPath: true } } });
  process.chdir(before);
  assert.equal(problems.map((problem) => formatProblem(problem, "nl")), [
    "site/bronnen.yaml:10:7 missing-value: verwacht url: tekst, kreeg niets",
  ]);
});

test("a title that begins with a dash is no option, and the message says where to put it", async () => {
  const folder = editingSite();
  const { code, refused } = await made(folder, "thema", "- x");
  assert.equal({ code, refused }, { code: 2, refused: 'verwacht een van de opties --in, --config; een titel die met een streepje begint, komt achter --, kreeg "- x"\n' });
  assert.is((await made(folder, "thema", "--in")).code, 2);
  assert.is((await made(folder, "thema", "--", "- x")).printed, "site/themas/x.md\n");
});

test("another folder of the kind is named with --in", async () => {
  assert.is((await made(editingSite(), "uitleg", "Nieuw", "--in", "samenwerken")).printed, "site/samenwerken/nieuw.md\n");
});

test("a long title makes a short name, of whole words where it has them", async () => {
  assert.is((await made(editingSite(), "thema", "woord ".repeat(40))).printed, `site/themas/${"woord-".repeat(13).slice(0, -1)}.md\n`);
  assert.is((await made(editingSite(), "thema", "a".repeat(500))).printed, `site/themas/${"a".repeat(80)}.md\n`);
});

/** Titles that YAML would take for something else. */
for (const title of ['"Een" \'twee\'', "A: b # c", "🌷", "# kop", "[x]", "{x}", "*ster*", "@jan", "%x", "null", "2026", "!!js x", "| x", "?", "../../x", "constructor"]) {
  test(`the title ${title} is written so that it is read again`, async () => {
    const folder = editingSite();
    const { printed } = await made(folder, "thema", title);
    const before = process.cwd();
    process.chdir(folder);
    const { problems, pages } = await check({ kinds, language: "nl", input: "site", drafts: "always", copies: { "site/beeld": { outputPath: true } } });
    process.chdir(before);
    assert.equal(problems, []);
    assert.is(pages.find(({ file }) => file === printed.trim())?.title, title);
  });
}

const refusals: readonly (readonly [args: readonly string[], told: string])[] = [
  [["them", "X"], 'verwacht een soort (thema, transitie, uitleg, pagina, bron), kreeg "them"; bedoelde u "thema"?'],
  [[], "verwacht een soort (thema, transitie, uitleg, pagina, bron), kreeg niets"],
  [["thema"], "verwacht een titel, kreeg niets"],
  [["thema", "a\u202eb"], 'verwacht een titel die te zien is, kreeg "U+202E"'],
  [["thema", "Energie"], 'verwacht een titel die er nog niet is; thema:energie staat in site/themas/energie.md, kreeg "Energie"'],
  [["uitleg", "Transitie", "--in", "samenwerken"], 'verwacht een titel die er nog niet is; uitleg:transitie staat in site/uitleg/transitie.md, kreeg "Transitie"'],
  [["uitleg", "X", "--in", "samenwerke"], 'verwacht een plek van deze soort (uitleg, samenwerken), kreeg "samenwerke"; bedoelde u "samenwerken"?'],
];
for (const [args, told] of refusals) {
  test(`new ${args.join(" ")} is refused, and nothing is written`, async () => {
    const folder = editingSite();
    const before = textsIn(folder);
    assert.equal(await made(folder, ...args), { code: 2, printed: "", refused: `${told}\n` });
    assert.equal(textsIn(folder), before);
  });
}

test("a file that could not be read as a page is not overwritten either", async () => {
  const folder = editingSite({ [join("site", "themas", "Warmte.md")]: "geen voorwerk" });
  assert.is((await made(folder, "thema", "Warmte")).code, 2);
});

const context = {
  kinds: siteKinds, schemaOf: schemasOf(siteKinds), m: messagesIn("nl"), md: markdownParser(true, true), publish: true,
  assets: new Map<string, string>(), addresses: new Set<string>(), href: (url: string): string => url,
};

for (const kind of siteKinds) {
  for (const place of kind.folders) {
    test(`a new ${kind.name} in ${place} is valid YAML in which check misses values and nothing else`, () => {
      const schema = frontMatterSchema(kind, schemasOf(siteKinds).get(kind) ?? kind.schema, [], siteKinds.map(({ name }) => name), context.m);
      const { path, text } = newPage(kind, place, "Een titel: 'zo' # ja.", schema, TODAY, context.m);
      const { entries, problems } = readEntries({ path, file: path, text }, context);
      assert.equal(problems.filter(({ rule }) => rule !== "missing-value").map((problem) => formatProblem(problem, "nl")), []);
      assert.is(entries[0]?.raw?.[kind.titleKey], "Een titel: 'zo' # ja.");
      assert.is(new Set(problems.map(({ line }) => line)).size, problems.length);
    });
  }
}

test.run();
