/**
 * Citations in Markdown: `[@a]`, `[@a; @b]`, `[@a, stand 2025-10]`.
 *
 * A citation is never a link of Markdown: `[@a](x)` stays one.
 */
import { isPartialDate } from "../formats.ts";
import type { MarkdownIt, StateInline } from "markdown-it";

/** One source of a citation. */
export interface CitedName {
  readonly name: string;
  readonly asOf?: string;
  /** Offset of `@` in the text of the block. */
  readonly at: number;
}

/** What the token of a citation carries. */
export interface CitationMeta {
  readonly names: readonly CitedName[];
  /** Offset of what cannot be read, such as a note that is no date. */
  readonly malformed?: number;
  readonly inLink: boolean;
}

/** A citation is short; without a limit, a page of `[@` would be read over and over. */
const MAX_CITATION = 1000;

const ITEM = /^\s*@([^\s,;@]+)\s*(?:,\s*(.*?)\s*)?$/s;
const AS_OF = /^(?:stand|as of)\s+(\S+)$/i;

export function citations(md: MarkdownIt): void {
  md.inline.ruler.before("link", "citation", citation);
}

function citation(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith("[@", pos)) return false;
  const end = src.slice(pos, Math.min(pos + MAX_CITATION, state.posMax)).indexOf("]");
  if (end === -1) return false;
  const after = src[pos + end + 1];
  if (after === "(" || after === "[" || after === ":") return false;
  if (!silent) {
    const token = state.push("citation", "", 0);
    token.content = src.slice(pos, pos + end + 1);
    token.meta = { ...metaOf(src.slice(pos + 1, pos + end), pos + 1), inLink: state.linkLevel > 0 } satisfies CitationMeta;
  }
  state.pos = pos + end + 1;
  return true;
}

function metaOf(text: string, start: number): Omit<CitationMeta, "inLink"> {
  const names: CitedName[] = [];
  let at = start;
  for (const item of text.split(";")) {
    const [, name, note] = ITEM.exec(item) ?? [];
    const asOf = note === undefined ? undefined : AS_OF.exec(note)?.[1];
    const first = at + item.length - item.trimStart().length;
    if (name === undefined || (note !== undefined && !isPartialDate(asOf ?? ""))) return { names, malformed: first };
    names.push({ name: name.normalize("NFC"), at: first, ...(asOf === undefined ? {} : { asOf }) });
    at += item.length + 1;
  }
  return { names };
}
