/**
 * The search manifest: the few numbers of the whole index, and the names of its files.
 *
 * It alone has a fixed address, so that it can be asked for anew; all files that it names hold the
 * hash of their bytes in their name and never change.
 */
import { frontCode, readFrontCoded } from "./shard.ts";
import { encode } from "./vlq.ts";

/** Files that share an order: ranges of text, each a file. */
export interface Ranges {
  /** First text of each file, sorted by UTF-16 code units; the first is empty. Front-coded where they are written. */
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
  readonly format: 3;
  readonly documents: number;
  readonly pages: number;
  /** The width of the space of page slots. */
  readonly slots: number;
  /** Primary language subtags of the pages, the most frequent first. */
  readonly languages: readonly string[];
  readonly terms: Ranges;
  /** Slots of pages in one folder of excerpts, and the hashes of the folders. */
  readonly excerpts: { readonly slots: number; readonly folders: string };
  /** Hash of the file that names the lists of words, which few questions need. */
  readonly words: string;
  /** Hash of the file with all documents, which a purely negated question needs. */
  readonly all: string;
  /** Names of the facets, and the hash of the file with their values, where there are any. */
  readonly facets?: { readonly names: readonly string[]; readonly file: string };
}

export const manifestFormat = 3;
export const manifestName = "manifest.json";

/** 30 bits, beside what else is in a name: one chance in a thousand million that a file takes the name of its former text. */
export const hashLength = 5;

export const hashAt = (files: string, place: number): string => files.slice(place * hashLength, (place + 1) * hashLength);

/**
 * Two characters that follow from the key of a range and stand before its hash: files of other ranges
 * have other names, and the manifest need not name them.
 */
export function keyMark(key: string): string {
  let mixed = 0;
  for (let at = 0; at < key.length; at++) mixed = (mixed * 61 + key.charCodeAt(at)) % 1021;
  return encode(mixed & 31) + encode(mixed >> 5);
}

/** @param name - Key mark and hash. */
export const termFile = (name: string): string => `t/${name}.json`;
export const wordFile = (name: string): string => `w/${name}.json`;
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
  const manifest = value as Manifest;
  if (typeof manifest.terms?.files !== "string") throw new ManifestError("search: the manifest names no terms");
  return { ...manifest, terms: opened(manifest.terms) };
}

/** As it is written: keys that begin as the one before are most of it. */
export const manifestText = (manifest: Manifest): string => JSON.stringify({ ...manifest, terms: closed(manifest.terms) });

export const wordListsText = (lists: readonly WordList[]): string => JSON.stringify(lists.map(closed));

/** @throws SyntaxError or TypeError when the text is none of that. */
export const parseWordLists = (text: string): readonly WordList[] => (JSON.parse(text) as readonly WordList[]).map(opened);

const closed = <Some extends Ranges>(ranges: Some): object => ({ ...ranges, keys: ranges.keys.map((key, at) => frontCode(ranges.keys[at - 1] ?? "", key)).join("") });
const opened = <Some extends Ranges>(ranges: Some): Some => ({ ...ranges, keys: readFrontCoded(`${ranges.keys}`) });
