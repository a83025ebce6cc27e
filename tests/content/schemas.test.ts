/** JSON Schema for front matter: what an editor completes and checks is what the kinds say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { schemasCommand } from "../../plugins/content/editing/schemas.ts";
import { kinds as siteKinds } from "../../site/kinds.ts";
import { snippetsOf } from "../../src/content/editing/snippets.ts";
import { frontMatterSchema } from "../../src/content/editing/jsonSchema.ts";
import { isListFile } from "../../src/content/kind.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { schemasOf } from "../../src/content/options.ts";
import { list } from "../../plugins/output.ts";
import { editingSite, run } from "./editingSite.ts";
import { removeProjects } from "./eleventySite.ts";
import { kinds, thema } from "./smallSite.ts";

test.after(removeProjects);

const known = [{ kind: "thema", name: "water" }, { kind: "thema", name: "energie" }, { kind: "transitie", name: "energietransitie" }];
const full = schemasOf(kinds).get(thema) ?? thema.schema;
const schema = frontMatterSchema(thema, full, known, kinds.map(({ name }) => name), messagesIn("nl"));

test("a reference to one kind offers names, sorted, and lets a qualified one be", () => {
  const { anyOf, description } = schema.properties?.["onderdeelVan"] ?? {};
  assert.equal(anyOf, [{ enum: ["energie", "water"] }, { pattern: "^(?:thema):" }]);
  assert.is(description, "een pagina van soort thema (energie, water)");
});

test("a reference to every kind offers ids", () => {
  assert.equal(schema.properties?.["verwant"]?.items?.enum, ["thema:energie", "thema:water", "transitie:energietransitie"]);
});

test("a reference in a list of objects stands under its field", () => {
  const { items } = schema.properties?.["transities"] ?? {};
  assert.equal(items?.properties?.["transitie"]?.anyOf?.[0], { enum: ["energietransitie"] });
  assert.equal(items?.properties?.["rol"]?.enum, ["hoofd", "raakt"]);
});

test("keys that a kind does not name are refused at every depth", () => {
  assert.is(schema.additionalProperties, false);
  assert.is(schema.properties?.["transities"]?.items?.additionalProperties, false);
});

test("every key of every kind of this site says what it may hold", () => {
  const schemas = schemasOf(siteKinds);
  const silent = siteKinds.flatMap((kind) => {
    const { properties = {} } = frontMatterSchema(kind, schemas.get(kind) ?? kind.schema, [], siteKinds.map(({ name }) => name), messagesIn("nl"));
    return Object.entries(properties).filter(([, { description = "" }]) => description === "").map(([key]) => `${kind.name}.${key}`);
  });
  assert.equal(silent, []);
});

test("the command writes a schema for each kind, and for each list; the same bytes every time", async () => {
  const folder = editingSite();
  const texts = async (): Promise<readonly string[]> => {
    assert.is((await run(folder, () => schemasCommand([]))).printed, ".vscode/schemas: 6 schemas\n");
    const schemas = join(folder, ".vscode", "schemas");
    return list(schemas).map((file) => `${file}\n${readFileSync(join(schemas, file), "utf8")}`);
  };
  const first = await texts();
  assert.equal(first.map((text) => text.split("\n")[0]), [
    "bron.list.schema.json", "bron.schema.json", "pagina.schema.json", "thema.schema.json", "transitie.schema.json", "uitleg.schema.json",
  ]);
  assert.equal(await texts(), first);
});

test("the keys of front matter are snippets, with what each may hold to choose from", async () => {
  const folder = editingSite();
  await run(folder, () => schemasCommand([]));
  const snippets = JSON.parse(readFileSync(join(folder, ".vscode", "wegwijzer.code-snippets"), "utf8")) as Readonly<Record<string, { readonly body: string; readonly scope: string; readonly description: string }>>;
  assert.is(snippets["rol (thema)"]?.body, "rol: ${1|hoofd,raakt|}");
  assert.is(snippets["onderdeelVan (thema)"]?.body, "onderdeelVan: ${1|energie,water|}");
  assert.match(snippets["verwant (thema, transitie, uitleg)"]?.body ?? "", "verwant: [${1|bron:dd-over,");
  assert.is(snippets["gecontroleerd (thema, transitie, uitleg, pagina)"]?.body, "gecontroleerd: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}");
  assert.equal([...new Set(Object.values(snippets).map(({ scope }) => scope))], ["markdown"]);
});

test("a value with signs that a snippet reads is written so that it stands there", () => {
  const { properties = {} } = frontMatterSchema(thema, full, [{ kind: "thema", name: "a,b|c}$d" }], ["thema"], messagesIn("nl"));
  assert.is(snippetsOf(new Map([["thema", { properties }]]))["onderdeelVan (thema)"]?.body, "onderdeelVan: ${1|a\\,b\\|c\\}\\$d|}");
});

/** What the editor underlines, and as what. */
const lines: readonly (readonly [line: string, severity: string])[] = [
  ['site/themas/energie.md:4:9 unknown-reference: verwacht een pagina, kreeg "x"', "error"],
  ['site/themas/een naam.md:1:1 not-utf8: verwacht tekst in UTF-8, kreeg "byte 0xE9"', "error"],
  ['site/bronnen.yaml:8:10 used-source: waarschuwing: verwacht een bron, kreeg "brief"', "warning"],
  ['site/themas/energie.md:12:1 long-sentence: tip: verwacht een zin, kreeg "30 woorden"', "info"],
];
for (const [line, severity] of lines) {
  test(`the editor takes "${line.slice(0, 40)}…" for ${severity}`, () => {
    const { tasks } = JSON.parse(readFileSync(".vscode/tasks.json", "utf8")) as { readonly tasks: readonly { readonly problemMatcher: readonly { readonly severity: string; readonly pattern: { readonly regexp: string } }[] }[] };
    const taking = (tasks[0]?.problemMatcher ?? []).filter(({ pattern }) => new RegExp(pattern.regexp).test(line));
    assert.equal(taking.map((matcher) => matcher.severity), [severity]);
  });
}

test("the settings of the editor name the schema of every list file of this site", () => {
  const { "yaml.schemas": schemas } = JSON.parse(readFileSync(".vscode/settings.json", "utf8")) as { readonly "yaml.schemas": unknown };
  const lists = siteKinds.flatMap((kind) => kind.folders.filter(isListFile).map((file) => [`./.vscode/schemas/${kind.name}.list.schema.json`, `site/${file}`]));
  assert.equal(schemas, Object.fromEntries(lists));
});

test.run();
