/**
 * A static server for tests: a folder as a decent host would serve it, on a free port of loopback.
 *
 * It counts what it sends, and can be told to be slow or to break, since what a site does then is
 * half of what is tested. Faults and headers may be changed while it runs.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";

/** A status instead of the file, a connection that ends at once, or one that ends after so many bytes. */
export type Fault = { readonly status: number } | { readonly drop: true } | { readonly cutAt: number };

export interface Behaviour {
  /** With a slash at both ends; addresses outside it are not found. @default "/" */
  pathPrefix?: string;
  /** Milliseconds before each answer. @default 0 */
  delayMs?: number;
  /** Asked for each path (without query, with the prefix); undefined serves it well. */
  fault?: (path: string) => Fault | undefined;
  /** Headers beside the server's own; a header of the same name wins. */
  headers?: (path: string) => Readonly<Record<string, string>>;
}

export interface Answered {
  /** With the prefix, without the query. */
  readonly path: string;
  readonly status: number;
  /** Of the body, as sent: compressed when the browser accepts it. */
  readonly bytes: number;
}

export interface TestServer {
  /** `http://127.0.0.1:PORT/`, with the prefix. */
  readonly url: string;
  /** In the order of the answers; empty it with `requests.length = 0`. */
  readonly requests: Answered[];
  readonly behaviour: Behaviour;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".zip": "application/zip",
  ".wasm": "application/wasm",
};
/** Compressed in themselves. */
const dense = new Set([".png", ".jpg", ".webp", ".avif", ".woff2", ".zip"]);

export async function serve(folder: string, behaviour: Behaviour = {}): Promise<TestServer> {
  const requests: Answered[] = [];
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer({ folder, behaviour, requests, compressed }, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${behaviour.pathPrefix ?? "/"}`,
    requests,
    behaviour,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Site {
  readonly folder: string;
  readonly behaviour: Behaviour;
  readonly requests: Answered[];
  /** Brotli bytes by the hash of what was compressed. */
  readonly compressed: Map<string, Buffer>;
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  const { delayMs = 0, fault, headers } = site.behaviour;
  if (delayMs > 0) await delay(delayMs);
  const trouble = fault?.(path);
  if (trouble && "drop" in trouble) return void request.socket.destroy();
  const found = trouble && "status" in trouble ? { status: trouble.status } : find(site, path);
  const body = bodyOf(site, found, String(request.headers["accept-encoding"] ?? ""));
  const etag = `"${createHash("sha256").update(body.bytes).digest("base64url").slice(0, 22)}"`;
  const isKnown = found.status === 200 && request.headers["if-none-match"] === etag;
  const status = isKnown ? 304 : found.status;
  const isSilent = isKnown || request.method === "HEAD";
  response.writeHead(status, { "Cache-Control": "no-cache", ETag: etag, ...body.headers, ...headers?.(path) });
  const sent = isSilent ? Buffer.alloc(0) : body.bytes.subarray(0, trouble && "cutAt" in trouble ? trouble.cutAt : undefined);
  site.requests.push({ path, status, bytes: sent.length });
  if (sent.length < body.bytes.length && !isSilent) response.write(sent, () => response.destroy());
  else response.end(sent);
}

interface Found {
  readonly status: number;
  /** Absent when there is nothing to show. */
  readonly file?: string;
  readonly location?: string;
}

/** A folder is its `index.html`, and asking for it without its slash redirects. */
function find({ folder, behaviour }: Site, path: string): Found {
  const prefix = behaviour.pathPrefix ?? "/";
  const missing: Found = { status: 404, file: join(folder, "404.html") };
  const name = nameOf(path.slice(prefix.length));
  if (!path.startsWith(prefix) || name === undefined) return missing;
  const file = join(folder, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  if (!existsSync(file)) return missing;
  return statSync(file).isDirectory() ? { status: 301, location: `${path}/` } : { status: 200, file };
}

/** Undefined for an address that is no text, or that climbs out of the folder by an encoded slash. */
function nameOf(encoded: string): string | undefined {
  try {
    const name = decodeURIComponent(encoded);
    return /(^|[\\/])\.\.([\\/]|$)|\0/.test(name) ? undefined : name;
  } catch {
    // Not percent-encoded UTF-8, so no file has this name.
    return undefined;
  }
}

interface Body {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

function bodyOf({ compressed }: Site, { file, location }: Found, accepted: string): Body {
  if (location !== undefined) return { bytes: Buffer.alloc(0), headers: { Location: location } };
  if (file === undefined || !existsSync(file)) return { bytes: Buffer.from("not here"), headers: { "Content-Type": "text/plain" } };
  const extension = extname(file);
  const headers = { "Content-Type": types[extension] ?? "application/octet-stream", Vary: "Accept-Encoding" };
  const bytes = readFileSync(file);
  if (dense.has(extension) || !/\bbr\b/.test(accepted)) return { bytes, headers };
  const sibling = `${file}.br`;
  const small = existsSync(sibling) ? readFileSync(sibling) : brotli(bytes, compressed);
  return { bytes: small, headers: { ...headers, "Content-Encoding": "br" } };
}

/** At the quality of a build, so that the bytes counted are those that a visitor pays for. */
function brotli(bytes: Buffer, compressed: Map<string, Buffer>): Buffer {
  const key = createHash("sha256").update(bytes).digest("hex");
  const known = compressed.get(key);
  if (known) return known;
  const small = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  compressed.set(key, small);
  return small;
}
