/** The rules of this site's kinds: a site that keeps them all, and one for each that breaks it. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { list } from "../../plugins/output.ts";
import { kinds } from "../../site/kinds.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { schemasOf } from "../../src/content/options.ts";
import { formatReport } from "../../src/content/report.ts";
import { readSite } from "../../src/content/site.ts";

const fixtures = new URL("../fixtures/site/", import.meta.url).pathname;

/** A line with the name of a folder in `broken/`, then those with its problems. */
const expected = new Map(
  readFileSync(join(fixtures, "broken.txt"), "utf8").trimEnd().split(/\n(?! )/).map((part) => {
    const [name = "", ...lines] = part.split("\n");
    return [name, lines.map((line) => line.trim())] as const;
  }),
);

/** The report on the sound site, with the files of a broken one over it. */
function reportOn(...overlays: readonly string[]): readonly string[] {
  const files = new Map<string, string>();
  for (const folder of ["sound", ...overlays]) {
    for (const path of list(join(fixtures, folder))) files.set(path, readFileSync(join(fixtures, folder, path), "utf8"));
  }
  const sources = [...files].map(([path, text]) => ({ path, file: `site/${path}`, text }));
  const { problems } = readSite(sources, {
    kinds,
    schemaOf: schemasOf(kinds),
    m: messagesIn("nl"),
    md: markdownParser(true, true),
    citedKind: kinds.find(({ name }) => name === "bron")!,
    publish: true,
    assets: new Map(),
    addresses: new Set(),
    href: (url) => url,
  });
  return formatReport(problems, "nl").split("\n").filter((line) => line.startsWith("site/"));
}

test("the sound site keeps every rule", () => assert.equal(reportOn(), []));

test("every broken site is in the table", () => {
  assert.equal(readdirSync(join(fixtures, "broken")).sort(), [...expected.keys()]);
});

test("every rule of the site has a broken site", () => {
  const rules = new Set(kinds.flatMap((kind) => kind.rules.map(({ name }) => name)));
  const told = [...expected.values()].flat().map((line) => /^\S+ ([a-z-]+):/.exec(line)?.[1]);
  assert.equal([...rules].filter((name) => !told.includes(name)), []);
});

test("the table of rules has all 24 of the model, and what it names is there", () => {
  const rows = readFileSync(join(fixtures, "RULES.md"), "utf8").split("\n").filter((line) => /^\| R\d/.test(line));
  assert.equal(rows.map((row) => /^\| (R\d+)/.exec(row)?.[1]), Array.from({ length: 24 }, (_, index) => `R${index + 1}`));
  const named = rows.flatMap((row) => [...(row.split("|")[5] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  const places = [join(fixtures, "broken"), join(fixtures, "../content/broken"), process.cwd()];
  assert.equal(named.filter((name) => !places.some((place) => existsSync(join(place, name)))), []);
});

for (const [name, lines] of expected) {
  test(`${name} is told as ${lines.join(" and ")}`, () => assert.equal(reportOn(`broken/${name}`), lines));
}

test.run();
