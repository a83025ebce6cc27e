import { test } from "uvu";
import * as assert from "uvu/assert";
import { judge, LEASE_MS, type Lock } from "../../src/cdn/deploy/lock.ts";
import { isPassing, retryDefaults, waitMs } from "../../src/cdn/deploy/retry.ts";
import { faultText, parseFault, parseListing } from "../../src/cdn/deploy/s3.ts";

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
