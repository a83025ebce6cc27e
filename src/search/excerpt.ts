/**
 * What a result shows: title, trail and the text around the best spot.
 *
 * A page has a file for every two of its documents: short pages have one, and of a long one a reader
 * fetches the part that answers.
 */
import { documentsOf, type SearchDocument, type SearchPage, type Section } from "./document.ts";

/** Longer sections are stored up to here, in UTF-16 code units; what follows is found, but not shown. */
const maxSectionLength = 6000;
/** Of the top of the page, for the parts that do not hold it. */
const leadLength = 200;
const documentsPerPart = 2;

/** The part of a page that holds a document. */
export const partOf = (ordinal: number): number => Math.floor(ordinal / documentsPerPart);

/** Short keys: a reader downloads these. */
interface Stored {
  readonly u: string;
  readonly t: string;
  readonly k?: string;
  readonly p?: readonly string[];
  /** The beginning of the page, where it is not in this part. */
  readonly l?: string;
  /** Anchor, heading and text of each section. */
  readonly s: readonly (readonly [string, string, string])[];
  /** For each document of the part the place of its first section. */
  readonly d: readonly number[];
}

export interface PageExcerpt {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly trail: readonly string[];
  /** The beginning of the page. */
  readonly lead: string;
  /** Those of this part of the page. */
  readonly sections: readonly Section[];
  /** The places in `sections` of those of a document, from (inclusive) and to (exclusive); none when it is in another part. */
  rangeOf(ordinal: number): readonly [number, number];
}

/** The parts of a page, in their order; each page has at least one. */
export function encodeExcerpts(page: SearchPage, documents: readonly SearchDocument[] = documentsOf(page, 0)): readonly string[] {
  const parts: SearchDocument[][] = [];
  for (const document of documents) (parts[partOf(document.ordinal)] ??= []).push(document);
  return parts.map((part, at) => encodePart(page, part, at));
}

function encodePart(page: SearchPage, part: readonly SearchDocument[], at: number): string {
  const from = part[0]?.from ?? 0;
  const lead = page.sections[0]?.text ?? "";
  const stored: Stored = {
    u: page.url,
    t: page.title,
    ...(page.kind ? { k: page.kind } : {}),
    ...(page.trail?.length ? { p: page.trail } : {}),
    ...(at > 0 && lead !== "" ? { l: cutAtWord(lead, leadLength) } : {}),
    s: page.sections.slice(from, part.at(-1)?.to).map(({ anchor, heading, text }) => [anchor, heading, cutAtWord(text, maxSectionLength)]),
    d: part.map((document) => document.from - from),
  };
  return JSON.stringify(stored);
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  return text.slice(0, space > most / 2 ? space : most);
}

/**
 * @param part - Which part of the page it is.
 * @throws SyntaxError or TypeError when the text is no excerpt.
 */
export function decodeExcerpt(text: string, part: number): PageExcerpt {
  const { u, t, k = "", p = [], l = "", s, d }: Stored = JSON.parse(text);
  const sections = s.map(([anchor, heading, text]) => ({ anchor, heading, text }));
  // What is drawn later must not fail there; what is no list has no `flat`.
  if ([u, t, k, l, `${d.flat()}`, p.flat(), sections.map(Object.values)].flat(2).some((one) => typeof one !== "string")) throw new SyntaxError("search: expected an excerpt");
  return {
    url: u,
    title: t,
    kind: k,
    trail: p,
    lead: l || sections[0]?.text || "",
    sections,
    rangeOf(ordinal) {
      if (partOf(ordinal) !== part) return [0, 0];
      const at = ordinal - part * documentsPerPart;
      return [d[at] ?? s.length, d[at + 1] ?? s.length];
    },
  };
}
