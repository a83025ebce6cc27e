/**
 * What is on the device: files by the hash of their bytes, and a few records, in one cache.
 *
 * The cache is opened each time: a handle to one that a reader has cleared would keep a ghost.
 */
import { storedHeaders } from "../../../src/offline/headers.ts";
import { bodyKey, cachePrefix } from "../../../src/offline/protocol.ts";
import type { ReleaseFile } from "../../../src/release.ts";
import { scope } from "./scope.ts";

export const cacheName = cachePrefix + scope.pathname;
const open = (): Promise<Cache> => caches.open(cacheName);
const urlOf = (key: string): string => scope.href + key;

/** Larger files are not read into memory to be tried again. */
const maxTriedBytes = 4_000_000;

/** SHA-256 in base64url. */
export async function hashOf(bytes: ArrayBuffer | string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replace(/[+/=]/g, (sign) => ({ "+": "-", "/": "_" })[sign] ?? "");
}

export async function readText(key: string): Promise<string | undefined> {
  return (await (await open()).match(urlOf(key)))?.text();
}

export async function write(key: string, body: BodyInit, headers: [string, string][] = []): Promise<void> {
  await (await open()).put(urlOf(key), new Response(body, { headers }));
}

/** The keys of all that is there. */
export async function keysThere(): Promise<Set<string>> {
  const requests = await (await open()).keys();
  return new Set(requests.map(({ url }) => url.slice(scope.href.length)));
}

export async function remove(keys: Iterable<string>): Promise<void> {
  const cache = await open();
  for (const key of keys) await cache.delete(urlOf(key));
}

export const keyOf = ({ path, hash }: ReleaseFile): string => bodyKey(path, hash);

/** @param headers - Those of the response that brought the bytes. */
export const writeFile = (file: ReleaseFile, bytes: ArrayBuffer, headers: Headers): Promise<void> =>
  write(keyOf(file), bytes, storedHeaders(file.path, headers));

export interface Body {
  readonly blob: Blob;
  readonly headers: Headers;
}

/**
 * A file as it is stored. What the device has spoilt is thrown away, and fetched again at the next visit.
 */
export async function readFile(file: ReleaseFile): Promise<Body | undefined> {
  const cache = await open();
  const found = await cache.match(urlOf(keyOf(file)));
  if (!found) return undefined;
  // One that cannot be read is as one that is empty.
  const blob = await found.blob().catch(() => new Blob());
  if (blob.size === file.size && (file.size > maxTriedBytes || (await hashOf(await blob.arrayBuffer())) === file.hash)) return { blob, headers: found.headers };
  await cache.delete(urlOf(keyOf(file)));
  return undefined;
}
