import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list, read } from "../../plugins/output.ts";
import { judge, LEASE_MS, type Lock } from "../../src/cdn/deploy/lock.ts";
import { isPassing, retryDefaults, waitMs } from "../../src/cdn/deploy/retry.ts";
import { faultText, parseFault, parseListing } from "../../src/cdn/deploy/s3.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, releases, type Said } from "./deploySite.ts";
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

/** The next so many requests that match go wrong. */
function first(times: number, matches: (asked: S3Asked) => boolean, fault: S3Fault): (asked: S3Asked) => S3Fault | undefined {
  let left = times;
  return (asked) => {
    if (!matches(asked) || left === 0) return undefined;
    left -= 1;
    return fault;
  };
}
const isPut = ({ method, key }: S3Asked): boolean => method === "PUT" && !key.startsWith(".wegwijzer/");
const putOf = (pattern: RegExp) => (asked: S3Asked): boolean => asked.method === "PUT" && pattern.test(asked.key);
const isList = ({ query }: S3Asked): boolean => query.includes("list-type");

/** What readers can ask for is of these sites, whole, and every page finds its assets. */
function assertWhole({ objects }: S3Server, sites: readonly string[]): void {
  for (const [key, { bytes }] of objects) {
    if (key.startsWith(".wegwijzer/")) continue;
    assert.ok(sites.some((site) => list(site).includes(key) && read(site, key).equals(bytes)), `${key} is of no release`);
    for (const [, asset = ""] of String(bytes).matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)) assert.ok(objects.has(asset), `${key} refers to ${asset}`);
  }
}

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
    const said = await deploy(["--site", b, "--to", bucketTarget, "--timeout", "0.4"], envOf(store));
    assert.is(said.code, 0, said.err);
    if (!name.startsWith("a listing")) assert.match(said.out, /trying again/);
    assertWhole(store, [a, b]);
    assert.equal(store.objects.get("a/index.html")?.bytes, read(b, "a/index.html"));
    assert.not.ok(store.objects.has(".wegwijzer/lock.json"));
  });
}

