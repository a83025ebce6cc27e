/**
 * The keys of front matter as snippets of VS Code, with the values that a key may have to choose from.
 *
 * The YAML language server reads no front matter inside Markdown there; snippets need no extension.
 */
import type { JsonSchema } from "./jsonSchema.ts";

export interface Snippet {
  readonly scope: "markdown";
  readonly prefix: string;
  readonly body: string;
  readonly description: string;
}

interface Key {
  readonly name: string;
  readonly node: JsonSchema;
}

/** A list of more names than this is no list to choose from while typing. */
const MAX_CHOICES = 400;

/** @param schemas - By the name of the kind. A key that is the same in several kinds is one snippet. */
export function snippetsOf(schemas: ReadonlyMap<string, JsonSchema>): Readonly<Record<string, Snippet>> {
  const kindsOf = new Map<string, { readonly key: Key; readonly kinds: string[] }>();
  for (const [kind, schema] of schemas) {
    for (const key of keysIn(schema)) {
      const body = bodyOf(key);
      const known = kindsOf.get(body);
      if (known === undefined) kindsOf.set(body, { key, kinds: [kind] });
      else if (!known.kinds.includes(kind)) known.kinds.push(kind);
    }
  }
  return Object.fromEntries([...kindsOf].map(([body, { key: { name, node }, kinds }]) => (
    [`${name} (${kinds.join(", ")})`, { scope: "markdown", prefix: name, body, description: node.description ?? name }] as const
  )));
}

/** Also those of objects below it, at any depth. */
function* keysIn({ properties = {}, items }: JsonSchema): Iterable<Key> {
  if (items !== undefined) yield* keysIn(items);
  for (const [name, node] of Object.entries(properties)) {
    yield { name, node };
    yield* keysIn(node);
  }
}

/** `rol: ${1|hoofd,raakt|}`, `verwant: [${1|thema:energie,…|}]`. */
function bodyOf({ name, node }: Key): string {
  if (node.type === "boolean") return `${name}: \${1|true,false|}`;
  if (node.format === "date") return `${name}: \${CURRENT_YEAR}-\${CURRENT_MONTH}-\${CURRENT_DATE}`;
  const { items } = node;
  if (items === undefined) return node.properties === undefined ? `${name}: ${choiceOf(node)}` : `${name}:\n  $0`;
  return items.properties === undefined ? `${name}: [${choiceOf(items)}]` : `${name}:\n  - $0`;
}

/** What may be chosen; a reference has its names in the first of its forms. */
function choiceOf(node: JsonSchema): string {
  const values = (node.enum ?? node.anyOf?.flatMap((each) => each.enum ?? []) ?? []).map(String);
  if (values.length === 0 || values.length > MAX_CHOICES) return "$1";
  return `\${1|${values.map((value) => value.replaceAll(/[\\,|$}]/g, "\\$&")).join(",")}|}`;
}
