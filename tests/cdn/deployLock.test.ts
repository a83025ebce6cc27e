import { readFileSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { folderStore } from "../../plugins/cdn/deploy/folderStore.ts";
import { LockedError, takeLock } from "../../plugins/cdn/deploy/lock.ts";
import type { Store, StoreError } from "../../plugins/cdn/deploy/store.ts";
import { read, write } from "../../plugins/output.ts";
import { encodeLock, LEASE_MS, lockPath } from "../../src/cdn/deploy/lock.ts";
import { bench, type Bench, bucketTarget, deploy, envOf, type Said } from "./deploySite.ts";
import { type S3Server, s3Server } from "./s3Server.ts";

const test = suite<{ bench: Bench; store: S3Server }>("two deploys at once");
test.before.each(async (context) => {
  context.bench = bench();
  context.store = await s3Server();
});
test.after.each(async ({ bench, store }) => {
  await store.close();
  bench.clear();
});

const theirs = encodeLock({ token: "x", by: "anna@elders", process: 1, machine: "another", since: "2026-11-25T12:00:00.000Z" });

test("the second refuses and names the first, and the first ends well", async ({ bench, store }) => {
  const [a, b] = [bench.site({ version: "A" }), bench.site({ version: "B" })];
  const begun = new Promise<Said>((resolve) => {
    let second: Promise<Said> | undefined;
    store.behaviour.fault = ({ method, key }) => {
      // While the first sends its assets, the second begins.
      if (method === "PUT" && key.startsWith("assets/")) second ??= deploy(["--site", b, "--to", bucketTarget], envOf(store)).then((said) => (resolve(said), said));
      return undefined;
    };
    store.behaviour.delayMs = 15;
  });
  // What both print mixes, since they run in one process; their exit codes do not.
  const first = deploy(["--site", a, "--to", bucketTarget], envOf(store));
  assert.is((await begun).code, 3);
  assert.is((await first).code, 0);
  assert.equal(store.objects.get("a/index.html")?.bytes, read(a, "a/index.html"));
  assert.not.ok(store.objects.has(lockPath));
});

test("of many that begin at the same time, each ends well or refuses, and the store holds one release", async ({ bench, store }) => {
  const sites = ["A", "B", "C"].map((version) => bench.site({ version }));
  const all = await Promise.all(sites.map((site) => deploy(["--site", site, "--to", bucketTarget], envOf(store))));
  const codes = all.map(({ code }) => code);
  assert.ok(codes.includes(0) && codes.every((code) => code === 0 || code === 3), codes.join());
  const texts = ["index.html", "a/index.html", "sitemap.xml"].map((path) => /[ABC](?=<)/.exec(String(store.objects.get(path)?.bytes))?.[0]);
  assert.is(new Set(texts).size, 1);
});

for (const kind of ["folder", "bucket"] as const) {
  const args = ({ bench }: { bench: Bench }): readonly string[] => ["--to", kind === "folder" ? `folder:${join(bench.root, "www")}` : bucketTarget];
  const putLock = ({ bench, store }: { bench: Bench; store: S3Server }, ageMs: number): void => {
    if (kind === "bucket") return void store.objects.set(lockPath, { bytes: Buffer.from(theirs), etag: "lock", headers: {}, modifiedMs: Date.now() - ageMs });
    write(join(bench.root, "www"), lockPath, theirs);
    utimesSync(join(bench.root, "www", lockPath), new Date(), new Date(Date.now() - ageMs));
  };

  test(`${kind}: a lock of another machine is respected, told, and can be broken`, async (context) => {
    putLock(context, 5_000);
    const site = context.bench.site({ version: "A" });
    const said = await deploy(["--site", site, ...args(context)], envOf(context.store));
    assert.is(said.code, 3);
    assert.match(said.err, /deploy: another deploy is under way: anna@elders \(process 1\), since 2026-11-25T12:00:00.000Z; .* ends in 11\d s; --break-lock ends it now/);
    const again = await deploy(["--site", site, ...args(context), "--break-lock"], envOf(context.store));
    assert.is(again.code, 0);
    assert.match(again.out, /the lock of anna@elders is broken, as asked/);
  });

  test(`${kind}: a lock that nobody renewed is taken over`, async (context) => {
    putLock(context, LEASE_MS + 5_000);
    const said = await deploy(["--site", context.bench.site({ version: "A" }), ...args(context)], envOf(context.store));
    assert.is(said.code, 0);
    assert.match(said.out, /anna@elders .* has not been heard of for 12\d s; going on in its place/);
  });
}

test("a store without conditional writes is told of, and still asked for a lock", async ({ bench, store }) => {
  store.behaviour.knowsConditions = false;
  const site = bench.site({ version: "A" });
  assert.match((await deploy(["--site", site, "--to", bucketTarget], envOf(store))).out, /warning: this store knows no conditional writes/);
  store.objects.set(lockPath, { bytes: Buffer.from(theirs), etag: "lock", headers: {}, modifiedMs: Date.now() });
  assert.is((await deploy(["--site", bench.site({ version: "B" }), "--to", bucketTarget], envOf(store))).code, 3);
});

/** Waits for what must come, and fails by the limit of the suite when it does not. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(5);
}

const locked = (store: Store, lost: (reason: StoreError) => void = () => undefined) => takeLock({ store, isBreaking: false, tell: () => undefined, lost, renewMs: 5 });

test("a holder renews its lock, and learns when somebody took it", async ({ bench }) => {
  const store = folderStore(bench.root);
  const reasons: string[] = [];
  const lock = await locked(store, (reason) => reasons.push(reason.message));
  const file = join(bench.root, lockPath);
  utimesSync(file, new Date(0), new Date(0));
  await until(() => statSync(file).mtimeMs > 0);
  write(bench.root, lockPath, theirs);
  await until(() => reasons.length > 0);
  assert.match(reasons[0] ?? "", /somebody else took the lock of this store, so this deploy stops/);
  await lock.release();
  assert.is(readFileSync(file, "utf8"), theirs, "it gave back what was not its own");
});

test("twenty that ask for the lock of a folder at once: one gets it", async ({ bench }) => {
  const store = folderStore(bench.root);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => locked(store)));
  assert.is(answers.filter(({ status }) => status === "fulfilled").length, 1);
  for (const answer of answers) {
    if (answer.status === "fulfilled") await answer.value.release();
    else assert.instance(answer.reason, LockedError);
  }
});

test.run();
