/**
 * A host on loopback that serves a release as a decent host does, and breaks on command while it runs.
 *
 * Its log holds every request, also those that it never answered: a test waits on the log, not on time.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { list } from "../../plugins/output.ts";
import { type Answer, type Coding, type Fault, IMMUTABLE, sendBroken } from "./faults.ts";

export interface Logged {
  readonly path: string;
  readonly query: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  status: number;
  /** Of the body, as sent. */
  bytes: number;
  /** Whether its reader has got an answer that seems whole. */
  answered: boolean;
}

export interface FaultHost {
  /** `http://127.0.0.1:PORT/` with the prefix: a secure context. */
  readonly url: string;
  readonly origin: string;
  readonly log: Logged[];
  /** The folder that is served from now on. */
  release(folder: string): void;
  /** Compresses a folder before it is asked for, as hosts do that have siblings: no reader waits for it. */
  prepare(folder: string): void;
  /** Breaks what the pattern matches, from now on; of several the last one counts. */
  break(fault: Fault, pattern?: RegExp): void;
  /** Ends every fault; connections that hang end too, unless they are to hang on. */
  heal(hanging?: "end" | "stay"): void;
  /** Headers of every answer beside the host's own. */
  always(headers: Readonly<Record<string, string>>): void;
  /** Dies when so many more answers have left: connections end, and new ones are refused. */
  dieAfter(answers: number): void;
  /** Is dead at once. */
  die(): Promise<void>;
  /** Lives again, at the same address. */
  revive(): Promise<void>;
  /** Waits until it is dead. */
  dead(): Promise<void>;
  /** Waits for a request that fits, also one that is in the log already; in vain for two minutes at most. */
  seen(fits: (request: Logged) => boolean): Promise<Logged>;
  close(): Promise<void>;
}

