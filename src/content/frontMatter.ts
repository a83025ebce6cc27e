/**
 * Front matter from body.
 *
 * A file opens with a line of `---`, then YAML, then a line of `---`. Other languages than YAML are
 * refused, for they run code.
 */
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";
import type { Written } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

export interface FrontMatter {
  readonly written?: Written;
  /** The body on its own lines: the lines of the front matter stand before it, empty. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

const OPENING = /^---[ \t]*(\S[^\n]*)?(?:\n|$)/;
const CLOSING = /^---[ \t]*$/m;
/** Ends a document of YAML; what came after it would be text to us, and was meant as something else. */
const DOTS = /^\.\.\.[ \t]*$/m;
const YAML_NAME = /^ya?ml[ \t]*$/i;

/** Longer is a mistake or an attack, and YAML takes its time for it. */
const MAX_LENGTH = 128 * 1024;

/** Takes a file apart; never throws. */
export function readFrontMatter(text: string, file: string, m: Messages): FrontMatter {
  const opening = OPENING.exec(text);
  const language = opening?.[1];
  const top: Place = { file, line: 1, column: 1 };
  if (text.trim() === "") return refused({ ...top, rule: "empty-file", level: "error", expected: m.notEmpty, got: "" });
  if (opening === null || language?.startsWith("-")) {
    return refused({ ...top, rule: "front-matter-missing", level: "error", expected: m.openingFence, got: firstLine(text) });
  }
  if (language !== undefined && !YAML_NAME.test(language)) {
    return refused({ ...top, column: 4, rule: "front-matter-language", level: "error", expected: m.yamlOnly, got: language });
  }
  const from = opening[0].length;
  const rest = text.slice(from);
  const closing = CLOSING.exec(rest);
  const dots = DOTS.exec(closing === null ? rest : rest.slice(0, closing.index));
  if (dots !== null) return refused({ file, ...lineAt(text, from + dots.index), rule: "front-matter-unclosed", level: "error", expected: m.closingFence, got: "...", remedy: m.closingFenceRemedy });
  if (closing === null) return refused({ ...top, rule: "front-matter-unclosed", level: "error", expected: m.closingFence, got: "" });
  const to = from + closing.index;
  if (closing.index > MAX_LENGTH) return refused({ ...top, rule: "front-matter-too-large", level: "error", expected: m.maxFrontMatter(MAX_LENGTH), got: String(closing.index), remedy: m.moveToText });
  const { written, problems } = readYaml({ file, text, from, to }, m);
  const body = blanked(text, to + closing[0].length);
  return written === undefined ? { body, problems } : { written, body, problems };
}

/** Keeps the line ends before the body, so that Markdown counts the lines of the file. */
function blanked(text: string, bodyStart: number): string {
  return text.slice(0, bodyStart).replaceAll(/[^\n]+/g, "") + text.slice(bodyStart);
}

function lineAt(text: string, offset: number): { readonly line: number; readonly column: 1 } {
  return { line: text.slice(0, offset).split("\n").length, column: 1 };
}

function refused(problem: Problem): FrontMatter {
  return { body: "", problems: [problem] };
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 80);
}
