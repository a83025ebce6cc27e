/**
 * A small S3-compatible store for tests, on a free port of loopback: atomic writes, conditional writes,
 * checksums, signatures, listings in pages; and every fault on demand.
 *
 * Whoever asks without a signature is a reader, and may only read.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Keys, signatureFault } from "./s3Signature.ts";

export interface S3Stored {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly modifiedMs: number;
}

/** What goes wrong with one request. */
export type S3Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** The connection ends before anything is kept, or after. */
  | { readonly drop: "before" | "after" }
  /** Half of the bytes are kept, and the store says that all is well. */
  | { readonly truncate: true }
  /** No answer ever. */
  | { readonly hang: true }
  /** The answer breaks off half-way. */
  | { readonly cutAnswer: true };

export interface S3Asked {
  readonly method: string;
  /** Without the bucket; empty for a listing. */
  readonly key: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
}

export interface S3Behaviour {
  fault?: ((asked: S3Asked) => S3Fault | undefined) | undefined;
  /** Keys in one page of a listing. @default 1000 */
  pageSize?: number;
  /** Whether `If-None-Match` and `If-Match` are obeyed. @default true */
  knowsConditions?: boolean;
  /** `opaque`: an ETag that is no MD5, as with encryption by keys of the customer. @default "md5" */
  etags?: "md5" | "opaque";
  /** Added to the clock of the store. */
  clockMs?: number;
  delayMs?: number;
}

export interface S3Server {
  readonly url: string;
  readonly keys: Keys;
  /** By key. */
  readonly objects: Map<string, S3Stored>;
  readonly requests: { readonly method: string; readonly key: string; readonly status: number }[];
  readonly behaviour: S3Behaviour;
  close(): Promise<void>;
}

export const bucket = "site";

