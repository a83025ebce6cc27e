/** What the YAML parser found wrong, in words for an editor. */
import { isCollection, isScalar, isSeq, visit } from "yaml";
import type { Document, ErrorCode, YAMLError } from "yaml";
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";

interface Fault {
  readonly error: YAMLError;
  readonly document: Document.Parsed;
  readonly text: string;
  readonly m: Messages;
}

/** What is told of a fault: where, under which name, and what to do. */
interface Told {
  readonly offset: number;
  readonly rule: string;
  readonly expected: string;
  readonly remedy?: string;
}

/** Tells the first fault of syntax: what follows it follows from it, so the rest would be noise. */
export function problemOfSyntax(document: Document.Parsed, text: string, at: (offset: number) => Place, m: Messages): Problem | undefined {
  const error = [...document.errors, ...document.warnings][0];
  if (error === undefined) return undefined;
  const { offset, ...told } = toldOf({ error, document, text, m });
  return { ...at(offset), ...told, level: "error", got: restOfLine(text, offset) };
}

/** A table by the parser's code; a row may leave a fault to the last resort, which names the parser's words. */
const rows: { readonly [Code in ErrorCode]?: (fault: Fault, offset: number) => Told | undefined } = {
  MISSING_CHAR: (fault, offset) => unclosedQuote(fault, offset) ?? unclosedBracket(fault, offset) ?? missingColon(fault, offset),
  BAD_INDENT: unclosedBracket,
  MULTILINE_IMPLICIT_KEY: ({ m }, offset) => ({ offset, rule: "missing-colon", expected: m.keyColon }),
  BAD_DQ_ESCAPE: ({ m }, offset) => ({ offset, rule: "unknown-escape", expected: m.knownEscape, remedy: m.singleQuotes }),
  BLOCK_AS_IMPLICIT_KEY: ({ text, m }, offset) => (
    // Without a second colon on its line, it is the next line that is taken for more of this one.
    /:(?:\s|$)/.test(restOfLine(text, offset))
      ? { offset, rule: "unquoted-colon", expected: m.quoteColon, remedy: m.quoteColonRemedy }
      : { offset: nextLine(text, offset), rule: "bad-indentation", expected: m.sameIndentation }
  ),
  TAG_RESOLVE_FAILED: ({ m }, offset) => ({ offset, rule: "yaml-tag", expected: m.plainValue }),
  RESOURCE_EXHAUSTION: ({ m }, offset) => ({ offset, rule: "yaml-too-complex", expected: m.smallValue, remedy: m.smallValueRemedy }),
  MULTIPLE_DOCS: ({ m }, offset) => ({ offset, rule: "several-documents", expected: m.oneDocument, remedy: m.removeLine }),
  TAB_AS_INDENT: ({ m }, offset) => ({ offset, rule: "tab-indentation", expected: m.spacesForTab }),
  BAD_SCALAR_START: ({ m }, offset) => ({ offset, rule: "unquoted-sign", expected: m.quotedSign, remedy: m.quoteColonRemedy }),
  UNEXPECTED_TOKEN: ({ m, text }, offset) => (
    /["']/.test(text.slice(text.lastIndexOf("\n", offset) + 1, offset)) ? { offset, rule: "text-after-quote", expected: m.nothingAfterQuote, remedy: m.quoteWhole } : undefined
  ),
};

function toldOf(fault: Fault): Told {
  const { error: { code, message, pos }, text, m } = fault;
  const offset = Math.min(pos[0], text.length);
  return rows[code]?.(fault, offset) ?? { offset, rule: "invalid-yaml", expected: m.validYaml(message), remedy: m.quoteValueRemedy };
}

/** At the quote that opens, for the parser goes on to the end. */
function unclosedQuote({ error, document, m }: Fault, offset: number): Told | undefined {
  if (!error.message.includes("quote")) return undefined;
  let opening = offset;
  visit(document, {
    Scalar(_, node) {
      const start = node.range?.[0] ?? Infinity;
      if (isScalar(node) && node.type?.startsWith("QUOTE") && start <= offset) opening = start;
    },
  });
  return { offset: opening, rule: "unclosed-quote", expected: m.closingQuote };
}

/** At the bracket that opens, for the parser takes the lines after it for more of the list. */
function unclosedBracket({ document, text, m }: Fault, offset: number): Told | undefined {
  let told: Told | undefined;
  visit(document, {
    Collection(_, node) {
      const [start, end] = node.range ?? [Infinity, 0];
      if (!isCollection(node) || node.flow !== true || start > offset) return;
      const isClosed = text[end - 1] === (isSeq(node) ? "]" : "}");
      if (!isClosed) told = { offset: start, rule: "unclosed-bracket", expected: isSeq(node) ? m.closingSquare : m.closingCurly };
    },
  });
  return told;
}

function missingColon({ error, m }: Fault, offset: number): Told | undefined {
  return error.message.includes("map values") ? { offset, rule: "missing-colon", expected: m.keyColon } : undefined;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? offset : end + 1;
}

function restOfLine(text: string, offset: number): string {
  return (text.slice(offset).split("\n", 1)[0] ?? "").slice(0, 80);
}
