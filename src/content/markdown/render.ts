/** Tokens into HTML. Nothing in content makes it throw: whatever could be wrong was a problem before. */
import type { MarkdownIt, Token } from "markdown-it";
import type { Messages } from "../messages.ts";
import type { Citation, Page, TermUse } from "../model.ts";
import { PLAIN_WORDS } from "./term.ts";

/** What the token of a citation shows: a number for each source. */
export interface CitationLink {
  readonly citation: Citation;
  readonly source: Page;
  readonly href: string;
}

/** What a name of a term in a text shows, and where in its token it stands. */
export interface TermLink {
  readonly start: number;
  readonly end: number;
  readonly use: TermUse;
  readonly href: string;
}

/** What is shown in the place of a token, by the token. */
export interface Shown {
  readonly citations: ReadonlyMap<Token, readonly CitationLink[]>;
  /** In the order of the text. */
  readonly terms: ReadonlyMap<Token, readonly TermLink[]>;
}

export function renderMarkdown(md: MarkdownIt, tokens: Token[], { citations, terms }: Shown, m: Messages): string {
  md.renderer.rules["citation"] = (all, index) => {
    const token = all[index];
    const cited = (token && citations.get(token)) ?? [];
    return cited.length === 0 ? escapeHtml(token?.content ?? "") : citationHtml(cited, m);
  };
  md.renderer.rules["text"] = (all, index) => {
    const token = all[index];
    if (token === undefined) return "";
    const html = textHtml(token.content, terms.get(token) ?? []);
    return all[index + 1]?.type === "citation" ? keptTogether(html) : html;
  };
  md.renderer.rules[PLAIN_WORDS] = (all, index) => escapeHtml(all[index]?.content ?? "");
  return md.renderer.render(tokens, md.options, {});
}

/** A citation never begins a line: the space before it does not break. */
const keptTogether = (html: string): string => html.replace(/ $/, "\u00a0");

function textHtml(text: string, links: readonly TermLink[]): string {
  let html = "";
  let from = 0;
  for (const { start, end, use, href } of links) {
    html += escapeHtml(text.slice(from, start));
    html += `<a id="${use.anchor}" class="term" href="${escapeHtml(href)}" aria-describedby="${use.meaning}">${escapeHtml(text.slice(start, end))}</a>`;
    from = end;
  }
  return html + escapeHtml(text.slice(from));
}

function citationHtml(cited: readonly CitationLink[], m: Messages): string {
  const links = cited.map(({ citation, source, href }) => {
    const label = escapeHtml(m.citationLabel(citation.number, source.title, citation.asOf));
    return `<a id="${citation.anchor}" class="citation" href="${escapeHtml(href)}" aria-label="${label}">[${citation.number}]</a>`;
  });
  // A number is no word of the text: search leaves it out.
  return `<span class="citations" data-search-ignore>${links.join("")}</span>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
