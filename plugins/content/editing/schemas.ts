/**
 * `wegwijzer schemas`: writes the front matter of each kind as JSON Schema, for editors that complete
 * and check while one types; and the keys as snippets of VS Code, which reads no front matter by a schema.
 *
 * The files hold the names of all pages, so they change with every page: they are made, not kept.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { frontMatterSchema } from "../../../src/content/editing/jsonSchema.ts";
import type { JsonSchema } from "../../../src/content/editing/jsonSchema.ts";
import { snippetsOf } from "../../../src/content/editing/snippets.ts";
import { isListFile } from "../../../src/content/kind.ts";
import type { Kind } from "../../../src/content/model.ts";
import { fullSchemaOf } from "../../../src/content/options.ts";
import { openSite } from "./open.ts";
import type { OpenSite } from "./open.ts";

/** The file of each schema with its text; a kind of a list file has one for an entry and one for the list. */
export function schemaFiles(open: Pick<OpenSite, "site" | "settings" | "m">): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const kind of open.settings.kinds) {
    files.set(`${kind.name}.schema.json`, jsonOf(schemaOfKind(kind, open)));
    if (kind.folders.some(isListFile)) files.set(`${kind.name}.list.schema.json`, jsonOf(listOf(kind)));
  }
  return files;
}

export function schemaOfKind(kind: Kind, { site, settings, m }: Pick<OpenSite, "site" | "settings" | "m">): JsonSchema {
  const known = site.parts.entries.map((entry) => ({ kind: entry.kind.name, name: entry.name }));
  return frontMatterSchema(kind, fullSchemaOf(kind, site.context), known, settings.kinds.map(({ name }) => name), m);
}

/** @returns the exit code. */
export async function schemasCommand(args: readonly string[]): Promise<number> {
  const options = { config: { type: "string" }, out: { type: "string", default: ".vscode/schemas" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const open = await openSite(values.config);
  const files = schemaFiles(open);
  mkdirSync(values.out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(values.out, name), text);
  const snippets = snippetsOf(new Map(open.settings.kinds.map((kind) => [kind.name, schemaOfKind(kind, open)])));
  writeFileSync(join(dirname(values.out), "wegwijzer.code-snippets"), jsonOf(snippets));
  console.log(`${values.out}: ${files.size} schemas`);
  return 0;
}

function listOf({ name }: Kind): object {
  return { $schema: "http://json-schema.org/draft-07/schema#", type: "object", additionalProperties: { $ref: `${name}.schema.json` } };
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
