/**
 * What is searched: pages, their sections, and the documents made of them.
 *
 * A page is one result. A document is what the index counts: a section, joined with its neighbours
 * while it is short, so that a reader lands on the right heading and a long page does not drown.
 */

/** A stretch of a page below one heading. */
export interface Section {
  /** The id to land on, empty for the top of the page. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

/** What a site may add to a page; everything is optional. */
export interface Description {
  /** What readers call this sort of page: `Thema`. */
  readonly kind?: string;
  /** From the outermost inwards, without the page itself: `["Thema's"]`. */
  readonly trail?: readonly string[];
  /** Words that lead here though the text lacks them: search words, synonyms, abbreviations. */
  readonly keywords?: readonly string[];
  /** Values to filter by, by facet: `{ transitie: ["Energietransitie"] }`. */
  readonly facets?: Readonly<Record<string, readonly string[]>>;
}

/** A page, or an entry with an address of its own inside one (a term in a glossary). */
export interface SearchPage extends Description {
  /** As on the site, with `pathPrefix`, and with the anchor for an entry. */
  readonly url: string;
  readonly title: string;
  /** BCP 47: `nl`, `en-GB`. */
  readonly language: string;
  readonly sections: readonly Section[];
}

/** The fields of a document in the order in which Lunr knows them, with their boosts. */
export const fields = [
  { name: "title", boost: 12 },
  { name: "keywords", boost: 5 },
  { name: "heading", boost: 3 },
  { name: "text", boost: 1 },
] as const;
export type FieldName = (typeof fields)[number]["name"];

/** How many documents one page may have; four bits of a document's number. */
export const maxDocumentsPerPage = 16;

/** The words of a document that are shorter than this are joined with the section that follows. */
const minWords = 100;

export interface SearchDocument {
  /** The page's place in the list of pages. */
  readonly page: number;
  /** 0 for the first document of a page: it alone holds the title and the keywords. */
  readonly ordinal: number;
  /** Places in the page's list of sections, from (inclusive) and to (exclusive). */
  readonly from: number;
  readonly to: number;
}

const countWords = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) count++;
  return count + 1;
};

/** Cuts a page into documents; every page has at least one, whatever it holds. */
export function documentsOf(page: SearchPage, place: number): readonly SearchDocument[] {
  const sizes = page.sections.map((section) => countWords(section.text));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // A long page gets larger documents, so that sixteen of them hold it.
  const target = Math.max(minWords, Math.ceil(total / (maxDocumentsPerPage - 1)));
  const documents: SearchDocument[] = [];
  let [from, size] = [0, 0];
  for (let at = 0; at < sizes.length; at++) {
    size += sizes[at] ?? 0;
    const full = size >= target && documents.length < maxDocumentsPerPage - 1;
    if (!full && at < sizes.length - 1) continue;
    documents.push({ page: place, ordinal: documents.length, from, to: at + 1 });
    [from, size] = [at + 1, 0];
  }
  return documents.length > 0 ? documents : [{ page: place, ordinal: 0, from: 0, to: 0 }];
}
