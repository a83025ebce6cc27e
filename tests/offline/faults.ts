/**
 * What goes wrong between a host and a browser, one row for each: what leaves the server instead of a file.
 *
 * A fault gets the answer that a decent host would give and sends it broken; whatever HTTP itself
 * forbids is written on the socket.
 */
import type { ServerResponse } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";

export type Coding = "gzip" | "br";

export type Fault =
  /** An error page; `immutable` sends it as if it were a hashed file. */
  | { readonly kind: "status"; readonly status: number; readonly immutable?: boolean }
  /** 200 and the page of a stranger: a captive portal, or the start page in place of every file. */
  | { readonly kind: "portal" }
  /** To another origin, which answers 200. */
  | { readonly kind: "redirect"; readonly to: string }
  /** The connection is reset. */
  | { readonly kind: "reset" }
  /** Half a body, and how a reader could know: by its length, by the last chunk, or by nothing. */
  | { readonly kind: "cut"; readonly framing: "length" | "chunked" | "close" }
  /** Half a body that says to be whole. */
  | { readonly kind: "short" }
  | { readonly kind: "empty" }
  /** A byte in the middle is another one. */
  | { readonly kind: "flipped" }
  | { readonly kind: "corrupt"; readonly coding: Coding }
  | { readonly kind: "cutCoding"; readonly coding: Coding }
  /** The right bytes under a wrong type. */
  | { readonly kind: "type"; readonly type: string }
  /** Answers nothing, or headers and then nothing, or half a body and then nothing; the connection stays open. */
  | { readonly kind: "stall"; readonly after: "nothing" | "headers" | "half" }
  /** The right answer, in ten pieces with so many milliseconds between them. */
  | { readonly kind: "slow"; readonly pieceMs: number }
  /** Waits until the promise is kept, then answers well. */
  | { readonly kind: "hold"; readonly until: Promise<void> }
  /** Another text under 200. */
  | { readonly kind: "text"; readonly text: string; readonly type: string }
  /** The file of another release; with `every` only for one of so many requests, as servers behind one address do. */
  | { readonly kind: "release"; readonly folder: string; readonly every?: number }
  /** A host that changes pages on their way. */
  | { readonly kind: "rewrite"; readonly rewrite: (html: string) => string };

export type BodyFault = Exclude<Fault, { readonly kind: "release" | "hold" | "rewrite" }>;

/** A good answer, before compression. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** What the browser accepts and the host would use; undefined sends the bytes as they are. */
  readonly coding: Coding | undefined;
}

/** In no fixture: what is looked for when nothing foreign may be shown. */
export const portalText = "Welkom op het gastennetwerk";
const portal = `<!doctype html><html lang="nl"><title>${portalText}</title><h1>${portalText}</h1><p id="release">portal</p></html>`;
const HTML = "text/html; charset=utf-8";
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** Sends an answer broken. @returns Bytes of the body that left, and whether the answer seems whole to its reader. */
export function sendBroken(fault: BodyFault, answer: Answer, response: ServerResponse): { readonly bytes: number; readonly answered: boolean } {
  switch (fault.kind) {
    case "status": return send(response, { status: fault.status, headers: { "Content-Type": HTML, "Cache-Control": fault.immutable ? IMMUTABLE : "no-cache" }, bytes: Buffer.from(`<!doctype html><title>${fault.status}</title><h1>${fault.status}</h1>`) });
    case "portal": return send(response, { status: 200, headers: { ...answer.headers, "Content-Type": HTML, "Cache-Control": "no-cache" }, bytes: Buffer.from(portal) });
    case "redirect": return send(response, { status: 302, headers: { Location: fault.to, "Cache-Control": "no-cache" }, bytes: Buffer.alloc(0) });
    case "text": return send(response, { status: 200, headers: { "Content-Type": fault.type, "Cache-Control": "no-cache" }, bytes: Buffer.from(fault.text) });
    case "reset": return reset(response);
    case "cut": return cut(fault.framing, answer, response);
    case "short": return send(response, { ...answer, bytes: half(answer.bytes) });
    case "empty": return send(response, { ...answer, bytes: Buffer.alloc(0) });
    case "flipped": return send(response, { ...answer, bytes: flipped(answer.bytes) });
    case "corrupt": return sendCoded(response, answer, fault.coding, flipped);
    case "cutCoding": return sendCoded(response, answer, fault.coding, half);
    case "type": return send(response, { ...answer, headers: { ...answer.headers, "Content-Type": fault.type } });
    case "stall": return stall(fault.after, answer, response);
    case "slow": return trickle(fault.pieceMs, answer, response);
  }
}

type Sent = ReturnType<typeof sendBroken>;
type Plain = Pick<Answer, "status" | "headers" | "bytes">;

function send(response: ServerResponse, { status, headers, bytes }: Plain): Sent {
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  response.end(bytes);
  return { bytes: bytes.length, answered: true };
}

function sendCoded(response: ServerResponse, answer: Answer, coding: Coding, harm: (bytes: Buffer) => Buffer): Sent {
  const coded = coding === "br" ? brotliCompressSync(answer.bytes) : gzipSync(answer.bytes);
  return send(response, { ...answer, headers: { ...answer.headers, "Content-Encoding": coding }, bytes: harm(coded) });
}

function reset(response: ServerResponse): Sent {
  const { socket } = response;
  if (socket) socket.resetAndDestroy();
  return { bytes: 0, answered: false };
}

/** On the socket: Node would mend all three. */
function cut(framing: "length" | "chunked" | "close", { status, headers, bytes }: Answer, response: ServerResponse): Sent {
  const part = half(bytes);
  const frame = { length: `Content-Length: ${bytes.length}`, chunked: "Transfer-Encoding: chunked", close: "X-Framing: close" }[framing];
  const head = [`HTTP/1.1 ${status} OK`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), frame, "Connection: close", "", ""].join("\r\n");
  const body = framing === "chunked" ? Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]) : part;
  response.socket?.write(head);
  response.socket?.end(body);
  return { bytes: part.length, answered: framing === "close" };
}

function stall(after: "nothing" | "headers" | "half", { status, headers, bytes }: Answer, response: ServerResponse): Sent {
  if (after === "nothing") return { bytes: 0, answered: false };
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  response.flushHeaders();
  if (after === "half") response.write(half(bytes));
  return { bytes: after === "half" ? half(bytes).length : 0, answered: false };
}

function trickle(pieceMs: number, { status, headers, bytes }: Answer, response: ServerResponse): Sent {
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  const size = Math.max(1, Math.ceil(bytes.length / 10));
  const next = (at: number): void => {
    if (at >= bytes.length) return void response.end();
    response.write(bytes.subarray(at, at + size));
    setTimeout(next, pieceMs, at + size);
  };
  next(0);
  return { bytes: bytes.length, answered: true };
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1);

function flipped(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  const middle = bytes.length >> 1;
  if (bytes.length > 0) other[middle] = (other[middle] ?? 0) ^ 1;
  return other;
}
