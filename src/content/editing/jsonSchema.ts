/**
 * The front matter of a kind as JSON Schema (draft 7, which every editor reads).
 *
 * References become lists of what exists, so that an editor can complete them; each key says in the
 * language of the site what it may hold, where the schema does not describe it itself.
 */
import { z } from "zod";
import type { Messages } from "../messages.ts";
import type { Kind, RelationRule } from "../model.ts";
import { targetsOf } from "../options.ts";
import { whatFits } from "./whatFits.ts";

/** The part of JSON Schema that zod writes and that is read here. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** More names than this are no help in a line of text. */
const MAX_NAMED = 12;

/** Names and kinds of all pages: what references may say. */
export type Known = readonly { readonly kind: string; readonly name: string }[];

/** @param schema - With the keys that every kind may have. */
export function frontMatterSchema(kind: Kind, schema: z.ZodObject, known: Known, kinds: readonly string[], m: Messages): JsonSchema {
  const written = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any", override: describePattern }) as JsonSchema;
  const properties = Object.entries(written.properties ?? {}).map(([key, node]) => {
    const rule = kind.relations[key];
    return [key, described(closed(rule === undefined ? node : referring(node, rule, known, kinds, m)), m)] as const;
  });
  return { ...written, properties: Object.fromEntries(properties), additionalProperties: false };
}

/** A pattern says nothing to an editor; the words that its writer gave it do. */
function describePattern({ zodSchema, jsonSchema }: { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  for (const check of zodSchema._zod.def.checks ?? []) {
    const { error, check: sort } = check._zod.def;
    if (sort !== "string_format" || error === undefined) continue;
    const message = (error as z.core.$ZodErrorMap)({ code: "invalid_format", format: "regex", input: "" });
    const text = typeof message === "string" ? message : message?.message;
    if (text !== undefined) jsonSchema.description ??= text;
  }
}

/** Keys that an object does not name are problems, at any depth. */
function closed(node: JsonSchema): JsonSchema {
  const { items, properties, anyOf } = node;
  return {
    ...node,
    ...(items === undefined ? {} : { items: closed(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(closed) }),
    ...(properties === undefined ? {} : { properties: mapped(properties, closed), additionalProperties: node.additionalProperties ?? false }),
  };
}

/** Puts what exists where a relation is written: as text, in a list, or under a key of objects in a list. */
function referring(node: JsonSchema, rule: RelationRule, known: Known, kinds: readonly string[], m: Messages): JsonSchema {
  const { items, properties, anyOf } = node;
  if (items !== undefined) return { ...node, items: referring(items, rule, known, kinds, m) };
  if (anyOf !== undefined) return { ...node, anyOf: anyOf.map((each) => referring(each, rule, known, kinds, m)) };
  const { field } = rule;
  const inner = field === undefined ? undefined : properties?.[field];
  if (field !== undefined && inner !== undefined) return { ...node, properties: { ...properties, [field]: reference(inner, rule, known, kinds, m) } };
  return node.type === "string" ? reference(node, rule, known, kinds, m) : node;
}

function reference(node: JsonSchema, { to }: RelationRule, known: Known, kinds: readonly string[], m: Messages): JsonSchema {
  const targets = targetsOf(to, kinds);
  const fitting = known.filter(({ kind }) => targets.includes(kind));
  const names = unique(fitting.map(({ name }) => name));
  const some = names.length > MAX_NAMED ? "" : names.join(", ");
  const description = node.description ?? (to === "*" ? m.qualifiedReference : m.reference(targets.join(m.or), some));
  // A list of values may not be empty in JSON Schema.
  if (fitting.length === 0) return { type: "string", description };
  if (to === "*") return { type: "string", description, enum: unique(fitting.map(({ kind, name }) => `${kind}:${name}`)) };
  return { type: "string", description, anyOf: [{ enum: names }, { pattern: `^(?:${targets.join("|")}):` }] };
}

function described(node: JsonSchema, m: Messages): JsonSchema {
  const { items, properties } = node;
  return {
    ...node,
    description: whatFits(node, m),
    ...(items === undefined ? {} : { items: described(items, m) }),
    ...(properties === undefined ? {} : { properties: mapped(properties, (each) => described(each, m)) }),
  };
}

function mapped(properties: Readonly<Record<string, JsonSchema>>, change: (node: JsonSchema) => JsonSchema): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(properties).map(([key, node]) => [key, change(node)]));
}

/** Sorted by UTF-16 code units: the same on every computer. */
function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
