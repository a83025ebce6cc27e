/** What a key may hold, in words: `text of 60 to 200 characters`, `one of hoofd, raakt`. */
import { namedPatterns } from "../formats.ts";
import type { Messages } from "../messages.ts";
import type { JsonSchema } from "./jsonSchema.ts";

export function whatFits(node: JsonSchema, m: Messages): string {
  if (node.description !== undefined) return node.description;
  if (node.anyOf !== undefined) return node.anyOf.map((each) => whatFits(each, m)).join(m.or);
  if (node.enum !== undefined) return m.oneOf(node.enum.map(String).join(", "));
  if (node.const !== undefined) return m.exactly(String(node.const));
  return byType(node, m);
}

function byType(node: JsonSchema, m: Messages): string {
  switch (node.type) {
    case "string": return textThatFits(node, m);
    case "integer": return m.bounded(m.wholeNumber, safe(node.minimum), safe(node.maximum), "");
    case "number": return m.bounded(m.number, safe(node.minimum), safe(node.maximum), "");
    case "boolean": return m.yesOrNo;
    case "array": return listThatFits(node, m);
    case "object": return node.properties === undefined ? m.map : m.knownKey(Object.keys(node.properties).join(", "));
    default: return m.validValue;
  }
}

function textThatFits({ format, pattern, minLength, maxLength }: JsonSchema, m: Messages): string {
  if (format === "date") return m.date;
  if (format === "uri") return m.url;
  if (format === "email") return m.email;
  if (format === "starts_with") return m.startsWith(prefixOf(pattern ?? ""));
  if (pattern !== undefined) {
    const name = namedPatterns[`/${pattern}/`];
    return name === undefined ? m.pattern(pattern) : m[name];
  }
  return m.bounded(m.text, minLength === 1 ? undefined : minLength, maxLength, m.characters);
}

function listThatFits({ items, minItems, maxItems }: JsonSchema, m: Messages): string {
  const list = m.bounded(m.list, minItems, maxItems, "");
  // The keys of an object are told at the keys themselves.
  return items === undefined || items.properties !== undefined ? list : `${list}: ${whatFits(items, m)}`;
}

/** `^\/.*` begins with a slash. */
function prefixOf(pattern: string): string {
  return pattern.replace(/^\^/, "").replace(/\.\*$/, "").replaceAll("\\", "");
}

/** zod names the largest number that is safe where a schema names none. */
function safe(bound: number | undefined): number | undefined {
  return bound === undefined || Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;
}
