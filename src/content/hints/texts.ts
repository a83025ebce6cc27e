/**
 * The running text of a page as readers see it: without marks and citations, each character with its place.
 *
 * Headings are left out: they are names, not sentences.
 */
import type { Token } from "markdown-it";
import type { Place } from "../../problem.ts";
import type { ParsedMarkdown } from "../markdown/parse.ts";
import { PLAIN_WORDS } from "../markdown/term.ts";

/** A paragraph, an item of a list or a cell of a table. */
export interface RunningBlock {
  readonly form: "paragraph" | "item" | "cell";
  /** Counts paragraphs, whole lists and whole tables, from 0. */
  readonly group: number;
  readonly text: string;
  /** Where in the text a citation stands. */
  readonly citedAt: readonly number[];
  readonly placeAt: (offset: number) => Place;
}

export function runningBlocks({ tokens, placesOf }: ParsedMarkdown): readonly RunningBlock[] {
  const blocks: RunningBlock[] = [];
  let depth = 0;
  let group = -1;
  for (const [index, token] of tokens.entries()) {
    const isGroup = /^(?:bullet_list|ordered_list|table)_(?:open|close)$/.test(token.type);
    if (depth === 0 && (token.type === "paragraph_open" || token.type === "heading_open" || isGroup && token.nesting === 1)) group += 1;
    if (isGroup) depth += token.nesting;
    const placeAt = placesOf.get(token);
    const opener = tokens[index - 1]?.type ?? "";
    if (placeAt === undefined || opener === "heading_open") continue;
    blocks.push({ form: formOf(opener, depth), group, ...visible(token, placeAt) });
  }
  return blocks;
}

function formOf(opener: string, depth: number): RunningBlock["form"] {
  if (/^t[dh]_open$/.test(opener)) return "cell";
  return depth > 0 ? "item" : "paragraph";
}

/** A piece of visible text, and where it stands in the text with its marks. */
interface Piece {
  readonly from: number;
  readonly source: number;
}

function visible(block: Token, placeAt: (offset: number) => Place): Pick<RunningBlock, "text" | "citedAt" | "placeAt"> {
  const pieces: Piece[] = [];
  const citedAt: number[] = [];
  let text = "";
  let cursor = 0;
  for (const token of block.children ?? []) {
    const shown = shownOf(token);
    const found = token.content === "" ? -1 : block.content.indexOf(token.content, cursor);
    // What is written as an entity or an escape is not found again; the piece before it tells about where.
    const source = found === -1 ? cursor : found;
    if (token.type === "citation") citedAt.push(text.length);
    if (shown.trim() !== "") pieces.push({ from: text.length, source });
    text += shown;
    if (found !== -1) cursor = found + token.content.length;
  }
  return { text, citedAt, placeAt: (offset) => placeAt(sourceOf(offset, pieces)) };
}

function sourceOf(offset: number, pieces: readonly Piece[]): number {
  const piece = pieces.findLast(({ from }) => from <= offset);
  return piece === undefined ? 0 : piece.source + offset - piece.from;
}

function shownOf({ type, content }: Token): string {
  if (type === "text" || type === "code_inline" || type === PLAIN_WORDS) return content;
  return type === "softbreak" || type === "hardbreak" ? " " : "";
}
