import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list, read } from "../../plugins/output.ts";
import { lockPath } from "../../src/cdn/deploy/lock.ts";
import { bench, type Bench, bucketTarget, deploy, envOf } from "./deploySite.ts";
import { bundle } from "./deployLoad.ts";
import { type S3Server, s3Server } from "./s3Server.ts";

const tools = mkdtempSync(join(tmpdir(), "wegwijzer-kill-"));
const cli = bundle(tools);

const test = suite<{ bench: Bench; store: S3Server; sites: readonly [string, string] }>("killed");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server();
  context.sites = [context.bench.site({ version: "A" }), context.bench.site({ version: "B", pages: ["a", "b", "c", "e"], redirects: [{ from: "/d/", to: "/e/", status: 301 }] })];
  assert.is((await deploy(["--site", context.sites[0], "--to", bucketTarget], envOf(context.store))).code, 0);
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});
test.after(() => rmSync(tools, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
}

/** Deploys B in a process of its own, which gets a signal with its write of that key. */
async function signalled({ store, sites }: { store: S3Server; sites: readonly [string, string] }, pattern: RegExp, signal: "SIGKILL" | "SIGINT"): Promise<Ended> {
  let child: ChildProcess | undefined;
  store.behaviour.fault = ({ method, key }) => {
    if (method !== "GET" && method !== "HEAD" && pattern.test(`${method} ${key}`)) child?.kill(signal);
    return undefined;
  };
  const spawned = spawn(process.execPath, [cli, "--site", sites[1], "--to", bucketTarget], { env: { ...process.env, ...envOf(store) }, stdio: ["ignore", "pipe", "pipe"] });
  child = spawned;
  const chunks: Buffer[] = [];
  for (const stream of [spawned.stdout, spawned.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = await new Promise<Omit<Ended, "out">>((resolve) => spawned.on("close", (code, by) => resolve({ code, signal: by })));
  store.behaviour.fault = undefined;
  return { ...ended, out: Buffer.concat(chunks).toString("utf8") };
}

const isPut = ({ method, key, status }: S3Server["requests"][number]): boolean => method === "PUT" && status === 200 && !key.startsWith(".wegwijzer/");

const moments: readonly (readonly [string, RegExp, "A" | "some" | "B"])[] = [
  ["with the lock alone", /^PUT .wegwijzer\/lock/, "A"],
  ["before its first asset", /^PUT .wegwijzer\/log/, "A"],
  ["among its assets", /^PUT assets\/js/, "A"],
  ["while it keeps bytes for the way back", /^PUT .wegwijzer\/objects/, "A"],
  ["among its pages", /^PUT b\/index/, "some"],
  ["before the manifest", /^PUT release.json/, "some"],
  ["after all files", /^PUT .wegwijzer\/vouched/, "B"],
];
for (const [when, pattern, pages] of moments) {
  test(`${when}: every page has its assets, and the next run sends the rest alone, in its place`, async (context) => {
    const { store, sites } = context;
    store.requests.length = 0;
    const killed = await signalled(context, pattern, "SIGKILL");
    assert.is(killed.signal, "SIGKILL", killed.out);
    assert.ok(store.objects.has(lockPath));
    const texts = ["index.html", "a/index.html", "b/index.html", "c/index.html"].map((path) => String(store.objects.get(path)?.bytes));
    for (const text of texts) for (const [, asset = ""] of text.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)) assert.ok(store.objects.has(asset), asset);
    if (pages !== "some") assert.ok(texts.every((text) => text.endsWith(`in ${pages}</p>`)), texts.join("\n"));
    assert.ok(store.requests.every(({ method }) => method !== "DELETE"));
    const again = await deploy(["--site", sites[1], "--to", bucketTarget], envOf(store));
    assert.is(again.code, 0, again.err);
    assert.match(again.out, /was broken off; going on in its place/);
    const sent = store.requests.filter(isPut).map(({ key }) => key);
    assert.is(new Set(sent).size, sent.length, `sent twice: ${sent.filter((key, place) => sent.indexOf(key) !== place).join()}`);
    for (const path of list(sites[1]).filter((name) => !name.startsWith("_"))) assert.equal(store.objects.get(path)?.bytes, read(sites[1], path), path);
    assert.match((await deploy(["--site", sites[1], "--to", bucketTarget], envOf(store))).out, /nothing to do/);
  });
}

test("Ctrl-C ends in order: 130, the lock is given back, and the next run goes on", async (context) => {
  const { store, sites } = context;
  const { code, out } = await signalled(context, /^PUT assets\/js/, "SIGINT");
  assert.is(code, 130, out);
  assert.match(out, /deploy: stopped; what is on the store works as it is, and the same command goes on/);
  assert.not.ok(store.objects.has(lockPath), "the lock stays behind");
  assert.ok(String(store.objects.get("a/index.html")?.bytes).endsWith("in A</p>"));
  assert.is((await deploy(["--site", sites[1], "--to", bucketTarget], envOf(store))).code, 0);
});

test.run();
