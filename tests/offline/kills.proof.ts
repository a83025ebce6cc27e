/** What ends in the middle of the work: the host, the worker, the browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { workerName } from "../../src/offline/protocol.ts";
import { launchProfile } from "../browser/launch.ts";
import { endWorkers } from "./devtools.ts";
import { faultsOffline, glimpse, look, onlyNewTab, type Reader, readerIn, releaseOfPage, visit } from "./reader.ts";
import type { SmallRelease } from "./releases.ts";
import { install, type Room, suiteIn } from "./room.ts";
import { claimOf, settled, stored, workerPath } from "./stored.ts";

const room = {} as Room;
const test = suiteIn("kills", room);
const tenths = Array.from({ length: 10 }, (_, at) => at / 10);

/** Answers that a host gives for a whole install, and for a whole update: measured once. */
async function answersOf(next?: SmallRelease): Promise<number> {
  const { reader, host, site: { releases: { alfa } } } = room;
  await install(room, alfa);
  if (!next) return host.log.length;
  const from = host.log.length;
  host.release(next.folder);
  await visit(reader);
  await stored(reader, next);
  return host.log.length - from;
}
const counts: { install: number; update: number } = { install: 0, update: 0 };

test("counts what an install and an update ask", async () => {
  counts.update = await answersOf(room.site.releases.bravo);
  counts.install = room.host.log.length - counts.update;
  assert.ok(counts.install > 30 && counts.update > 20, `${counts.install} and ${counts.update}`);
});

/** Files that were answered whole more than once, of those that carry no more than one address. */
const askedAgain = (from: number): readonly string[] => {
  const bodies = room.host.log.slice(from).filter(({ status, answered, path }) => status === 200 && answered && /\/wegwijzer-search\/[xtwo]\//.test(path)).map(({ path }) => path);
  return bodies.filter((path, at) => bodies.indexOf(path) !== at);
};

for (const tenth of tenths) {
  test(`the host dies at ${tenth * 100} % of an install: the visit after it goes on where it stopped`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    // The first page, its parts and the worker come; what is stored after them is counted.
    const begin = 12;
    host.dieAfter(begin + Math.round((counts.install - begin) * tenth));
    await visit(reader);
    await died();
    await settled(reader).catch(() => undefined);
    if ((await claimOf(reader.page)).kind === "stored") assert.equal(await faultsOffline(reader, alfa), [], "stored is claimed");
    host.heal();
    await host.revive();
    await visit(reader);
    await stored(reader, alfa);
    assert.ok(askedAgain(0).length <= 6, `asked again: ${askedAgain(0).join(" ")}`);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
  });

  test(`the host dies at ${tenth * 100} % of an update: readers keep the old release, and the visit after it goes on`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    await install(room, alfa);
    const from = host.log.length;
    host.release(bravo.folder);
    host.dieAfter(Math.max(1, Math.round(counts.update * tenth)));
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await died();
    assert.is((await settled(reader)).release, alfa.id);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), []);
    host.heal();
    releaseOfPage(await visit(reader));
    await stored(reader, bravo);
    assert.ok(askedAgain(from).length <= 6, `asked again: ${askedAgain(from).join(" ")}`);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });
}

const died = (): Promise<void> => room.host.dead();

/** A worker whose writes wait for an answer that never comes, after so many that went well. */
const counting = (writes: number): string => `{
  const put = Cache.prototype.put;
  self.puts = 0;
  Cache.prototype.put = async function (...args) {
    self.puts += 1;
    if (self.puts > ${writes}) await fetch("/schrijven", { cache: "no-store" }).catch(() => undefined);
    return put.apply(this, args);
  };
}\n`;
const writing = /\/schrijven$/;

function serveCounting(release: SmallRelease, writes: number): void {
  room.host.break({ kind: "text", text: counting(writes) + readFileSync(join(release.folder, workerName), "utf8"), type: "text/javascript" }, workerPath);
}

const writesAt: readonly number[] = [0, 1, 2, 3, 4, 6, 10, 16, 24, 32, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52];

