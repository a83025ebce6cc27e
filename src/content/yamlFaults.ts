/** What the YAML parser found wrong, in words for an editor. */
import { isScalar, visit } from "yaml";
import type { Document, YAMLError } from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";

/**
 * Tells the first fault of syntax, or every key that stands there twice.
 *
 * What follows a fault of syntax follows from it, so the rest would be noise.
 */
export function problemOfSyntax(
  document: Document.Parsed,
  text: string,
  at: (offset: number) => Place,
  m: Messages,
): Problem[] {
  const faults = [...document.errors, ...document.warnings];
  const syntax = faults.find(({ code }) => code !== "DUPLICATE_KEY");
  if (syntax !== undefined) return [tell(syntax, document, text, at, m)];
  return faults.map((each) => tell(each, document, text, at, m));
}

function tell(error: YAMLError, document: Document.Parsed, text: string, at: (offset: number) => Place, m: Messages): Problem {
  const offset = Math.min(error.pos[0], text.length);
  const base = { level: "error", got: restOfLine(text, offset) } as const;
  if (error.code === "DUPLICATE_KEY") {
    return { ...base, ...at(offset), rule: "duplicate-key", expected: m.uniqueKey, got: wordAt(text, offset) };
  }
  if (error.code === "MISSING_CHAR" && error.message.includes("quote")) {
    const quote = openingQuoteBefore(document, offset) ?? offset;
    return { ...base, ...at(quote), rule: "unclosed-quote", expected: m.closingQuote, got: restOfLine(text, quote) };
  }
  if (error.code === "BLOCK_AS_IMPLICIT_KEY") {
    return { ...base, ...at(offset), rule: "unquoted-colon", expected: m.quoteColon, remedy: m.quoteColonRemedy };
  }
  if (error.code === "TAG_RESOLVE_FAILED") {
    return { ...base, ...at(offset), rule: "yaml-tag", expected: m.plainValue };
  }
  return { ...base, ...at(offset), rule: "invalid-yaml", expected: m.validYaml(error.message), remedy: m.quoteValueRemedy };
}

/** Where a quote that never closes was opened. */
function openingQuoteBefore(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, node) {
      const start = node.range?.[0] ?? Infinity;
      if (isScalar(node) && node.type?.startsWith("QUOTE") && start <= offset) found = start;
    },
  });
  return found;
}

function restOfLine(text: string, offset: number): string {
  return (text.slice(offset).split("\n", 1)[0] ?? "").slice(0, 80);
}

function wordAt(text: string, offset: number): string {
  return restOfLine(text, offset).split(":", 1)[0] ?? "";
}
