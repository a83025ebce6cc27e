/**
 * The site tells it in its own words: no eight in a row are those of the notes that it was made from.
 *
 * The notes are no part of the project; without them beside it, that one test is left out.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openSite } from "../../plugins/content/editing/open.ts";
import { runningBlocks } from "../../src/content/hints/texts.ts";
import { runsIn, sharedRuns } from "./runs.ts";

const cases: readonly (readonly [what: string, text: string, runs: readonly string[]])[] = [
  ["eight words in a row are a run", "Toen gooide iedere Nederlander thuis gemiddeld veel eten weg.", ["gooide iedere nederlander thuis gemiddeld veel eten weg"]],
  ["seven are none", "Iedere Nederlander thuis gemiddeld veel eten weg.", []],
  ["marks and capitals make no difference", "GOOIDE iedere Nederlander – thuis, gemiddeld – veel eten weg", ["gooide iedere nederlander thuis gemiddeld veel eten weg"]],
  ["a quotation breaks a run", "Gooide iedere “Nederlander thuis” gemiddeld veel eten weg", []],
  ["an apostrophe in a word is no quotation", "In ’s lands huizen gooide iedere Nederlander thuis gemiddeld veel eten weg, zo’n kilo", ["gooide iedere nederlander thuis gemiddeld veel eten weg"]],
  ["a name breaks a run", "De wet heet Wet van de twee grote groene voeten en bomen", []],
];
const notes = runsIn(["In 2022 gooide iedere Nederlander thuis gemiddeld veel eten weg.", "De wet heet Wet van de twee grote groene voeten en bomen."]);
for (const [what, text, runs] of cases) {
  test(what, () => assert.equal(sharedRuns([text], notes, ["Wet van de twee grote groene voeten en bomen"]), runs));
}

const { site } = await openSite(undefined);

/** All text below a value of data. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/** What is called something: pages and sources, agreements, figures and periods, each by its name. */
const names = site.parts.entries.flatMap(({ data }) => [
  ...textsIn([data?.["titel"], data?.["synoniemen"], data?.["ookGenoemd"]]),
  ...[...JSON.stringify(data ?? {}).matchAll(/"naam":"([^"\\]*)"/g)].map(([, name = ""]) => name),
]);

/** What the page says: its running text, and what its front matter says in sentences. References are no text. */
const paragraphs = site.parts.entries.filter(({ kind }) => kind.name !== "bron").map(({ file, data, body }) => ({
  file,
  texts: [...(body === undefined ? [] : runningBlocks(body).map(({ text }) => text)), ...textsIn(data).filter((text) => /\s/.test(text))],
}));

const folder = fileURLToPath(new URL("../../../shared/content/", import.meta.url));
if (!existsSync(folder)) test.skip("no run of 8 words equals the notes (they do not stand beside this project)", () => {});
else {
  test("no run of 8 words equals the notes that the site was made from", () => {
    const research = readFileSync(`${folder}CONTENT.md`, "utf8").split("\n");
    const data: unknown = JSON.parse(readFileSync(`${folder}content.json`, "utf8"));
    const source = runsIn([...research, ...textsIn(data)]);
    assert.ok(source.size > 5000 && paragraphs.length > 86);
    assert.equal(paragraphs.flatMap(({ file, texts }) => sharedRuns(texts, source, names).map((run) => `${file}: ${run}`)), []);
  });
}

test.run();