const refused: readonly (readonly [string, (asked: S3Asked) => boolean, S3Fault, RegExp])[] = [
  ["an asset that is refused", putOf(/^assets\/css/), { status: 403, code: "AccessDenied" }, /PUT \/site\/assets\/css\.\S+: 403 AccessDenied: these keys may not do that; the policy must allow GetObject, PutObject/],
  ["an asset that always fails", putOf(/^assets\/js/), { status: 500 }, /500 InternalError \(tried 3 times\)/],
  ["an asset of which half is always kept", putOf(/^assets\/svg/), { truncate: true }, /the store kept other bytes than were sent \(tried 3 times\)/],
  ["bytes for the way back that are refused", putOf(/objects\//), { status: 403 }, /403/],
  ["a store that asks to wait for an hour", putOf(/^assets\//), { status: 429, retryAfter: "3600" }, /429/],
  ["a full store", putOf(/^assets\//), { status: 400, code: "QuotaExceeded" }, /the store is full/],
];
for (const [name, matches, fault, message] of refused) {
  test(`${name} ends the deploy: no page changes, nothing is deleted, and the next run goes on`, async ({ bench, store }) => {
    const shape = { redirects: [{ from: "/d/", to: "/a/", status: 301 as const }], pages: ["a", "b", "c"] };
    const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B", ...shape })];
    assert.is((await deploy(["--site", a, "--to", bucketTarget], envOf(store))).code, 0);
    store.requests.length = 0;
    store.behaviour.fault = (asked) => (matches(asked) ? fault : undefined);
    const args = ["--site", b, "--to", bucketTarget, "--attempts", "3", "--grace", "0"];
    const said = await deploy(args, envOf(store));
    assert.is(said.code, 1);
    assert.match(said.err, message);
    for (const page of ["index.html", "a/index.html", "d/index.html", "release.json"]) assert.equal(store.objects.get(page)?.bytes, read(a, page));
    assert.equal(store.requests.filter(({ method }) => method === "DELETE").map(({ key }) => key), [".wegwijzer/lock.json"]);
    assert.match((await releases(["--to", bucketTarget], envOf(store))).out, /broken off[^]*current/);
    store.behaviour.fault = undefined;
    store.requests.length = 0;
    const sent = new Set(said.out.split("\n").filter((line) => /^ {2}\+ /.test(line)).slice(3));
    const again = await deploy(args, envOf(store));
    assert.is(again.code, 0, again.err);
    const puts = store.requests.filter(({ method, key }) => method === "PUT" && key.startsWith("assets/"));
    assert.ok(puts.length <= 3 && [...sent].every((line) => !puts.some(({ key }) => line.includes(key))), "what was there was sent again");
    assert.equal(store.objects.get("a/index.html")?.bytes, read(b, "a/index.html"));
  });
}

test("a page that is refused: nothing is deleted and nothing announces the release", async ({ bench, store }) => {
  const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
  await deploy(["--site", a, "--to", bucketTarget], envOf(store));
  store.behaviour.fault = (asked) => (putOf(/^c\/index.html/)(asked) ? { status: 403 } : undefined);
  assert.is((await deploy(["--site", b, "--to", bucketTarget, "--grace", "0"], envOf(store))).code, 1);
  assertWhole(store, [a, b]);
  assert.equal(store.objects.get("release.json")?.bytes, read(a, "release.json"));
  assert.equal(store.objects.get("sitemap.xml")?.bytes, read(a, "sitemap.xml"));
});

for (const writes of [5, 12, 19]) {
  test(`a network that dies after ${writes} writes leaves no page without its assets`, async ({ bench, store }) => {
    const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
    await deploy(["--site", a, "--to", bucketTarget], envOf(store));
    let left = writes;
    store.behaviour.fault = ({ method }) => (method === "PUT" || method === "DELETE") && (left -= 1) < 0 ? { drop: "before" } : undefined;
    assert.is((await deploy(["--site", b, "--to", bucketTarget, "--attempts", "2", "--grace", "0"], envOf(store))).code, 1);
    assertWhole(store, [a, b]);
    store.behaviour.fault = undefined;
    // Its lock could not be given back, and its process, this one, lives on.
    assert.is((await deploy(["--site", b, "--to", bucketTarget, "--break-lock"], envOf(store))).code, 0);
    assert.equal(store.objects.get("a/index.html")?.bytes, read(b, "a/index.html"));
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
    for (const flag of ["--json", "--recheck"]) all.push(await deploy(["--site", site, "--to", bucketTarget, "--attempts", "2", "--timeout", "0.2", flag], env));
  }
  all.push(await deploy(["--site", site, "--to", bucketTarget], { ...env, AWS_ENDPOINT_URL: "http://127.0.0.1:1" }));
  assert.equal(new Set(all.map(({ code }) => code)), new Set([0, 1]));
  for (const { out, err } of all) for (const secret of secrets) assert.not.ok(`${out}${err}`.includes(secret), `${out}${err}`);
  for (const { bytes, headers } of store.objects.values()) for (const secret of secrets) assert.not.ok(`${String(bytes)}${JSON.stringify(headers)}`.includes(secret));
});

const waits: readonly (readonly [number, string | null, number, number | undefined])[] = [
  [1, null, 1, 300], [2, null, 1, 600], [5, null, 0.5, 2400], [6, null, 1, undefined], [1, "2", 0, 2000], [1, "61", 0, undefined], [1, "Thu, 01 Jan 1970 00:00:03 GMT", 0, 3000], [1, "soon", 0, 0],
];
for (const [made, asked, chance, expected] of waits) {
  test(`after ${made} attempts, asked for ${asked ?? "nothing"}, with chance ${chance}: ${expected ?? "no further"} ms`, () => assert.is(waitMs(made, asked, retryDefaults, chance, 0), expected));
}
for (const [status, code, is] of [[500, "", true], [429, "", true], [403, "AccessDenied", false], [404, "", false], [400, "RequestTimeout", true], [409, "ConditionalRequestConflict", true], [403, "RequestTimeTooSkewed", false]] as const) {
  test(`${status} ${code} is ${is ? "" : "not "}tried again`, () => assert.is(isPassing(status, code), is));
}

test("a listing is read whole, with names as they were", () => {
  const xml = '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><Contents><Key>a+b%2Bc%C3%A9&amp;.html</Key><Size>12</Size><ETag>&quot;abc&quot;</ETag></Contents><NextContinuationToken>t&lt;1</NextContinuationToken></ListBucketResult>';
  assert.equal(parseListing(xml), { objects: [{ key: "a b+cé&.html", size: 12, etag: "abc" }], next: "t<1" });
  assert.is(parseListing("<ListBucketResult><Contents><Key>a+b%20.html</Key></Contents></ListBucketResult>").objects[0]?.key, "a+b%20.html");
  assert.throws(() => parseListing(xml.slice(0, -5)), /no whole listing/);
  assert.throws(() => parseListing(xml.replace(/<Next.*Token>/, "")), /gave no way on/);
  assert.throws(() => parseListing("<html>portal</html>"), /no whole listing/);
  assert.equal(parseFault("<html>"), { code: "", message: "" });
  assert.is(faultText(418, "", undefined), "418");
});

const lock: Lock = { token: "t", by: "anna@laptop", process: 12, machine: "m", since: "2026-11-25T12:00:00Z" };
const judgements: readonly (readonly [string, Lock | undefined, number, string, boolean, string, RegExp])[] = [
  ["of a living process of this machine", lock, 1000, "m", true, "held", /another deploy is under way: anna@laptop \(process 12\), since 2026-11-25T12:00:00Z; wait for it to end. .* ends in 120 s; --break-lock/],
  ["of a dead process of this machine", lock, 1000, "m", false, "free", /was broken off; going on in its place/],
  ["of another machine", lock, 1000, "other", false, "held", /anna@laptop/],
  ["of another machine that was silent for too long", lock, LEASE_MS + 1, "other", true, "free", /has not been heard of for 120 s/],
  ["that cannot be read and is young", undefined, 0, "m", true, "held", /somebody unknown/],
  ["that cannot be read and is old", undefined, LEASE_MS + 1, "m", true, "free", /somebody unknown/],
];
for (const [name, there, ageMs, machine, alive, kind, message] of judgements) {
  test(`a lock ${name} is ${kind}`, () => {
    const judgement = judge(there, ageMs, machine, () => alive);
    assert.is(judgement.kind, kind);
    assert.match(judgement.why, message);
  });
}

test.run();
