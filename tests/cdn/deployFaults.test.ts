import { suite } from "uvu";
import * as assert from "uvu/assert";
import { read } from "../../plugins/output.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, type Said } from "./deploySite.ts";
import { assertWhole, first, isList, isPut, putOf } from "./faulty.ts";
import { type S3Asked, type S3Fault, type S3Server, s3Server } from "./s3Server.ts";

const test = suite<{ bench: Bench; store: S3Server }>("store faults");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server({ pageSize: 4 });
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});

const mended: readonly (readonly [string, (asked: S3Asked) => S3Fault | undefined])[] = [
  ["two 500s", first(2, isPut, { status: 500 })],
  ["a 503 that says how long to wait", first(1, isPut, { status: 503, code: "SlowDown", retryAfter: "0" })],
  ["a 429", first(1, isPut, { status: 429 })],
  ["a request that times out at the store", first(1, isPut, { status: 400, code: "RequestTimeout" })],
  ["a connection lost before anything is kept", first(2, isPut, { drop: "before" })],
  ["a connection lost after it is kept", first(2, isPut, { drop: "after" })],
  ["an upload of which half is kept", first(2, isPut, { truncate: true })],
  ["an upload that nobody answers", first(1, isPut, { hang: true })],
  ["a listing that breaks off", first(1, isList, { cutAnswer: true })],
  ["a listing that fails", first(1, isList, { status: 500 })],
  ["a lock that is written but not confirmed", first(1, putOf(/lock\.json/), { drop: "after" })],
  ["a state that is half kept", first(1, putOf(/log\.json/), { truncate: true })],
  ["a delete that fails once", first(1, ({ method }) => method === "DELETE", { status: 500 })],
];
for (const [name, fault] of mended) {
  test(`${name} is tried again until the release is whole`, async ({ bench, store }) => {
    const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
    assert.is((await deploy(["--site", a, "--to", bucketTarget], envOf(store))).code, 0);
    store.behaviour.fault = fault;
    // Short only where it is to be waited for: a busy machine is slow at all else.
    const said = await deploy(["--site", b, "--to", bucketTarget, ...(name.includes("nobody answers") ? ["--timeout", "3"] : [])], envOf(store));
    assert.is(said.code, 0, said.err);
    if (!name.startsWith("a listing")) assert.match(said.out, /trying again/);
    assertWhole(store, [a, b]);
    assert.equal(store.objects.get("a/index.html")?.bytes, read(b, "a/index.html"));
    assert.not.ok(store.objects.has(".wegwijzer/lock.json"));
  });
}

for (const [clockMs, words] of [[-3_600_000, /by 3[56]\d\d s \(it is ahead\); set it right/], [3_600_000, /by 3[56]\d\d s \(it is behind\); set it right/]] as const) {
  test(`a clock that differs by ${clockMs / 60_000} minutes is told in words`, async ({ bench, store }) => {
    store.behaviour.clockMs = clockMs;
    const said = await deploy(["--site", bench.site({ version: "A" }), "--to", bucketTarget], envOf(store));
    assert.is(said.code, 1);
    assert.match(said.err, /the clock of this machine differs from that of the store/);
    assert.match(said.err, words);
    assert.is(store.requests.length, 1);
  });
}

test("a store whose tags are no checksums is read back, and a repeat still asks for nothing", async ({ bench, store }) => {
  store.behaviour.etags = "opaque";
  const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
  assert.is((await deploy(["--site", a, "--to", bucketTarget], envOf(store))).code, 0);
  store.behaviour.fault = first(1, isPut, { truncate: true });
  assert.is((await deploy(["--site", b, "--to", bucketTarget], envOf(store))).code, 0);
  assertWhole(store, [a, b]);
  store.requests.length = 0;
  assert.match((await deploy(["--site", b, "--to", bucketTarget], envOf(store))).out, /nothing to do/);
  assert.ok(store.requests.every(({ method, key }) => method === "GET" && (key === "" || key.startsWith(".wegwijzer/"))));
});

test("headers that another tool changed are seen with --recheck", async ({ bench, store }) => {
  const site = bench.site({ version: "A" });
  await deploy(["--site", site, "--to", bucketTarget], envOf(store));
  const page = store.objects.get("a/index.html");
  if (page) store.objects.set("a/index.html", { ...page, headers: { "content-type": "text/plain" } });
  assert.match((await deploy(["--site", site, "--to", bucketTarget], envOf(store))).out, /nothing to do/);
  assert.match((await deploy(["--site", site, "--to", bucketTarget, "--recheck"], envOf(store))).out, /~ a\/index.html/);
  assert.is(store.objects.get("a/index.html")?.headers["content-type"], "text/html; charset=utf-8");
});

const wrongKeys: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ["a wrong secret", { AWS_SECRET_ACCESS_KEY: "een-ander-geheim" }, /SignatureDoesNotMatch: the secret key does not fit/],
  ["an unknown key", { AWS_ACCESS_KEY_ID: "AKIAONBEKEND0000" }, /InvalidAccessKeyId: the store does not know this access key/],
];
for (const [name, more, message] of wrongKeys) {
  test(`${name} is told in words and not tried again`, async ({ bench, store }) => {
    const said = await deploy(["--site", bench.site({ version: "A" }), "--to", bucketTarget], { ...envOf(store), ...more });
    assert.is(said.code, 1);
    assert.match(said.err, message);
    assert.is(store.requests.length, 1);
  });
}

test("no output of any fault holds a key", async ({ bench, store }) => {
  const env = { ...envOf(store), AWS_SESSION_TOKEN: "een/zitting+token==" };
  const secrets = [env.AWS_SECRET_ACCESS_KEY, env.AWS_ACCESS_KEY_ID, env.AWS_SESSION_TOKEN].map(String);
  const all: Said[] = [];
  const site = bench.site({ version: "A" });
  const faults: readonly (S3Fault | undefined)[] = [{ status: 403, code: secrets[0] ?? "" }, { status: 500, code: secrets[2] ?? "" }, { drop: "before" }, { hang: true }, undefined];
  for (const fault of faults) {
    store.behaviour.fault = () => fault;
    for (const flag of ["--json", "--recheck"]) all.push(await deploy(["--site", site, "--to", bucketTarget, "--attempts", "2", "--timeout", fault && "hang" in fault ? "0.2" : "30", flag], env));
  }
  all.push(await deploy(["--site", site, "--to", bucketTarget], { ...env, AWS_ENDPOINT_URL: "http://127.0.0.1:1" }));
  assert.equal(new Set(all.map(({ code }) => code)), new Set([0, 1]));
  for (const { out, err } of all) for (const secret of secrets) assert.not.ok(`${out}${err}`.includes(secret), `${out}${err}`);
  for (const { bytes, headers } of store.objects.values()) for (const secret of secrets) assert.not.ok(`${String(bytes)}${JSON.stringify(headers)}`.includes(secret));
});

test.run();
