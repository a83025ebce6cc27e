/** Front matter, `unknown` until here, becomes what the schema of its kind promises, or problems. */
import type { z } from "zod";
import type { Problem } from "../problem.ts";
import { expectedOf } from "./expected.ts";
import type { Messages } from "./messages.ts";
import { nearestTo } from "./nearest.ts";
import { unknownKeysOf } from "./schema.ts";
import type { UnknownKey } from "./schema.ts";
import type { Path, Written } from "./yaml.ts";

export interface Validated {
  /** Present when the front matter is as the schema says. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** Looking for what was meant costs time, and a file with more unknown keys than this is of another kind. */
const MAX_NEAREST = 50;
const MAX_UNKNOWN = 1000;

/**
 * Checks the data of one page.
 *
 * @param schema - With the keys that every kind may have.
 * @param at - Where the data begins: nowhere special in front matter, its key in a list file.
 */
export function validate(schema: z.ZodObject, raw: unknown, written: Written, at: Path, m: Messages): Validated {
  const value = structuredCopy(raw);
  const unknown = unknownKeysOf(schema, value).slice(0, MAX_UNKNOWN);
  const result = parse(schema, value, written, at, m);
  if (result.success && unknown.length === 0) return { data: result.data, problems: [] };
  const issues = result.success ? [] : result.error.issues.filter(({ code }) => code !== "unrecognized_keys");
  const missing = new Map(issues.filter(({ path }) => valueAt(value, path as Path) === undefined).map((issue) => [keyOf(issue.path as Path), issue]));
  const keys = unknown.map((key, index) => problemOfKey(key, index < MAX_NEAREST, missing, written, at, m));
  // A key that was mistyped is not missing as well.
  const faults = issues.filter((issue) => missing.get(keyOf(issue.path as Path)) !== undefined || valueAt(value, issue.path as Path) !== undefined);
  return { problems: [...keys, ...faults.map((issue) => problemOfIssue(issue, value, written, at, m))] };
}

/** What is missing beside it was meant, if it looks like it: that is then taken from `missing`. */
function problemOfKey({ path, key, known }: UnknownKey, mayLook: boolean, missing: Map<string, z.core.$ZodIssue>, written: Written, at: Path, m: Messages): Problem {
  const around = path.slice(0, -1);
  const absent = known.filter((each) => missing.has(keyOf([...around, each])));
  const meant = mayLook ? nearestTo(key, absent) : undefined;
  if (meant !== undefined) missing.delete(keyOf([...around, meant]));
  const nearest = meant ?? (mayLook ? nearestTo(key, known) : undefined);
  return problem(written.placeOfKey([...at, ...path]), "unknown-key", m.knownKey(known.join(", ")), key, nearest);
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/**
 * Parses; where text was expected and a number or a yes stands, the text is what the file says.
 *
 * An editor who writes `titel: 0123` means those four characters.
 */
function parse(schema: z.ZodObject, value: unknown, written: Written, at: Path, m: Messages) {
  const error = (issue: z.core.$ZodRawIssue): string => expectedOf(issue, m);
  const first = schema.safeParse(value, { error, reportInput: true });
  if (first.success) return first;
  const changed = first.error.issues.flatMap(leavesOf).filter((issue) => asWritten(issue, value, written, at));
  return changed.length === 0 ? first : schema.safeParse(value, { error, reportInput: true });
}

interface Leaf {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly wantsText: boolean;
}

/** The issues inside the branches of a union count as well. */
function leavesOf(issue: z.core.$ZodIssue): Leaf[] {
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().flatMap(leavesOf);
    return inner.map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] }));
  }
  return [{ code: issue.code, path: issue.path, wantsText: issue.code === "invalid_type" && issue.expected === "string" }];
}

function asWritten(leaf: Leaf, value: unknown, written: Written, at: Path): boolean {
  const path = leaf.path as Path;
  const current = valueAt(value, path);
  if (!leaf.wantsText || (typeof current !== "number" && typeof current !== "boolean")) return false;
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  const source = written.sourceOf([...at, ...path]);
  if (source === undefined || key === undefined || typeof parent !== "object" || parent === null) return false;
  (parent as Record<string | number, unknown>)[key] = source;
  return true;
}

function problemOfIssue(issue: z.core.$ZodIssue, value: unknown, written: Written, at: Path, m: Messages): Problem {
  const path = issue.path as Path;
  const got = valueAt(value, path);
  const place = written.placeOf([...at, ...path]);
  const options = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const expected = issue.code === "invalid_union" ? unionOf(issue, m) : issue.message;
  if (got === undefined || got === null) {
    const key = path.at(-1);
    return problem(place, "missing-value", typeof key === "string" ? m.requiredKey(key, expected) : expected, "");
  }
  const shown = written.sourceOf([...at, ...path]) ?? textOf(got);
  return problem(place, "invalid-value", expected, shown, nearestTo(shown, options));
}

function unionOf(issue: z.core.$ZodIssueInvalidUnion, m: Messages): string {
  const branches = issue.errors.map((branch) => branch[0]?.message ?? "").filter((message) => message !== "");
  return branches.length === 0 ? m.validValue : [...new Set(branches)].join(m.or);
}

function problem(place: Omit<Problem, "rule" | "level" | "expected" | "got">, rule: string, expected: string, got: string, nearest?: string): Problem {
  return { ...place, rule, level: "error", expected, got, ...(nearest === undefined ? {} : { nearest }) };
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}

/** The copy may be changed; what was read may not. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, structuredCopy(item)]));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