export async function s3Server(behaviour: S3Behaviour = {}): Promise<S3Server> {
  const store: Omit<S3Server, "url" | "close"> = {
    keys: { accessKeyId: "AKIATESTTESTTEST", secretAccessKey: "sleutel/van+de=toets" },
    objects: new Map(),
    requests: [],
    behaviour,
  };
  const server = createServer((request, response) => void answer(store, request, response).catch((error: unknown) => response.destroy(error as Error)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...store,
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

type Store = Omit<S3Server, "url" | "close">;

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function answer(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = askedOf(request);
  if (store.behaviour.delayMs !== undefined) await delay(store.behaviour.delayMs);
  const fault = store.behaviour.fault?.(asked);
  if (fault && ("hang" in fault || ("drop" in fault && fault.drop === "before"))) {
    store.requests.push({ method: asked.method, key: asked.key, status: 0 });
    return "hang" in fault ? undefined : void request.socket.destroy();
  }
  const reply = fault && "status" in fault ? faultReply(fault) : replyOf(store, request, asked, Buffer.concat(chunks), fault !== undefined && "truncate" in fault);
  store.requests.push({ method: asked.method, key: asked.key, status: reply.status });
  if (fault && "drop" in fault) return void request.socket.destroy();
  send(store, asked, reply, response, fault !== undefined && "cutAnswer" in fault);
}

function askedOf({ method = "GET", url = "/", headers }: IncomingMessage): S3Asked {
  const { pathname, search } = new URL(url, "http://127.0.0.1");
  return { method, key: decodeURIComponent(pathname).slice(`/${bucket}/`.length), query: search, headers };
}

function send({ behaviour }: Store, { method }: S3Asked, { status, headers, body = "" }: Reply, response: ServerResponse, isCut: boolean): void {
  const bytes = Buffer.from(body);
  const date = new Date(Date.now() + (behaviour.clockMs ?? 0)).toUTCString();
  response.writeHead(status, { Date: date, "Content-Length": bytes.length, ...headers });
  if (method === "HEAD") response.end();
  else if (isCut) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else response.end(bytes);
}

const faultReply = ({ status, code = "InternalError", retryAfter }: { readonly status: number; readonly code?: string; readonly retryAfter?: string }): Reply => ({
  status,
  headers: { "Content-Type": "application/xml", ...(retryAfter === undefined ? {} : { "Retry-After": retryAfter }) },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>As asked by a test</Message></Error>`,
});

function replyOf(store: Store, request: IncomingMessage, asked: S3Asked, body: Buffer, isTruncated: boolean): Reply {
  const isReader = request.headers.authorization === undefined && ["GET", "HEAD"].includes(asked.method) && !asked.query.includes("list-type");
  const wrong = isReader ? undefined : signatureFault(request, body, store.keys, Date.now() + (store.behaviour.clockMs ?? 0));
  if (wrong !== undefined) return faultReply({ status: 403, code: wrong });
  if (asked.method === "PUT") return put(store, asked, isTruncated ? body.subarray(0, body.length / 2) : body, body);
  if (asked.method === "DELETE") {
    store.objects.delete(asked.key);
    return { status: 204 };
  }
  return asked.query.includes("list-type") ? listing(store, new URLSearchParams(asked.query)) : get(store, asked, isReader);
}

const md5 = (bytes: Buffer): string => createHash("md5").update(bytes).digest("hex");

function put({ objects, behaviour }: Store, { key, headers }: S3Asked, kept: Buffer, sent: Buffer): Reply {
  const there = objects.get(key);
  const { knowsConditions = true, etags = "md5" } = behaviour;
  if (knowsConditions && headers["if-none-match"] === "*" && there) return faultReply({ status: 412, code: "PreconditionFailed" });
  if (knowsConditions && headers["if-match"] !== undefined && headers["if-match"] !== `"${there?.etag ?? ""}"`) return faultReply({ status: 412, code: "PreconditionFailed" });
  const checksum = headers["x-amz-checksum-sha256"];
  if (checksum !== undefined && checksum !== createHash("sha256").update(sent).digest("base64")) return faultReply({ status: 400, code: "BadDigest" });
  const told = Object.entries(headers).filter(([name]) => /^(content-(type|encoding|language|disposition)|cache-control|expires|x-amz-(meta-|website-).*)$/.test(name));
  const etag = etags === "md5" ? md5(kept) : `${md5(kept).slice(0, 12)}-${objects.size}-opaque`;
  objects.set(key, { bytes: kept, etag, headers: Object.fromEntries(told) as Record<string, string>, modifiedMs: Date.now() + (behaviour.clockMs ?? 0) });
  return { status: 200, headers: { ETag: `"${etag}"` } };
}

/** A reader gets the page of a folder, and the page for nowhere, as from a website endpoint. */
function get({ objects }: Store, { key }: S3Asked, isReader: boolean): Reply {
  const name = isReader && (key === "" || key.endsWith("/")) ? `${key}index.html` : key;
  const found = objects.get(name);
  if (!found) return isReader ? { status: 404, headers: { "Content-Type": "text/html" }, body: objects.get("404.html")?.bytes ?? "not here" } : faultReply({ status: 404, code: "NoSuchKey" });
  return { status: 200, headers: { ...found.headers, ETag: `"${found.etag}"`, "Last-Modified": new Date(found.modifiedMs).toUTCString() }, body: found.bytes };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function listing({ objects, behaviour }: Store, query: URLSearchParams): Reply {
  const { pageSize = 1000 } = behaviour;
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "")).sort();
  const after = query.get("continuation-token");
  const rest = after === null ? keys : keys.filter((key) => key > after);
  const page = rest.slice(0, pageSize);
  const isMore = rest.length > page.length;
  const rows = page.map((key) => `<Contents><Key>${escaped(encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+"))}</Key><Size>${objects.get(key)?.bytes.length ?? 0}</Size><ETag>&quot;${objects.get(key)?.etag ?? ""}&quot;</ETag></Contents>`);
  const next = isMore ? `<NextContinuationToken>${escaped(page.at(-1) ?? "")}</NextContinuationToken>` : "";
  return { status: 200, headers: { "Content-Type": "application/xml" }, body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><Name>${bucket}</Name><KeyCount>${page.length}</KeyCount><EncodingType>url</EncodingType><IsTruncated>${isMore}</IsTruncated>${next}${rows.join("")}</ListBucketResult>` };
}
