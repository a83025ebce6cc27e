/**
 * The release that lies on this machine, as what a store is to hold.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { baseOf, type Entry, roleOf } from "../../../src/cdn/deploy/entry.ts";
import type { DeployRecord } from "../../../src/cdn/deploy/record.ts";
import { type Headers, headersOf } from "../../../src/cdn/headerRules.ts";
import { type Hosting, hostingName, parseHosting } from "../../../src/cdn/hosting.ts";
import { releaseName } from "../../../src/release.ts";
import { list, read } from "../../output.ts";
import { hashOf, readRelease, releaseIn } from "../../release.ts";
import { redirectEntries, redirectsBelow } from "./redirects.ts";

/** Which bytes of a file a bucket gets: its own, or those of a compressed sibling. */
export type Encoding = "none" | "br" | "gzip";

export interface Wanted {
  readonly record: DeployRecord;
  /** The bytes of an entry, checked. */
  readonly bytesOf: (entry: Entry) => Promise<Uint8Array>;
}

export interface Site extends Wanted {
  readonly hosting: Hosting;
  /** Addresses that lead elsewhere, below the prefix: `/themas/oud/`. */
  readonly redirected: ReadonlySet<string>;
}

/** Why the built site cannot be sent, in words. */
export class SiteError extends Error {}

export function readHosting(folder: string): Hosting {
  if (!existsSync(join(folder, hostingName))) {
    throw new SiteError(`${folder}: expected ${hostingName} in a built site, found none; add the plugin wegwijzer/cdn, and build`);
  }
  return parseHosting(read(folder, hostingName).toString("utf8"));
}

/** @throws SiteError when the folder is not the release that its manifest names. */
export function readSite(folder: string, isBucket: boolean, encoding: Encoding): Site {
  const hosting = readHosting(folder);
  const { id } = checkedRelease(folder);
  const files = filesFor(folder, isBucket, encoding, hosting);
  const redirects = isBucket ? redirectEntries(hosting, new Set(files.map(({ entry }) => entry.path))) : [];
  const address = hosting.origin === null ? null : `${hosting.origin}${hosting.pathPrefix}`;
  const sources = new Map(files.map(({ entry, source }) => [entry.path, source]));
  const made = new Map(redirects.map(({ entry, bytes }) => [entry.path, bytes]));
  return {
    hosting,
    redirected: redirectsBelow(hosting),
    record: { release: id, address, entries: [...files, ...redirects].map(({ entry }) => entry) },
    bytesOf: (entry) => Promise.resolve(made.get(entry.path) ?? checkedBytes(folder, sources.get(entry.path) ?? entry.path, entry)),
  };
}

function checkedRelease(folder: string): { readonly id: string } {
  if (!existsSync(join(folder, releaseName))) throw new SiteError(`${folder}: expected ${releaseName} in a built site, found none; build the site first`);
  const told = readRelease(folder);
  const found = releaseIn(folder);
  if (told.id !== found.id) throw new SiteError(`${folder}: its files are not those of its own ${releaseName}; wegwijzer verify ${folder} tells which; build the site again`);
  return told;
}

interface LocalFile {
  readonly entry: Entry;
  /** The file whose bytes are sent. */
  readonly source: string;
}

function filesFor(folder: string, isBucket: boolean, encoding: Encoding, hosting: Hosting): readonly LocalFile[] {
  const paths = list(folder);
  const there = new Set(paths);
  return paths.flatMap((path): readonly LocalFile[] => {
    const base = baseOf(path);
    const isSibling = base !== undefined && there.has(base);
    if (!isBucket) return [fileOf(folder, path, path, { role: roleOf(base ?? path, hosting), headers: {}, ...(isSibling ? { sibling: true as const } : {}) })];
    if (isSibling || path.startsWith("_")) return [];
    const source = encoding === "none" ? path : `${path}.${encoding === "br" ? "br" : "gz"}`;
    const isSmall = source !== path && there.has(source);
    const headers = { ...objectHeaders(headersOf(path, hosting)), ...(isSmall ? { "Content-Encoding": encoding } : {}) };
    return [fileOf(folder, path, isSmall ? source : path, { role: roleOf(path, hosting), headers })];
  });
}

function fileOf(folder: string, path: string, source: string, rest: Pick<Entry, "role" | "headers" | "sibling">): LocalFile {
  const bytes = read(folder, source);
  return { entry: { path, hash: hashOf(bytes), size: bytes.length, ...rest }, source };
}

/** What an object can say of itself; all other headers are for the host before the bucket. */
const ofObjects: ReadonlySet<string> = new Set(["content-type", "cache-control", "content-disposition", "content-language", "expires"]);
const objectHeaders = (headers: Headers): Headers => Object.fromEntries(Object.entries(headers).filter(([name]) => ofObjects.has(name.toLowerCase())));

function checkedBytes(folder: string, source: string, { hash, path }: Entry): Uint8Array {
  const bytes = existsSync(join(folder, source)) ? read(folder, source) : new Uint8Array();
  if (hashOf(bytes) !== hash) throw new SiteError(`${folder}: ${path} changed while it was being sent; a build ran meanwhile; deploy again`);
  return bytes;
}
