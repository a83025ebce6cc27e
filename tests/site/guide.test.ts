/** The guide for editors says what is so: its examples are right, its commands exist, its messages are told. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openSite } from "../../plugins/content/editing/open.ts";
import type { Problem } from "../../src/problem.ts";
import { readSite } from "../../src/content/site.ts";

const guide = readFileSync("site/paginas/handleiding.md", "utf8");
const { site } = await openSite(undefined);

const example = /```markdown\n([^]*?)```/.exec(guide)?.[1] ?? "";

/** What check tells when the example stands in the site, changed. */
function problemsOf(text: string, more: readonly { readonly path: string; readonly text: string }[] = []): readonly Problem[] {
  const added = [{ path: "onderwerpen/warmte.md", text }, ...more].map((each) => ({ ...each, file: `site/${each.path}` }));
  return readSite([...site.sources, ...added], site.context).problems.filter(({ file }) => added.some((each) => each.file === file));
}

test("the example is a page without a problem", () => {
  assert.ok(example.startsWith("---\n"));
  assert.equal(problemsOf(example), []);
});

const draft = { path: "onderwerpen/concept.md", text: example.replace("titel: Warmte in je wijk", "titel: Concept\nstatus: concept") };

/** A slip in the example, for each message that the guide explains. */
const slips: readonly (readonly [rule: string, from: string | RegExp, to: string])[] = [
  ["missing-value", /gecontroleerd: .*/, "gecontroleerd:"],
  ["invalid-value", /samenvatting: .*/, "samenvatting: Te kort."],
  ["unknown-key", "thema: energie", "thema: energie\nkleur: rood"],
  ["unquoted-colon", "titel: Warmte in je wijk", "titel: Warmte: hoe dan?"],
  ["unknown-reference", "thema: energie", "thema: enegrie"],
  ["unknown-source", "[@klimaatakkoord-participatie]", "[@klimaatakoord]"],
  ["broken-link", "../themas/energie.md", "../themas/enegrie.md"],
  ["unknown-anchor", "#wat-kun-je-doen", "#wat-doen"],
  ["draft-link", "../themas/energie.md#wat-kun-je-doen", "concept.md"],
];
for (const [rule, from, to] of slips) {
  test(`the guide explains ${rule}, and that is what an editor is told`, () => {
    assert.match(guide, `| \`${rule}\` |`);
    assert.ok(problemsOf(example.replace(from, to), [draft]).some((problem) => problem.rule === rule));
  });
}

test("the guide explains no other message", () => {
  const explained = [...guide.matchAll(/^\| `([a-z]+-[a-z]+)` \|/gm)].map((match) => match[1]);
  assert.equal(explained, slips.map(([rule]) => rule));
});

test("every command that the guide names is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...guide.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => match[1] ?? "");
  assert.ok(named.length > 5);
  assert.equal(named.filter((name) => !Object.hasOwn(scripts, name)), []);
});

test("every source in an example exists", () => {
  const names = [...guide.matchAll(/@([a-z0-9-]+)/g)].map((match) => match[1]);
  const sources = new Set(site.parts.entries.filter(({ kind }) => kind.name === "bron").map(({ name }) => name));
  assert.equal(names.filter((name) => !sources.has(name ?? "")), []);
});

test("the pictures run nothing, style nothing, and fetch nothing", () => {
  for (const name of ["pagina", "melding", "verhuizen"]) {
    const picture = readFileSync(`site/pictures/handleiding-${name}.svg`, "utf8");
    assert.not.match(picture, /<style|style=|<script|href=|\son[a-z]+=/);
    assert.match(guide, `](../pictures/handleiding-${name}.svg)`);
  }
});

test.run();
