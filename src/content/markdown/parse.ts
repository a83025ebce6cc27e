/**
 * Markdown into tokens, and what in them must be checked: headings, links, pictures and citations.
 *
 * The tokens are parsed once, checked, and rendered as they are: what was checked is what is shown.
 */
import GithubSlugger from "github-slugger";
import MarkdownItParser from "markdown-it";
import type { MarkdownIt, Token } from "markdown-it";
import type { Place } from "../../problem.ts";
import type { Heading } from "../model.ts";
import { slugOf } from "../slug.ts";
import { citations } from "./citation.ts";
import type { CitationMeta, CitedName } from "./citation.ts";
import { destinationIn, placed, placesIn, spanOf } from "./places.ts";
import { PLAIN_WORDS, plainWords } from "./term.ts";
import { textFaultsIn } from "./textFaults.ts";
import type { TextFault } from "./textFaults.ts";

/** A link or a picture; its token gets its final address once all pages are known. */
export interface FoundLink {
  readonly token: Token;
  readonly isImage: boolean;
  /** As written, after the percent-encoding of markdown-it. */
  readonly target: string;
  /** Of the address. */
  readonly place: Place;
}

export interface FoundCitation extends CitedName {
  readonly token: Token;
  readonly place: Place;
}

export interface FoundHeading extends Heading {
  readonly place: Place;
}

/** Something in a citation that cannot be. */
export interface CitationFault {
  readonly fault: "malformed" | "misplaced";
  readonly got: string;
  readonly place: Place;
}

export interface ParsedMarkdown {
  readonly tokens: Token[];
  readonly headings: readonly FoundHeading[];
  readonly links: readonly FoundLink[];
  readonly citations: readonly FoundCitation[];
  readonly citationFaults: readonly CitationFault[];
  readonly textFaults: readonly TextFault[];
  /** For each block of text: where an offset in its content stands in the file. */
  readonly placesOf: ReadonlyMap<Token, (offset: number) => Place>;
}

/** The parser of a site: raw HTML off, citations on when the site has sources, `[word]{.geen}` when it has terms. */
export function markdownParser(withCitations: boolean, withTerms = false): MarkdownIt {
  const md = new MarkdownItParser({ html: false, linkify: false, typographer: false });
  if (withCitations) citations(md);
  if (withTerms) plainWords(md);
  placed(md);
  // Addresses are judged by our own rules, which can name file, line and column.
  md.validateLink = () => true;
  return md;
}

interface Found {
  readonly headings: FoundHeading[];
  readonly links: FoundLink[];
  readonly citations: FoundCitation[];
  readonly citationFaults: CitationFault[];
}

/** @param text - With the lines of the front matter left empty, so that lines are those of the file. */
export function parseMarkdown(md: MarkdownIt, text: string, file: string): ParsedMarkdown {
  const tokens = md.parse(text, {});
  const found: Found = { headings: [], links: [], citations: [], citationFaults: [] };
  const nextBlock = placesIn(file, text);
  const placesOf = new Map<Token, (offset: number) => Place>();
  const slugger = new GithubSlugger();
  const { read, faults: textFaults } = textFaultsIn();
  let line = 0;
  for (const [index, block] of tokens.entries()) {
    // The cells of a table have no line of their own; their row has.
    line = block.map?.[0] ?? line;
    if (block.type !== "inline") continue;
    const placeAt = nextBlock(block, line);
    placesOf.set(block, placeAt);
    const opening = tokens[index - 1];
    const isHeading = opening?.type === "heading_open";
    collect(block, placeAt, isHeading, found);
    read(block, placeAt);
    if (isHeading) found.headings.push(headingOf(opening, block, slugger, placeAt(0)));
  }
  return { tokens, ...found, textFaults, placesOf };
}

function collect(block: Token, placeAt: (offset: number) => Place, isHeading: boolean, found: Found): void {
  for (const token of block.children ?? []) {
    if (token.type === "link_open" || token.type === "image") {
      const isImage = token.type === "image";
      const target = String(token.attrGet(isImage ? "src" : "href") ?? "");
      const place = placeAt(destinationIn(block.content, spanOf(token)));
      found.links.push({ token, isImage, target, place });
      if (isImage) collectAlternative(token, place, found);
    }
    if (token.type === "citation") collectCitation(token, placeAt, isHeading, found);
  }
}

/** The text of a picture is text alone: no number can stand in it, and no mark. */
function collectAlternative({ children }: Token, place: Place, found: Found): void {
  for (const token of children ?? []) {
    if (token.type === "citation") found.citationFaults.push({ fault: "misplaced", got: token.content, place });
    if (token.type === PLAIN_WORDS) token.type = "text";
  }
}

function collectCitation(token: Token, placeAt: (offset: number) => Place, isHeading: boolean, found: Found): void {
  const { names, malformed, inLink } = token.meta as unknown as CitationMeta;
  const got = token.content;
  if (malformed !== undefined) found.citationFaults.push({ fault: "malformed", got, place: placeAt(malformed) });
  if (isHeading || inLink) found.citationFaults.push({ fault: "misplaced", got, place: placeAt(names[0]?.at ?? 0) });
  found.citations.push(...names.map((name) => ({ ...name, token, place: placeAt(name.at) })));
}

function headingOf(opening: Token, block: Token, slugger: GithubSlugger, place: Place): FoundHeading {
  const text = textOf(block.children ?? []).trim();
  // A heading of signs alone (`## ???`) has no slug of its own.
  const hasSlug = new GithubSlugger().slug(text).replaceAll("-", "") !== "";
  const id = slugger.slug(hasSlug ? text : slugOf(text));
  opening.attrSet("id", id);
  return { level: Number(opening.tag.slice(1)), id, text, place };
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => {
    if (token.type === "text" || token.type === "code_inline" || token.type === PLAIN_WORDS) return token.content;
    if (token.type === "image") return textOf(token.children ?? []);
    return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
  }).join("");
}
