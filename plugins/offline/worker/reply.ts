/** Gives a stored file the form in which it was asked for: whole, a part of it, or its headers alone. */
import { partOf } from "../../../src/offline/range.ts";
import type { Body } from "./store.ts";

export function shaped(request: Request, { blob, headers: stored }: Body): Response {
  const headers = new Headers(stored);
  headers.set("accept-ranges", "bytes");
  headers.set("content-length", String(blob.size));
  if (request.method === "HEAD") return new Response(null, { headers });
  const part = partOf(request.headers.get("range"), blob.size);
  if (part === "all") return new Response(blob, { headers });
  headers.set("content-length", part === "none" ? "0" : String(part.to - part.from));
  headers.set("content-range", `bytes ${part === "none" ? "*" : `${part.from}-${part.to - 1}`}/${blob.size}`);
  return part === "none" ? new Response(null, { status: 416, headers }) : new Response(blob.slice(part.from, part.to), { status: 206, headers });
}
