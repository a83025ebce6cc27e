/**
 * What a result shows: title, trail and the text around the best spot; one small file a page.
 */
import { documentsOf, type SearchPage } from "./document.ts";

/** Longer sections are stored up to here, in UTF-16 code units; what follows is found, but not shown. */
const maxSectionLength = 6000;

/** Short keys: a reader downloads these. */
interface Stored {
  readonly u: string;
  readonly t: string;
  readonly k?: string;
  readonly p?: readonly string[];
  /** Anchor, heading and text of each section. */
  readonly s: readonly (readonly [string, string, string])[];
  /** For each document the place of its first section. */
  readonly d: readonly number[];
}

export interface PageExcerpt {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly trail: readonly string[];
  readonly sections: readonly { readonly anchor: string; readonly heading: string; readonly text: string }[];
  /** The places of the sections of a document, from (inclusive) and to (exclusive). */
  rangeOf(ordinal: number): readonly [number, number];
}

export function encodeExcerpt(page: SearchPage): string {
  const stored: Stored = {
    u: page.url,
    t: page.title,
    ...(page.kind ? { k: page.kind } : {}),
    ...(page.trail?.length ? { p: page.trail } : {}),
    s: page.sections.map(({ anchor, heading, text }) => [anchor, heading, cutAtWord(text, maxSectionLength)]),
    d: documentsOf(page, 0).map((document) => document.from),
  };
  return JSON.stringify(stored);
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  return text.slice(0, space > most / 2 ? space : most);
}

/** @throws SyntaxError when the text is no excerpt. */
export function decodeExcerpt(text: string): PageExcerpt {
  const stored: Partial<Stored> | null = JSON.parse(text);
  if (!stored || typeof stored.u !== "string" || typeof stored.t !== "string" || !Array.isArray(stored.s) || !Array.isArray(stored.d)) {
    throw new SyntaxError("search: expected an excerpt");
  }
  const { u, t, k = "", p = [], s, d } = stored;
  return {
    url: u,
    title: t,
    kind: k,
    trail: p,
    sections: s.map(([anchor, heading, text]) => ({ anchor, heading, text })),
    rangeOf: (ordinal) => [d[ordinal] ?? 0, d[ordinal + 1] ?? s.length],
  };
}