interface State {
  folder: string;
  prefix: string;
  rules: { readonly pattern: RegExp; readonly fault: Fault }[];
  headers: Readonly<Record<string, string>>;
  /** Answers left before it dies. */
  left: number;
  readonly log: Logged[];
  readonly waiting: Set<() => void>;
  /** Answers that will never end. */
  readonly hanging: Set<ServerResponse>;
  readonly coded: Map<string, Buffer>;
  readonly die: () => void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const dense = new Set([".png", ".woff2", ".zip"]);
/** A name with the hash of its bytes. */
const hashed = /[.-][\w-]{8,}\.\w+$|\/[xtwo]\/[\w-]{6}/;

export async function openFaultHost(folder: string, prefix = "/"): Promise<FaultHost> {
  const sleeping: { server: Server | undefined; port: number } = { server: undefined, port: 0 };
  const state: State = {
    folder, prefix, rules: [], headers: {}, left: Infinity, log: [], waiting: new Set(), hanging: new Set(), coded: new Map(), die: () => void die(),
  };
  const die = (): Promise<void> =>
    new Promise((resolve) => {
      const { server } = sleeping;
      sleeping.server = undefined;
      for (const look of state.waiting) look();
      if (!server) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const revive = async (): Promise<void> => {
    if (sleeping.server) return;
    const server = createServer((request, response) => void answer(state, request, response));
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(sleeping.port, "127.0.0.1", resolve));
    sleeping.port = (server.address() as AddressInfo).port;
    sleeping.server = server;
  };
  await revive();
  const origin = `http://127.0.0.1:${sleeping.port}`;
  return {
    origin,
    url: origin + prefix,
    log: state.log,
    release: (next) => void (state.folder = next),
    prepare: (next) => list(next).filter((file) => !dense.has(extname(file))).forEach((file) => coded(state, readFileSync(join(next, file)), "br")),
    break: (fault, pattern = /^/) => void state.rules.unshift({ pattern, fault }),
    heal(hanging = "end") {
      state.rules = [];
      state.left = Infinity;
      if (hanging === "stay") return;
      for (const response of state.hanging) response.destroy();
      state.hanging.clear();
    },
    always: (headers) => void (state.headers = headers),
    dieAfter: (answers) => void (state.left = answers),
    die,
    revive,
    dead: () => new Promise((resolve) => {
      const look = (): void => {
        if (sleeping.server) return;
        state.waiting.delete(look);
        resolve();
      };
      state.waiting.add(look);
      look();
    }),
    seen: (fits) => seen(state, fits),
    close: die,
  };
}

const VAIN_MS = 120_000;

function seen(state: State, fits: (request: Logged) => boolean): Promise<Logged> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the host waits in vain for a request; it was asked for ${state.log.slice(-5).map(({ path }) => path).join(" ")}`)), VAIN_MS);
    timer.unref();
    const look = (): void => {
      const found = state.log.find(fits);
      if (!found) return;
      clearTimeout(timer);
      state.waiting.delete(look);
      resolve(found);
    };
    state.waiting.add(look);
    look();
  });
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, search: query } = new URL(request.url ?? "/", "http://localhost");
  const logged: Logged = { path, query, method: request.method ?? "GET", headers: request.headers, status: 0, bytes: 0, answered: false };
  state.log.push(logged);
  const told = (): void => [...state.waiting].forEach((look) => look());
  if (state.left <= 0) return void request.socket.destroy();
  const fault = state.rules.find(({ pattern }) => pattern.test(path))?.fault;
  told();
  if (fault?.kind === "hold") await fault.until;
  const good = answerOf(state, fault, path);
  const sent = isOfBody(fault) ? sendBroken(fault, good, response) : sendWell(state, good, request, response);
  Object.assign(logged, sent, { status: response.statusCode });
  if (!sent.answered) state.hanging.add(response);
  told();
  state.left -= 1;
  if (state.left > 0) return;
  // The last answer leaves whole; with the fault that never ends there is nothing to wait for.
  if (response.writableFinished || !sent.answered) state.die();
  else response.once("close", state.die);
}

const isOfBody = (fault: Fault | undefined): fault is Exclude<Fault, { readonly kind: "release" | "hold" | "rewrite" }> =>
  fault !== undefined && !["release", "hold", "rewrite"].includes(fault.kind);

/** What a decent host would send, of the release that it has now. */
function answerOf(state: State, fault: Fault | undefined, path: string): Answer {
  const isOther = fault?.kind === "release" && state.log.length % (fault.every ?? 1) === 0;
  const folder = isOther ? fault.folder : state.folder;
  const { status, file, location } = find(folder, state.prefix, path);
  const cache = { "Cache-Control": status === 200 && hashed.test(path) ? IMMUTABLE : "no-cache", ...state.headers };
  if (location !== undefined) return { status, headers: { ...cache, Location: location }, bytes: Buffer.alloc(0), coding: undefined };
  const extension = file === undefined ? ".html" : extname(file);
  const bytes = file === undefined || !existsSync(file) ? Buffer.from("<!doctype html><title>404</title><h1>404</h1>") : readFileSync(file);
  const rewritten = fault?.kind === "rewrite" && extension === ".html" ? Buffer.from(fault.rewrite(bytes.toString("utf8"))) : bytes;
  const headers = { ...cache, "Content-Type": types[extension] ?? "application/octet-stream", Vary: "Accept-Encoding" };
  return { status, headers, bytes: rewritten, coding: dense.has(extension) ? undefined : "br" };
}

function sendWell(state: State, answer: Answer, request: IncomingMessage, response: ServerResponse): ReturnType<typeof sendBroken> {
  const etag = `"${digest(answer.bytes).slice(0, 22)}"`;
  const range = rangeOf(String(request.headers.range ?? ""), answer);
  const coding = range ? undefined : codingOf(answer, String(request.headers["accept-encoding"] ?? ""));
  const body = range ? answer.bytes.subarray(range[0], range[1] + 1) : coded(state, answer.bytes, coding);
  const isKnown = answer.status === 200 && request.headers["if-none-match"] === etag;
  const status = isKnown ? 304 : range ? 206 : answer.status;
  const isSilent = isKnown || request.method === "HEAD";
  response.writeHead(status, {
    ...answer.headers,
    ETag: etag,
    ...(coding ? { "Content-Encoding": coding } : {}),
    ...(range ? { "Content-Range": `bytes ${range[0]}-${range[1]}/${answer.bytes.length}` } : {}),
    ...(isKnown ? {} : { "Content-Length": body.length }),
  });
  response.end(isSilent ? undefined : body);
  return { bytes: isSilent ? 0 : body.length, answered: true };
}

function rangeOf(header: string, { status, bytes }: Answer): readonly [number, number] | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (status !== 200 || (from === "" && to === "")) return undefined;
  if (from === "") return [Math.max(0, bytes.length - Number(to)), bytes.length - 1];
  return [Number(from), Math.min(to === "" ? Infinity : Number(to), bytes.length - 1)];
}

function codingOf({ coding, bytes }: Answer, accepted: string): Coding | undefined {
  if (coding === undefined || bytes.length === 0) return undefined;
  return (["br", "gzip"] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
}

/** At the quality of a build, so that the bytes counted are those that a reader pays for. */
function coded(state: State, bytes: Buffer, coding: Coding | undefined): Buffer {
  if (coding === undefined) return bytes;
  const key = `${coding} ${digest(bytes)}`;
  const known = state.coded.get(key);
  if (known) return known;
  const small = coding === "br" ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : gzipSync(bytes);
  state.coded.set(key, small);
  return small;
}

/** A folder is its `index.html`, and asking for it without its slash redirects. */
function find(folder: string, prefix: string, path: string): { readonly status: number; readonly file?: string; readonly location?: string } {
  const missing = { status: 404, file: join(folder, "404.html") };
  if (!path.startsWith(prefix) || path.includes("..")) return missing;
  const name = decodeURIComponent(path.slice(prefix.length));
  const file = join(folder, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  if (!existsSync(file)) return missing;
  return statSync(file).isDirectory() ? { status: 301, location: `${path}/` } : { status: 200, file };
}

const digest = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");
