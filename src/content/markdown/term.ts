/**
 * Names of terms in the text of a page.
 *
 * `[steun]{.geen}` (or `{.none}`) says that a word is no term on this page; it is shown without the marks.
 * The names of all terms are known only when all pages are read, so they are looked for after parsing.
 */
import type { MarkdownIt, StateInline, Token } from "markdown-it";

/** The token of words that are no term here. */
export const PLAIN_WORDS = "plain_words";

const PLAIN = /^\[([^[\]\n]{1,100})\]\{\.(?:geen|none)\}/;

export function plainWords(md: MarkdownIt): void {
  md.inline.ruler.before("link", PLAIN_WORDS, (state: StateInline, silent: boolean): boolean => {
    // Long enough for what the pattern allows.
    const [whole, words] = PLAIN.exec(state.src.slice(state.pos, Math.min(state.pos + 120, state.posMax))) ?? [];
    if (whole === undefined || words === undefined) return false;
    if (!silent) state.push(PLAIN_WORDS, "", 0).content = words;
    state.pos += whole.length;
    return true;
  });
}

/** A text in which names may become links. */
export interface RunningText {
  readonly token: Token;
  /** A name here counts as used, but is no link of its own. */
  readonly inLink: boolean;
}

/** The texts of a page in their order, without headings, code and citations. */
export function* runningTexts(tokens: readonly Token[]): Iterable<RunningText> {
  for (const [index, block] of tokens.entries()) {
    if (block.type !== "inline" || tokens[index - 1]?.type === "heading_open") continue;
    let links = 0;
    for (const token of block.children ?? []) {
      if (token.type === "link_open") links += 1;
      if (token.type === "link_close") links -= 1;
      if (token.type === "text") yield { token, inLink: links > 0 };
    }
  }
}

/** The words that the writer of a page said are no terms here. */
export function plainWordsIn(tokens: readonly Token[]): readonly string[] {
  const inline = tokens.flatMap((block) => block.children ?? []);
  return inline.filter(({ type }) => type === PLAIN_WORDS).map(({ content }) => content);
}