for (const writes of writesAt) {
  test(`the worker is killed at install after ${writes} writes: one visit goes on and ends well`, async () => {
    const { reader, host, site: { releases: { alfa } } } = room;
    serveCounting(alfa, writes);
    host.break({ kind: "stall", after: "nothing" }, writing);
    await visit(reader);
    const isDone = await Promise.race([stored(reader, alfa).then(() => true), host.seen(({ path }) => writing.test(path)).then(() => false)]);
    await endWorkers(reader);
    host.heal();
    serveCounting(alfa, writes);
    await visit(reader);
    await stored(reader, alfa);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, alfa), [], isDone ? "it had all writes" : "");
  });

  test(`the worker is killed at update after ${writes} writes: readers have a whole release, and one visit ends well`, async () => {
    const { reader, host, site: { releases: { alfa, bravo } } } = room;
    serveCounting(alfa, writes);
    await install(room, alfa);
    await endWorkers(reader);
    const from = host.log.length;
    host.release(bravo.folder);
    host.break({ kind: "stall", after: "nothing" }, writing);
    assert.is(releaseOfPage(await visit(reader)), "alfa");
    await Promise.race([stored(reader, bravo), host.seen((request) => writing.test(request.path) && host.log.indexOf(request) >= from)]);
    await endWorkers(reader);
    await onlyNewTab(reader);
    await host.die();
    assert.match(releaseOfPage(await visit(reader, "onderwerp-7/")), /^(alfa|bravo)$/);
    await host.revive();
    host.heal();
    serveCounting(alfa, writes);
    releaseOfPage(await visit(reader));
    await stored(reader, bravo);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, bravo), []);
  });
}

/** Ends all processes of a browser at once, as a power cut does. */
async function killBrowser({ context }: Reader): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send("SystemInfo.getProcessInfo")) ?? {};
  assert.ok(processInfo.some(({ type }) => type === "browser"));
  for (const { id } of processInfo) process.kill(id, "SIGKILL");
}

/** Uses a profile, and kills its browser when the moment has come. */
async function useAndKill(profile: string, moment: (reader: Reader) => Promise<void>): Promise<void> {
  const context = await launchProfile(profile);
  const closed = new Promise<void>((resolve) => void context.on("close", () => resolve()));
  try {
    const reader = await readerIn(context, room.host);
    await moment(reader);
    await killBrowser(reader);
    await closed;
  } finally {
    await context.close().catch(() => undefined);
  }
}

async function endsWell(profile: string, release: SmallRelease): Promise<void> {
  const context = await launchProfile(profile);
  try {
    const reader = await readerIn(context, room.host);
    releaseOfPage(await visit(reader));
    await stored(reader, release);
    await onlyNewTab(reader);
    assert.equal(await faultsOffline(reader, release), []);
  } finally {
    await context.close();
  }
}

for (const part of [0.3, 0.6, 0.9, 1]) {
  test(`the browser is killed at ${part * 100} % of an install: its profile, used again, ends well with one visit`, async () => {
    const { host, site: { releases: { alfa } } } = room;
    const profile = mkdtempSync(join(tmpdir(), "wegwijzer-profile-"));
    try {
      await useAndKill(profile, async (reader) => {
        await glimpse(reader);
        if (part === 1) await stored(reader, alfa);
        else await host.seen(() => host.log.length >= counts.install * part);
      });
      await endsWell(profile, alfa);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });

  test(`the browser is killed at ${part * 100} % of an update: its profile, used again, ends well with one visit`, async () => {
    const { host, site: { releases: { alfa, bravo } } } = room;
    const profile = mkdtempSync(join(tmpdir(), "wegwijzer-profile-"));
    try {
      await useAndKill(profile, async (reader) => {
        await install({ reader, host }, alfa);
        const from = host.log.length;
        host.release(bravo.folder);
        await visit(reader);
        if (part === 1) await stored(reader, bravo);
        else await host.seen(() => host.log.length - from >= counts.update * part);
      });
      await endsWell(profile, bravo);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });
}

test("a worker killed while it rests wakes with all that it knew: each tab keeps its release", async () => {
  const { reader, host, site: { releases: { alfa, bravo } } } = room;
  await install(room, alfa);
  await visit(reader, "onderwerp-1/");
  host.release(bravo.folder);
  await visit(reader, "onderwerp-2/");
  await stored(reader, bravo);
  await endWorkers(reader);
  await reader.page.click("nav a[href$='onderwerp-3/']");
  await reader.page.waitForURL("**/onderwerp-3/");
  assert.is(releaseOfPage(await look(reader.page)), "alfa");
  await onlyNewTab(reader);
  assert.equal(await faultsOffline(reader, bravo), []);
});

test.run();
