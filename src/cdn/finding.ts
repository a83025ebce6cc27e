/** What is wrong with the output, and where: a rule of the audit, of fingerprints or of redirects. */
import type { Problem, ProblemLanguage } from "../problem.ts";
import { en, type Messages } from "./messages/en.ts";
import { nl } from "./messages/nl.ts";

export type Rule = keyof typeof en.rules;

export interface Finding {
  readonly rule: Rule;
  /** Where it stands, in UTF-16 code units of the text. */
  readonly at: number;
  /** What stands there. */
  readonly got: string;
}

const messages: Readonly<Record<ProblemLanguage, Messages>> = { en, nl };

export const messagesIn = (language: ProblemLanguage): Messages => messages[language];

/** A longer value is cut: a style sheet on one line says less than its beginning. */
const maxShown = 80;

/** @param source - The file that the page was made from, where that is known. */
export function problemOf({ rule, at, got }: Finding, file: string, text: string, language: ProblemLanguage, source?: string): Problem {
  const { rules, from } = messages[language];
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  const shown = got.length > maxShown ? `${got.slice(0, maxShown)}…` : got;
  const { expected, remedy } = rules[rule];
  return {
    file, line, column: at - before.lastIndexOf("\n"), rule, level: "error", expected, got: shown,
    remedy: source === undefined ? remedy : `${remedy} ${from(source)}`,
  };
}

/** A line for each problem, sorted, and their number; a rule that one page breaks often is told a few times. */
export function reportOf(problems: readonly Problem[], language: ProblemLanguage): string {
  const words = messages[language];
  const sorted = [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
  const lines = sorted.slice(0, maxTold).map(({ file, line, column, rule, expected, got, remedy }) =>
    oneLine(`${file}:${line}:${column} ${rule}: ${words.expected} ${expected}, ${words.got} ${got === "" ? words.nothing : `"${got}"`}. ${remedy ?? ""}`.trimEnd()));
  const rest = sorted.length > maxTold ? [words.more(sorted.length - maxTold)] : [];
  return [...lines, ...rest, summaryOf(problems, language)].join("\n");
}

/** A fault of a layout stands on every page; one cause need not fill a screen a hundred times. */
const maxTold = 100;

export function summaryOf(problems: readonly Problem[], language: ProblemLanguage): string {
  return messages[language].summary(problems.length, new Set(problems.map(({ file }) => file)).size);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, " ");
