/** What a zod issue expected, in the language of the site. A message of the schema's own goes before it. */
import type { z } from "zod";
import { namedPatterns } from "./formats.ts";
import type { Messages } from "./messages.ts";

type Issue = z.core.$ZodRawIssue;

/** A table of issue codes; a code without a row is "a valid value". */
const byCode: { readonly [Code in Issue["code"]]?: (issue: Extract<Issue, { code: Code }>, m: Messages) => string } = {
  invalid_type: (issue, m) => typeName(issue.expected, m),
  invalid_value: (issue, m) => m.oneOf(issue.values.map(String).join(", ")),
  invalid_format: formatName,
  too_small: (issue, m) => withLength(lowerBound(issue.origin, issue.minimum, m), issue, m),
  too_big: (issue, m) => withLength(upperBound(issue.origin, issue.maximum, m), issue, m),
  not_multiple_of: (issue, m) => m.multipleOf(String(issue.divisor)),
};

export function expectedOf(issue: Issue, m: Messages): string {
  const row = byCode[issue.code] as ((issue: Issue, m: Messages) => string) | undefined;
  return row?.(issue, m) ?? m.validValue;
}

function typeName(expected: string, m: Messages): string {
  const names: Readonly<Record<string, string>> = {
    string: m.text,
    number: m.number,
    int: m.wholeNumber,
    boolean: m.yesOrNo,
    array: m.list,
    object: m.map,
    record: m.map,
    date: m.date,
  };
  return names[expected] ?? m.validValue;
}

function formatName(issue: Extract<Issue, { code: "invalid_format" }>, m: Messages): string {
  const { format } = issue;
  if (format === "date") return m.date;
  if (format === "url") return m.url;
  if (format === "email") return m.email;
  if (format === "starts_with") return m.startsWith(String(issue["prefix"]));
  if (format === "ends_with") return m.endsWith(String(issue["suffix"]));
  if (format === "includes") return m.includes(String(issue["includes"]));
  const name = namedPatterns[String(issue.pattern)];
  return name === undefined ? m.pattern(String(issue.pattern ?? format)) : m[name];
}

function lowerBound(origin: string, minimum: number | bigint, m: Messages): string {
  if (origin === "string") return m.minText(Number(minimum));
  return origin === "array" ? m.minList(Number(minimum)) : m.minNumber(String(minimum));
}

function upperBound(origin: string, maximum: number | bigint, m: Messages): string {
  if (origin === "string") return m.maxText(Number(maximum));
  return origin === "array" ? m.maxList(Number(maximum)) : m.maxNumber(String(maximum));
}

/** The number of characters is hard to count by eye. */
function withLength(bound: string, issue: { readonly input?: unknown }, m: Messages): string {
  const { input } = issue;
  return (typeof input === "string" || Array.isArray(input)) && input.length > 0 ? `${bound}; ${m.length(input.length)}` : bound;
}
