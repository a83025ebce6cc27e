/**
 * Reads the structure of a zod schema: which keys an object may hold, at any depth.
 *
 * zod drops keys that it does not know; for an editor a key that is not known is a typing error.
 */
import type { z } from "zod";

/** The part of a zod definition that is looked at; every kind of schema has some of it. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
}

export interface UnknownKey {
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly known: readonly string[];
}

/** Every key of the value, at any depth, that the schema does not name. */
export function unknownKeysOf(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
): UnknownKey[] {
  const definition = unwrapped(schema);
  if (Array.isArray(value)) {
    const { element } = definition;
    return element === undefined ? [] : value.flatMap((item, index) => unknownKeysOf(element, item, [...path, index]));
  }
  if (!isRecord(value)) return [];
  const { shape, valueType } = definition;
  if (shape !== undefined) return unknownKeysOfObject(shape, isOpen(definition), value, path);
  if (valueType === undefined) return [];
  return Object.entries(value).flatMap(([key, item]) => unknownKeysOf(valueType, item, [...path, key]));
}

function unknownKeysOfObject(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  open: boolean,
  value: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): UnknownKey[] {
  const known = Object.keys(shape);
  return Object.entries(value).flatMap(([key, item]) => {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema !== undefined) return unknownKeysOf(schema, item, [...path, key]);
    return open ? [] : [{ path: [...path, key], key, known }];
  });
}

/** `z.looseObject` and `.catchall` take every key; `z.strictObject` says never. */
function isOpen({ catchall }: Definition): boolean {
  return catchall !== undefined && definitionOf(catchall).type !== "never";
}

/** Looks through optional, default, nullable, readonly, catch and pipe. */
function unwrapped(schema: z.core.$ZodType): Definition {
  let definition = definitionOf(schema);
  for (let inner = innerOf(definition); inner !== undefined; inner = innerOf(definition)) {
    definition = definitionOf(inner);
  }
  return definition;
}

function innerOf(definition: Definition): z.core.$ZodType | undefined {
  return definition.innerType ?? (definition.type === "pipe" ? definition.in : undefined);
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as Definition;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
