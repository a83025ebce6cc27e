import { suite } from "uvu";
import * as assert from "uvu/assert";
import { read } from "../../plugins/output.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, releases } from "./deploySite.ts";
import { assertWhole, putOf } from "./faulty.ts";
import { type S3Asked, type S3Fault, type S3Server, s3Server } from "./s3Server.ts";

const test = suite<{ bench: Bench; store: S3Server }>("a store that refuses");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server({ pageSize: 4 });
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});

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

test.run();
