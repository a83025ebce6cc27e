import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Fault } from "./faults.ts";
import { type FaultHost, openFaultHost } from "./faultServer.ts";

const state = {} as { folder: string; host: FaultHost };
/** Hardly compressible, so that half of a coding, or a flipped byte in it, is no text. */
const text = `thuis ${Array.from({ length: 100 }, (_, at) => createHash("sha256").update(String(at)).digest("base64")).join("")}`;

test.before(async () => {
  state.folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  for (const [name, body] of [["a/index.html", text], ["a/app.0123abcd.js", "1;"], ["b/index.html", "elders"]] as const) {
    mkdirSync(join(state.folder, name, ".."), { recursive: true });
    writeFileSync(join(state.folder, name), body);
  }
});
test.before.each(async () => {
  state.host = await openFaultHost(join(state.folder, "a"));
});
test.after.each(() => state.host.close());
test.after(() => rmSync(state.folder, { recursive: true, force: true }));

/** What a reader gets, in a word; a reader who waits in vain gives up when the host has sent what it will. */
async function read(path = "", init: RequestInit = {}): Promise<string> {
  const stop = new AbortController();
  try {
    const response = await fetch(state.host.url + path, { redirect: "manual", signal: stop.signal, ...init });
    const body = response.text();
    if (state.host.log.at(-1)?.answered === false && response.headers.has("content-length")) {
      const isStalled = await Promise.race([body.then(() => false, () => false), new Promise((resolve) => setImmediate(resolve, true))]);
      if (isStalled) stop.abort();
    }
    const got = await body;
    return `${response.status} ${got === text ? "whole" : got.length < text.length ? got.slice(0, 6) || "empty" : "other"} ${response.headers.get("content-type") ?? ""}`.trim();
  } catch {
    return "no answer";
  }
}
const html = "text/html; charset=utf-8";

/** Readers differ in what they make of it: nothing, or a part. */
const damaged = /^(?!200 whole)/;

const rows: readonly (readonly [title: string, fault: Fault, got: string | RegExp])[] = [
  ["a status", { kind: "status", status: 500 }, `500 <!doct ${html}`],
  ["a portal", { kind: "portal" }, `200 <!doct ${html}`],
  ["a redirect", { kind: "redirect", to: "http://127.0.0.1:1/" }, "302 empty"],
  ["a reset", { kind: "reset" }, "no answer"],
  ["half of a length", { kind: "cut", framing: "length" }, damaged],
  ["chunks without a last one", { kind: "cut", framing: "chunked" }, damaged],
  ["half until the connection ends", { kind: "cut", framing: "close" }, `200 thuis  ${html}`],
  ["half that says to be whole", { kind: "short" }, `200 thuis  ${html}`],
  ["nothing", { kind: "empty" }, `200 empty ${html}`],
  ["a flipped byte", { kind: "flipped" }, `200 other ${html}`],
  ["corrupt gzip", { kind: "corrupt", coding: "gzip" }, damaged],
  ["corrupt brotli", { kind: "corrupt", coding: "br" }, damaged],
  ["half of gzip", { kind: "cutCoding", coding: "gzip" }, damaged],
  ["half of brotli", { kind: "cutCoding", coding: "br" }, damaged],
  ["a wrong type", { kind: "type", type: "application/octet-stream" }, "200 whole application/octet-stream"],
  ["a stall in the body", { kind: "stall", after: "half" }, "no answer"],
  ["a slow answer", { kind: "slow", pieceMs: 1 }, `200 whole ${html}`],
  ["another text", { kind: "text", text: "anders", type: "text/plain" }, "200 anders text/plain"],
  ["a changed page", { kind: "rewrite", rewrite: (page) => `${page}!` }, `200 other ${html}`],
];
for (const [title, fault, got] of rows) {
  test(`${title} arrives ${got === damaged ? "damaged" : `as ${String(got)}`}, and whole when it has healed`, async () => {
    state.host.break(fault, /^\/$/);
    assert.match(await read(), got);
    state.host.heal();
    assert.is(await read(), `200 whole ${html}`);
  });
}

test("a host answers with tags, ranges, heads and names that never change", async () => {
  const first = await fetch(state.host.url);
  assert.is(first.headers.get("cache-control"), "no-cache");
  assert.is((await fetch(state.host.url, { headers: { "If-None-Match": first.headers.get("etag") ?? "" } })).status, 304);
  const part = await fetch(state.host.url, { headers: { Range: "bytes=0-4" } });
  assert.equal([part.status, await part.text(), part.headers.get("content-range")], [206, "thuis", `bytes 0-4/${text.length}`]);
  assert.is((await fetch(state.host.url, { method: "HEAD" })).status, 200);
  assert.match((await fetch(`${state.host.url}app.0123abcd.js`)).headers.get("cache-control") ?? "", "immutable");
  assert.equal(state.host.log.map(({ method, path, status, answered }) => `${method} ${path} ${status} ${answered}`), [
    "GET / 200 true", "GET / 304 true", "GET / 206 true", "HEAD / 200 true", "GET /app.0123abcd.js 200 true",
  ]);
});

test("a host dies after so many answers, and lives again at its address", async () => {
  state.host.dieAfter(2);
  assert.equal([await read(), await read()], [`200 whole ${html}`, `200 whole ${html}`]);
  assert.is(await read(), "no answer");
  state.host.heal();
  await state.host.revive();
  assert.is(await read(), `200 whole ${html}`);
});

test("a host switches releases, and has two at once in the middle of a deploy", async () => {
  state.host.release(join(state.folder, "b"));
  assert.is(await read(), `200 elders ${html}`);
  state.host.break({ kind: "release", folder: join(state.folder, "a") }, /^\/$/);
  assert.is(await read(), `200 whole ${html}`);
});

test("a request that waits is in the log before it is answered", async () => {
  let go = (): void => undefined;
  state.host.break({ kind: "hold", until: new Promise((resolve) => (go = resolve)) });
  const answer = read();
  assert.is((await state.host.seen(({ path }) => path === "/")).answered, false);
  go();
  assert.is(await answer, `200 whole ${html}`);
});

test.run();
