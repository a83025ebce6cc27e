import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { serve, type TestServer } from "./serve.ts";

const state = {} as { folder: string; server: TestServer };

test.before(async () => {
  state.folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  mkdirSync(join(state.folder, "over"));
  writeFileSync(join(state.folder, "index.html"), "thuis ".repeat(100));
  writeFileSync(join(state.folder, "over/index.html"), "over");
  writeFileSync(join(state.folder, "404.html"), "bestaat niet");
  writeFileSync(join(state.folder, "app.js"), "1;");
  writeFileSync(join(state.folder, "app.js.br"), brotliCompressSync("2;"));
  state.server = await serve(state.folder, { pathPrefix: "/p/" });
});
test.after(async () => {
  await state.server?.close();
  rmSync(state.folder, { recursive: true, force: true });
});
test.before.each(() => {
  delete state.server.behaviour.fault;
  state.server.requests.length = 0;
});

/** As sent: `fetch` would follow redirects, mend the address and decompress. */
function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(state.server.url);
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

const cases = [
  ["/p/", 200, "text/html; charset=utf-8"],
  ["/p/?q=energie", 200, "text/html; charset=utf-8"],
  ["/p/over/", 200, "text/html; charset=utf-8"],
  ["/p/over", 301, undefined],
  ["/p/app.js", 200, "text/javascript; charset=utf-8"],
  ["/p/niets", 404, "text/html; charset=utf-8"],
  ["/over/", 404, "text/html; charset=utf-8"],
  ["/p/..%2f..%2fetc/passwd", 404, "text/html; charset=utf-8"],
  ["/p/%E0%A4%A", 404, "text/html; charset=utf-8"],
] as const;
for (const [path, status, type] of cases) {
  test(`${path} answers ${status} as ${type ?? "a redirect"}`, async () => {
    const answer = await get(path);
    assert.is(answer.status, status);
    assert.is(answer.headers["content-type"], type);
  });
}

test("brotli is sent when accepted, from the sibling where there is one, and its bytes are counted", async () => {
  const page = await get("/p/", { "Accept-Encoding": "gzip, br" });
  assert.is(page.headers["content-encoding"], "br");
  assert.is(brotliDecompressSync(page.bytes).toString(), "thuis ".repeat(100));
  const script = await get("/p/app.js", { "Accept-Encoding": "br" });
  assert.is(brotliDecompressSync(script.bytes).toString(), "2;");
  assert.equal(state.server.requests.map(({ path, bytes }) => [path, bytes]), [["/p/", page.bytes.length], ["/p/app.js", script.bytes.length]]);
});

test("a file that is known is not sent again", async () => {
  const { headers } = await get("/p/");
  const again = await get("/p/", { "If-None-Match": String(headers["etag"]) });
  assert.is(again.status, 304);
  assert.is(again.bytes.length, 0);
});

test("a fault may be a status, a dropped connection or half a body", async () => {
  state.server.behaviour.fault = (path) => (path === "/p/" ? { status: 503 } : path === "/p/over/" ? { drop: true } : { cutAt: 1 });
  assert.is((await get("/p/")).status, 503);
  for (const path of ["/p/over/", "/p/app.js"]) {
    const message = await get(path).then(() => "it arrived whole", (error: Error) => error.message);
    assert.match(message, /socket hang up|aborted|ECONNRESET/);
  }
});

test.run();
