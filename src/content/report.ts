/** Problems as an editor reads them: one line each, sorted by file, line and column. */
import type { Problem, ProblemLanguage } from "../problem.ts";
import { messagesIn } from "./messages.ts";

/** A rule that one file breaks more often than this has one cause; the rest is counted. */
const MAX_ALIKE = 50;

/** Longer values are cut. */
const MAX_SHOWN = 320;

/** By file, line, column and rule; the same in every locale. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.got, b.got),
  );
}

/** `site/themas/warmte.md:4:9 unknown-reference: verwacht …, kreeg "enegrie"; bedoelde u "energie"?` */
export function formatProblem(problem: Problem, language: ProblemLanguage): string {
  const m = messagesIn(language);
  const got = problem.got === "" ? m.nothing : `"${oneLine(problem.got)}"`;
  const place = `${oneLine(problem.file)}:${problem.line}:${problem.column}`;
  const fault = `${m.levels[problem.level]}${m.expected} ${oneLine(problem.expected)}, ${m.got} ${got}`;
  const nearest = problem.nearest === undefined ? "" : `; ${m.didYouMean(oneLine(problem.nearest))}`;
  const remedy = problem.remedy === undefined ? "" : `${nearest === "" ? ". " : " "}${oneLine(problem.remedy)}`;
  return `${place} ${problem.rule}: ${fault}${nearest}${remedy}`;
}

/** All problems and their number; empty when there are none. */
export function formatReport(problems: readonly Problem[], language: ProblemLanguage): string {
  if (problems.length === 0) return "";
  const m = messagesIn(language);
  const sorted = sortProblems(problems);
  const shown = withoutRepetition(sorted);
  const lines = shown.map((problem) => formatProblem(problem, language));
  if (sorted.length > shown.length) lines.push(m.more(sorted.length - shown.length));
  lines.push(summaryOf(problems, language));
  return lines.join("\n");
}

/** `5 problems in 3 files`. */
export function summaryOf(problems: readonly Problem[], language: ProblemLanguage): string {
  return messagesIn(language).summary(problems.length, new Set(problems.map(({ file }) => file)).size);
}

function withoutRepetition(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems.filter(({ file, rule }) => {
    const count = (counts.get(`${file} ${rule}`) ?? 0) + 1;
    counts.set(`${file} ${rule}`, count);
    return count <= MAX_ALIKE;
  });
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name or a value may hold line ends and worse: a report is a line for each problem. */
function oneLine(text: string): string {
  const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  return shown.replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, escaped);
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
