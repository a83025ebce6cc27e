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
const YAML_NAME = /^ya?ml[ \t]*$/i;

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
  const closing = CLOSING.exec(text.slice(from));
  if (closing === null) {
    return refused({ ...top, rule: "front-matter-unclosed", level: "error", expected: m.closingFence, got: "" });
  }
  const to = from + closing.index;
  const { written, problems } = readYaml({ file, text, from, to }, m);
  const body = blanked(text, to + closing[0].length);
  return written === undefined ? { body, problems } : { written, body, problems };
}

/** Keeps the line ends before the body, so that Markdown counts the lines of the file. */
function blanked(text: string, bodyStart: number): string {
  return text.slice(0, bodyStart).replaceAll(/[^\n]+/g, "") + text.slice(bodyStart);
}

function refused(problem: Problem): FrontMatter {
  return { body: "", problems: [problem] };
}

function firstLine(text: string): string {
  return (text.split("\n", 1)[0] ?? "").slice(0, 80);
}
