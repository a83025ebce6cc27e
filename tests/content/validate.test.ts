/** Front matter against the schema of a kind: what an editor is told, in both languages. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { defineKind, partialDate, yearMonth, z } from "../../plugins/content/index.ts";
import { schemasOf } from "../../src/content/options.ts";
import { formatProblem } from "../../src/content/report.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { siteOf } from "./smallSite.ts";
import type { Site } from "../../src/content/site.ts";
import type { ProblemLanguage } from "../../src/problem.ts";

const kind = defineKind({
  name: "ding",
  folder: "dingen",
  schema: z.object({
    titel: z.string().min(1).max(20),
    soort: z.enum(["groot", "klein"]).optional(),
    aantal: z.int().min(1).max(9).optional(),
    woorden: z.array(z.string()).min(2).optional(),
    stand: yearMonth.optional(),
    sinds: partialDate.optional(),
    open: z.boolean().optional(),
    adres: z.url().optional(),
    pad: z.string().startsWith("/").optional(),
    of: z.union([z.string(), z.array(z.string())]).optional(),
    eigen: z.string().regex(/^x/, "iets met een x").optional(),
    delen: z.array(z.object({ naam: z.string(), jaar: z.int().optional() })).optional(),
  }),
});
const kinds = [kind];

function siteWith(frontMatter: string, language: ProblemLanguage): Site {
  return siteOf({ "dingen/x.md": `---\n${frontMatter}\n---\n` }, { kinds, schemaOf: schemasOf(kinds), m: messagesIn(language) });
}

const cases: readonly (readonly [frontMatter: string, english: string, dutch: string])[] = [
  ["aantal: 1", "1:1 missing-value: expected titel: text, got nothing", "1:1 missing-value: verwacht titel: tekst, kreeg niets"],
  ["titel:", "2:7 missing-value: expected titel: text, got nothing", "2:7 missing-value: verwacht titel: tekst, kreeg niets"],
  ['titel: ""', "2:8 invalid-value: expected text that is not empty, got nothing", "2:8 invalid-value: verwacht tekst die niet leeg is, kreeg niets"],
  ["titel: [x]", '2:8 invalid-value: expected text, got "["x"]"', '2:8 invalid-value: verwacht tekst, kreeg "["x"]"'],
  ["titel: abcdefghijklmnopqrstuvwxyz", '2:8 invalid-value: expected text of at most 20 characters; this has 26, got "abcdefghijklmnopqrstuvwxyz"', '2:8 invalid-value: verwacht tekst van hoogstens 20 tekens; dit zijn er 26, kreeg "abcdefghijklmnopqrstuvwxyz"'],
  ["titel: x\nsoort: Groot", '3:8 invalid-value: expected one of groot, klein, got "Groot"; did you mean "groot"?', '3:8 invalid-value: verwacht een van groot, klein, kreeg "Groot"; bedoelde u "groot"?'],
  ["titel: x\naantal: 1.5", '3:9 invalid-value: expected a whole number, got "1.5"', '3:9 invalid-value: verwacht een heel getal, kreeg "1.5"'],
  ["titel: x\naantal: 10", '3:9 invalid-value: expected a number of at most 9, got "10"', '3:9 invalid-value: verwacht een getal van hoogstens 9, kreeg "10"'],
  ["titel: x\naantal: tien", '3:9 invalid-value: expected a number, got "tien"', '3:9 invalid-value: verwacht een getal, kreeg "tien"'],
  ["titel: x\nwoorden: [een]", '3:10 invalid-value: expected a list of at least 2; this has 1, got "["een"]"', '3:10 invalid-value: verwacht een lijst van ten minste 2; dit zijn er 1, kreeg "["een"]"'],
  ["titel: x\nwoorden: een", '3:10 invalid-value: expected a list, got "een"', '3:10 invalid-value: verwacht een lijst, kreeg "een"'],
  ["titel: x\nstand: 2026-13", '3:8 invalid-value: expected a year and month, as 2026-11, got "2026-13"', '3:8 invalid-value: verwacht een jaar en maand, zoals 2026-11, kreeg "2026-13"'],
  ["titel: x\nopen: ja", '3:7 invalid-value: expected true or false, got "ja"', '3:7 invalid-value: verwacht true of false, kreeg "ja"'],
  ["titel: x\nadres: example", '3:8 invalid-value: expected an address, as https://example.org/, got "example"', '3:8 invalid-value: verwacht een adres, zoals https://example.org/, kreeg "example"'],
  ["titel: x\npad: y", '3:6 invalid-value: expected text that starts with /, got "y"', '3:6 invalid-value: verwacht tekst die begint met /, kreeg "y"'],
  ["titel: x\nof: { a: 1 }", '3:5 invalid-value: expected text or a list, got "{"a":1}"', '3:5 invalid-value: verwacht tekst of een lijst, kreeg "{"a":1}"'],
  ["titel: x\neigen: y", '3:8 invalid-value: expected iets met een x, got "y"', '3:8 invalid-value: verwacht iets met een x, kreeg "y"'],
  ["titel: x\ndelen:\n  - naam: a\n    jar: 1", '5:5 unknown-key: expected one of the keys naam, jaar, got "jar"; did you mean "jaar"?', '5:5 unknown-key: verwacht een van de sleutels naam, jaar, kreeg "jar"; bedoelde u "jaar"?'],
];

for (const [frontMatter, english, dutch] of cases) {
  test(`${JSON.stringify(frontMatter)} is ${english}`, () => {
    for (const [language, told] of [["en", english], ["nl", dutch]] as const) {
      const { problems } = siteWith(frontMatter, language);
      assert.equal(problems.map((problem) => formatProblem(problem, language)), [`site/dingen/x.md:${told}`]);
    }
  });
}

const asText: readonly (readonly [written: string, title: string])[] = [
  ["0123", "0123"],
  ["1.0", "1.0"],
  ["0x1F", "0x1F"],
  ["true", "true"],
  ["2026-11-23", "2026-11-23"],
  ["'<b>'", "<b>"],
];

for (const [written, title] of asText) {
  test(`the title ${written} is shown as ${title}`, () => {
    const { graph, problems } = siteWith(`titel: ${written}\nwoorden: [2030, 1e3]\nsinds: 2026\naantal: 3`, "en");
    assert.equal(problems, []);
    assert.equal([graph.pages[0]?.title, graph.pages[0]?.data["woorden"], graph.pages[0]?.data["aantal"]], [title, ["2030", "1e3"], 3]);
  });
}

test.run();
