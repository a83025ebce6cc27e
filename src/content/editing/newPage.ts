/**
 * A new page: front matter with every key that its kind needs, and what each may hold.
 *
 * What is still to be filled in stands empty, so that `check` names it. Made from the schema of the
 * kind, not from a list.
 */
import { stringify } from "yaml";
import { isListFile } from "../kind.ts";
import type { Messages } from "../messages.ts";
import type { Kind } from "../model.ts";
import { slugOf } from "../slug.ts";
import type { JsonSchema } from "./jsonSchema.ts";

export interface NewPage {
  /** Below the input: `themas/warmte.md` or `bronnen.yaml`. */
  readonly path: string;
  /** First half of the id is the kind; this is the second. */
  readonly name: string;
  /** A whole file, or what comes at the end of a list file. */
  readonly text: string;
}

const MAX_NAME = 80;

/**
 * @param folder - One of the kind's folders or list files.
 * @param schema - Front matter of the kind, each key with its description.
 * @param today - `2026-11-23`; a date that a kind requires begins as today.
 */
export function newPage(kind: Kind, folder: string, title: string, schema: JsonSchema, today: string, m: Messages): NewPage {
  const name = nameFor(title);
  const values = { [kind.titleKey]: title };
  if (isListFile(folder)) {
    const lines = keyLines(schema, values, today).map((line) => `  ${line}`);
    return { path: folder, name, text: [`${plain(name)}:`, ...lines, ""].join("\n") };
  }
  const lines = ["---", ...keyLines(schema, values, today), ...draftLines(schema, m), ...optionalLines(schema, m), "---", "", ""];
  return { path: folder === "" ? `${name}.md` : `${folder}/${name}.md`, name, text: lines.join("\n") };
}

/** A long title makes a short name: whole words of it, as far as an address is still an address. */
function nameFor(title: string): string {
  const slug = slugOf(title);
  if (slug.length <= MAX_NAME) return slug;
  const cut = slug.slice(0, MAX_NAME + 1);
  return cut.slice(0, cut.includes("-") ? cut.lastIndexOf("-") : MAX_NAME);
}

/** The required keys of an object, each after a comment that says what it may hold. */
function keyLines({ properties = {}, required = [] }: JsonSchema, values: Readonly<Record<string, string>>, today: string): readonly string[] {
  return required.flatMap((key) => {
    const node = properties[key] ?? {};
    const value = values[key] ?? (node.format === "date" ? today : undefined);
    if (value !== undefined) return [`${plain(key)}: ${plain(value)}`];
    // The keys of an object stand below it and speak for themselves.
    const comment = node.properties === undefined ? commentLines(node.description) : [];
    return [...comment, `${plain(key)}:`, ...innerLines(node, today)];
  });
}

/** The keys of an object, and those of the first item of a list of objects. */
function innerLines(node: JsonSchema, today: string): readonly string[] {
  if (node.properties !== undefined) return keyLines(node, {}, today).map((line) => `  ${line}`);
  if (node.items?.properties === undefined) return [];
  const lines = keyLines(node.items, {}, today);
  const first = lines.findIndex((line) => !line.startsWith("#"));
  return lines.map((line, index) => `  ${index === first ? "- " : index < first ? "" : "  "}${line}`);
}

function draftLines({ properties = {} }: JsonSchema, m: Messages): readonly string[] {
  const [draft] = properties["status"]?.enum ?? [];
  return draft === undefined ? [] : [...commentLines(m.draftUntil), `status: ${String(draft)}`];
}

function optionalLines({ properties = {}, required = [] }: JsonSchema, m: Messages): readonly string[] {
  const optional = Object.entries(properties).filter(([key]) => !required.includes(key) && key !== "status");
  const lines = optional.map(([key, { description = "" }]) => `# ${plain(key)}: # ${oneLine(description)}`);
  return lines.length === 0 ? [] : [`# ${m.mayAlso}`, ...lines];
}

function commentLines(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`# ${oneLine(text)}`];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** As YAML writes it: in quotes where it must be, on one line. */
function plain(text: string): string {
  return stringify(oneLine(text), { lineWidth: 0 }).trimEnd();
}
