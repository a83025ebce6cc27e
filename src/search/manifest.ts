/**
 * The search manifest: the few numbers of the whole index, and the names of its files.
 *
 * It alone has a fixed address, so that it can be asked for anew; all files that it names hold the
 * hash of their bytes in their name and never change.
 */

/** Files that share an order: ranges of text, each a file. */
export interface Ranges {
  /** First text of each file, sorted by UTF-16 code units; the first is empty. */
  readonly keys: readonly string[];
  /** The hashes of the files, `hashLength` characters each, in one text. */
  readonly files: string;
}

/** A list of the site's words, for typing errors. */
export interface WordList extends Ranges {
  /** Whether the words are written from back to front. */
  readonly reversed: boolean;
  /** Letters that its words have at least and at most. */
  readonly from: number;
  readonly to: number;
}

export interface Manifest {
  readonly format: 1;
  readonly documents: number;
  readonly pages: number;
  /** The width of the space of page slots. */
  readonly slots: number;
  /** Primary language subtags of the pages, the most frequent first. */
  readonly languages: readonly string[];
  readonly terms: Ranges;
  readonly words: readonly WordList[];
  /** Slots of pages in one folder of excerpts, and the hashes of the folders. */
  readonly excerpts: { readonly slots: number; readonly folders: string };
  /** Hash of the file with all documents, which a purely negated question needs. */
  readonly all: string;
  /** Names of the facets, and the hash of the file with their values, where there are any. */
  readonly facets?: { readonly names: readonly string[]; readonly file: string };
}

export const manifestFormat = 1;
export const manifestName = "manifest.json";

/** 36 bits: with a thousand files, one chance in 70 million that a new file takes an old one's name. */
export const hashLength = 6;

export const hashAt = (files: string, place: number): string => files.slice(place * hashLength, (place + 1) * hashLength);

export const termFile = (hash: string): string => `t/${hash}.json`;
export const wordFile = (hash: string): string => `w/${hash}.json`;
/** The first part of a page has the page's slot for a name; of the others there are few. */
export const excerptFile = (hash: string, slot: number, part: number): string => `x/${hash}/${slot}${part === 0 ? "" : `-${part}`}.json`;
export const otherFile = (hash: string): string => `o/${hash}.json`;

/** Why a manifest cannot be used; told to the reader in words. */
export class ManifestError extends Error {}

/** @throws ManifestError when it is no manifest, or one of another format. */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ManifestError("search: the manifest is not JSON", { cause });
  }
  if (typeof value !== "object" || value === null || !("format" in value)) throw new ManifestError("search: the manifest is no search manifest");
  if (value.format !== manifestFormat) throw new ManifestError(`search: expected a manifest of format ${manifestFormat}, got ${String(value.format)}`);
  return value as Manifest;
}
