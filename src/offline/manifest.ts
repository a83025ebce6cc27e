/**
 * What offline adds to a release manifest: which files belong to which pack, and a seal.
 *
 * The seal is the hash of the id and of all that is added, so that a manifest that was changed on
 * the way is never believed, and so that other packs over the same files are another release.
 */
import { idOf, type ReleaseFile, releaseFormat, textOf } from "../release.ts";
import { decodePlaces, encodePlaces } from "./places.ts";

export interface Pack {
  readonly name: string;
  /** For readers; empty for the shell and the whole site. */
  readonly title: string;
  /** Bytes on the way, compressed; an estimate, in steps that hide what differs between versions of Node. */
  readonly transfer: number;
  /** Places in the list of files, rising. */
  readonly files: readonly number[];
}

export interface OfflinePart {
  /** What readers call the release: a date, or its id. */
  readonly version: string;
  /** Path of the page that stands in for one that cannot be had. */
  readonly fallback: string;
  /** Whether the whole site is small enough to be stored without asking. */
  readonly quiet: boolean;
  /** The shell first, the whole site last. */
  readonly packs: readonly Pack[];
}

/** A release as the worker knows it: verified, and quick to ask. */
export interface SealedRelease extends OfflinePart {
  readonly id: string;
  readonly seal: string;
  readonly files: readonly ReleaseFile[];
  readonly byPath: ReadonlyMap<string, ReleaseFile>;
}

/** What `encodeRelease` is to add. */
export function offlinePart(id: string, part: OfflinePart, hash: (text: string) => string): Readonly<Record<string, unknown>> {
  const offline = { ...part, packs: part.packs.map(({ name, title, transfer, files }) => [name, title, transfer, encodePlaces(files)]) };
  return { offline, seal: idOf(hash(sealedText(id, offline))) };
}

const sealedText = (id: string, offline: unknown): string => id + JSON.stringify(offline);

/** A manifest of a newer format than this worker reads: the worker that reads it is on its way. */
export class NewerFormat extends Error {}

/** As it is written: rows instead of objects. */
interface Written {
  readonly format: number;
  readonly id: string;
  readonly files: readonly (readonly [path: string, hash: string, size: number])[];
  readonly offline: Omit<OfflinePart, "packs"> & { readonly packs: readonly (readonly [name: string, title: string, transfer: number, places: string])[] };
  readonly seal: string;
}

/**
 * @param hash - SHA-256 of a text, in base64url.
 * @throws Error when it is no manifest, or not the one that the build wrote: the seal says that its shape is right.
 */
export async function readSealed(text: string, hash: (text: string) => Promise<string>): Promise<SealedRelease> {
  const { format, id, files: rows, offline, seal } = JSON.parse(text) as Written;
  if (format > releaseFormat) throw new NewerFormat();
  const files = rows.map(([path, hash, size]) => ({ path, hash, size }));
  if (idOf(await hash(textOf(files))) !== id || idOf(await hash(sealedText(id, offline))) !== seal) throw new Error("broken seal");
  const packs = offline.packs.map(([name, title, transfer, places]) => ({ name, title, transfer, files: decodePlaces(places) }));
  return { ...offline, packs, id, files, seal, byPath: new Map(files.map((file) => [file.path, file])) };
}

/** The files of some packs, each once. */
export function filesOf(release: SealedRelease, packs: readonly string[]): readonly ReleaseFile[] {
  const places = new Set(release.packs.filter(({ name }) => packs.includes(name)).flatMap(({ files }) => files));
  return release.files.filter((_, place) => places.has(place));
}
