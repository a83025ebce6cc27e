/** JSON Schema for front matter: what an editor completes and checks is what the kinds say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { schemasCommand } from "../../plugins/content/editing/schemas.ts";
import { kinds as siteKinds } from "../../site/kinds.ts";
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

test("the settings of the editor name the schema of every list file of this site", () => {
  const { "yaml.schemas": schemas } = JSON.parse(readFileSync(".vscode/settings.json", "utf8")) as { readonly "yaml.schemas": unknown };
  const lists = siteKinds.flatMap((kind) => kind.folders.filter(isListFile).map((file) => [`./.vscode/schemas/${kind.name}.list.schema.json`, `site/${file}`]));
  assert.equal(schemas, Object.fromEntries(lists));
});

test.run();
