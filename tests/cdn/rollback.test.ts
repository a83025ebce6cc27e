import { rmSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { list, read } from "../../plugins/output.ts";
import { readRelease } from "../../plugins/release.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, releases, rollback, type Said } from "./deploySite.ts";
import { type S3Server, s3Server } from "./s3Server.ts";

const test = suite<{ bench: Bench; store: S3Server }>("rollback");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server();
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});
const well = (said: Said): Said => {
  assert.is(said.code, 0, `${said.out}\n${said.err}`);
  return said;
};

for (const kind of ["folder", "bucket"] as const) {
  const to = ({ bench }: { bench: Bench }): readonly string[] => ["--to", kind === "folder" ? `folder:${join(bench.root, "www")}` : bucketTarget];
  const bytesAt = ({ bench, store }: { bench: Bench; store: S3Server }, path: string): Buffer | undefined =>
    kind === "bucket" ? store.objects.get(path)?.bytes : list(join(bench.root, "www")).includes(path) ? read(join(bench.root, "www"), path) : undefined;
  const assertIs = (context: { bench: Bench; store: S3Server }, site: string): void => {
    const wanted = list(site).filter((path) => kind === "folder" || !path.startsWith("_"));
    for (const path of wanted) assert.equal(bytesAt(context, path), read(site, path), path);
  };

  test(`${kind}: brings back every byte of the release before, from the store alone; and twice is there again`, async (context) => {
    const env = envOf(context.store);
    const [a, b] = [context.bench.site({ version: "A" }), context.bench.site({ version: "B", pages: ["a", "b", "c", "d", "e"] })];
    for (const site of [a, b]) well(await deploy(["--site", site, ...to(context)], env));
    const dry = well(await rollback([...to(context), "--dry-run"], env));
    assertIs(context, b);
    const real = well(await rollback(to(context), env));
    assert.ok(real.out.startsWith(dry.out));
    assertIs(context, a);
    assert.is(bytesAt(context, "e/index.html"), undefined);
    assert.match(well(await releases(to(context), env)).out.split("\n")[0] ?? "", new RegExp(`^${readRelease(a).id} {2}current`));
    well(await rollback(to(context), env));
    assertIs(context, b);
    assert.match(well(await rollback([readRelease(b).id, ...to(context)], env)).out, /nothing to do/);
  });

  test(`${kind}: a named release of the past, or how its id begins`, async (context) => {
    const env = envOf(context.store);
    const sites = ["A", "B", "C"].map((version) => context.bench.site({ version }));
    for (const site of sites) well(await deploy(["--site", site, ...to(context)], env));
    well(await rollback([readRelease(sites[0] ?? "").id.slice(0, 8), ...to(context)], env));
    assertIs(context, sites[0] ?? "");
  });

  test(`${kind}: after a deploy that was broken off, back is the release that it was to replace`, async (context) => {
    const env = envOf(context.store);
    const [a, b, c] = ["A", "B", "C"].map((version) => context.bench.site({ version })) as [string, string, string];
    for (const site of [a, b]) well(await deploy(["--site", site, ...to(context)], env));
    if (kind === "folder") return;
    context.store.behaviour.fault = ({ method, key }) => (method === "PUT" && key === "c/index.html" ? { status: 403 } : undefined);
    assert.is((await deploy(["--site", c, ...to(context)], env)).code, 1);
    context.store.behaviour.fault = undefined;
    well(await rollback(to(context), env));
    assertIs(context, b);
  });

  test(`${kind}: refuses what cannot come back, and says what can`, async (context) => {
    const env = envOf(context.store);
    const none = await rollback(to(context), env);
    assert.is(none.code, 3);
    assert.match(none.err, /rollback: there is no release before the current one to go back to; the store knows none/);
    const [a, b] = ["A", "B"].map((version) => context.bench.site({ version })) as [string, string];
    for (const site of [a, b]) well(await deploy(["--site", site, ...to(context)], env));
    assert.match((await rollback(["onbekend", ...to(context)], env)).err, new RegExp(`no release onbekend to go back to; the store knows ${readRelease(a).id}, ${readRelease(b).id}`));
    const asset = list(a).find((path) => path.endsWith(".css")) ?? "";
    if (kind === "folder") rmSync(join(context.bench.root, "www", asset));
    else context.store.objects.delete(asset);
    const gone = await rollback(to(context), env);
    assert.is(gone.code, 3);
    assert.match(gone.err, new RegExp(`refused: release ${readRelease(a).id} cannot come back from the store alone: ${asset.replace(/\./g, "\\.")} went; deploy it from its build`));
    assertIs(context, b);
  });
}

test("bytes that were damaged in the store are not put on line", async ({ bench, store }) => {
  const [a, b] = ["A", "B"].map((version) => bench.site({ version })) as [string, string];
  for (const site of [a, b]) well(await deploy(["--site", site, "--to", bucketTarget], envOf(store)));
  for (const [key, object] of store.objects) if (key.includes("/objects/")) store.objects.set(key, { ...object, bytes: Buffer.from("kapot") });
  const said = await rollback(["--to", bucketTarget], envOf(store));
  assert.is(said.code, 1);
  assert.match(said.err, /the store no longer has the bytes of \S+ as they were/);
  assert.equal(store.objects.get("index.html")?.bytes, read(b, "index.html"));
});

test("the limit on deletes holds for a rollback too", async ({ bench, store }) => {
  for (const pages of [["a"], ["a", "b", "c", "d", "e", "f"]]) well(await deploy(["--site", bench.site({ version: "A", pages }), "--to", bucketTarget], envOf(store)));
  const said = await rollback(["--to", bucketTarget], envOf(store));
  assert.is(said.code, 3);
  assert.match(said.err, /refused: 5 of \d+ files would be deleted, and 2 may be; if that is meant, say --max-deletes 5/);
  well(await rollback(["--to", bucketTarget, "--max-deletes", "5", "--min-pages", "0%"], envOf(store)));
});

test.run();
