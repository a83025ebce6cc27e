/**
 * Offsets in the text of a block become lines and columns of the file.
 *
 * markdown-it takes the marks of quotes, lists and tables off before it reads the text of a block, so
 * each line is looked up again in the line that it came from.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import type { Place } from "../../problem.ts";
import { placeAt, startsOfLines } from "../places.ts";

/** Where the mark-up of a link or picture begins and ends in the text of its block. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const PLACED = ["link", "image", "autolink"];

/** Makes links and pictures remember where they stood. */
export function placed(md: MarkdownIt): void {
  // The rules have no public way to be wrapped; `at` replaces one, but does not hand out the old one.
  for (const { name, fn } of [...md.inline.ruler.__rules__]) {
    if (PLACED.includes(name)) md.inline.ruler.at(name, noting(fn));
  }
}

function noting(rule: (state: StateInline, silent: boolean) => boolean) {
  return (state: StateInline, silent: boolean): boolean => {
    const start = state.pos;
    const count = state.tokens.length;
    if (!rule(state, silent)) return false;
    if (silent) return true;
    // Text that was pending goes before the token that the rule made.
    const token = [state.tokens[count], state.tokens[count + 1]].find(isPlaced);
    if (token !== undefined) token.meta = { ...token.meta, span: { start, end: state.pos } satisfies Span };
    return true;
  };
}

function isPlaced(token: Token | undefined): token is Token {
  return token?.type === "link_open" || token?.type === "image";
}

export function spanOf(token: Token): Span {
  return (token.meta?.["span"] as Span | undefined) ?? { start: 0, end: 0 };
}

/** Offset of the address in `[text](address)`; of the link itself when it is a reference. */
export function destinationIn(content: string, { start, end }: Span): number {
  const markup = content.slice(start, end);
  if (markup.startsWith("<")) return start + 1;
  const at = markup.lastIndexOf("](");
  if (at === -1) return start;
  const spaces = /^[\s<]*/.exec(markup.slice(at + 2))?.[0].length ?? 0;
  return start + at + 2 + spaces;
}

/**
 * Finds the places of one file.
 *
 * Blocks are asked for in the order of the file, with the line on which they begin, from 0: the cells
 * of a table share a line, and each is looked for after the one before.
 */
export function placesIn(file: string, text: string): (block: Token, first: number) => (offset: number) => Place {
  const lines = text.split("\n");
  const nextColumns = new Map<number, number>();
  return (block, first) => {
    const columns = block.content.split("\n").map((line, index) => {
      const from = nextColumns.get(first + index) ?? 0;
      const column = columnOf(line, lines[first + index] ?? "", from);
      nextColumns.set(first + index, column + line.trim().length);
      return column;
    });
    const starts = startsOfLines(block.content);
    return (offset) => {
      const { line, column } = placeAt(file, starts, offset);
      return { file, line: first + line, column: Math.max(1, (columns[line - 1] ?? 0) + column) };
    };
  };
}

/** A pipe in a cell is written `\|`, and read without the backslash. */
function columnOf(line: string, source: string, from: number): number {
  const text = line.trim();
  const found = source.indexOf(text, from);
  if (found !== -1) return found - indentOf(line);
  const escaped = source.indexOf(text.replaceAll("|", "\\|"), from);
  return (escaped === -1 ? 0 : escaped) - indentOf(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
