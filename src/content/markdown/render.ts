/** Tokens into HTML. Nothing in content makes it throw: whatever could be wrong was a problem before. */
import type { MarkdownIt, Token } from "markdown-it";
import type { Messages } from "../messages.ts";
import type { Citation, Page } from "../model.ts";

/** What the token of a citation shows: a number for each source. */
export interface CitationLink {
  readonly citation: Citation;
  readonly source: Page;
  readonly href: string;
}

export function renderMarkdown(md: MarkdownIt, tokens: Token[], links: ReadonlyMap<Token, readonly CitationLink[]>, m: Messages): string {
  md.renderer.rules["citation"] = (all, index) => {
    const token = all[index];
    const cited = (token && links.get(token)) ?? [];
    return cited.length === 0 ? escapeHtml(token?.content ?? "") : citationHtml(cited, m);
  };
  return md.renderer.render(tokens, md.options, {});
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
