/**
 * Runs a plan: stage by stage, each one whole before the next; the first failure ends it.
 *
 * Killed between any two writes it leaves a site that works, and a store on which the next run goes on.
 */
import { type Entry, headersText, objectPath, stages, type Stage } from "../../../src/cdn/deploy/entry.ts";
import { begin, currentOf, encodeLog, finish, type Log, logPath } from "../../../src/cdn/deploy/log.ts";
import type { Plan, Put } from "../../../src/cdn/deploy/plan.ts";
import { encodeRecord, recordPath } from "../../../src/cdn/deploy/record.ts";
import { encodeVouched, type VouchedFile, vouchedPath } from "../../../src/cdn/deploy/vouched.ts";
import { type Act, objectAct, putAct, removalAct } from "../../../src/cdn/deploy/words.ts";
import { hashOf } from "../../release.ts";
import { pool } from "./pool.ts";
import type { Store } from "./store.ts";
import { recordNameOf, type Survey } from "./survey.ts";

export interface Running {
  readonly plan: Plan;
  readonly survey: Survey;
  readonly store: Store;
  readonly bytesOf: (entry: Entry) => Promise<Uint8Array>;
  readonly nowMs: () => number;
  /** Told each act when it is done. */
  readonly done: (act: Act) => void;
  /** Before the first page changes: what a cache must be told must not be forgotten. */
  readonly beforePages: () => Promise<void>;
  /** When all files are there: a redirect must lead on before its page goes. */
  readonly beforeDeletes: () => Promise<void>;
}

/** Whether the store is as it should be. */
export function isNothing({ puts, objects, removals, record }: Plan, log: Log): boolean {
  return puts.length + objects.length + removals.length === 0 && log.at(-1)?.record === recordNameOf(record) && currentOf(log) === log.at(-1);
}

export async function run(running: Running): Promise<void> {
  const { plan, survey, store } = running;
  // What has ended leaves the log at the very end, when its files have left: until then they are known.
  const ended = survey.log.filter((entry) => !plan.log.includes(entry));
  const log = begin(plan.log, begunBy(plan), running.nowMs());
  const tags = new Map<string, string>();
  await store.tidy();
  await announce(running, [...ended, ...log]);
  await putStage(running, "assets", tags);
  await putObjects(running);
  await store.settle();
  await running.beforePages();
  for (const stage of stages.slice(1)) {
    await putStage(running, stage, tags);
    await store.settle();
  }
  await putState(store, vouchedPath, encodeVouched(vouchedAfter(plan, survey, tags)));
  await running.beforeDeletes();
  const finished = finish(log, running.nowMs());
  await putLog(running, [...ended, ...finished]);
  await removeAll(running);
  if (ended.length > 0) await putLog(running, finished);
  await store.settle();
}

function begunBy({ record }: Plan): Parameters<typeof begin>[1] {
  const { entries, release } = record;
  return { release, record: recordNameOf(record), files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
}

/** First the store learns what is coming: what a broken deploy leaves must not be taken for somebody else's. */
async function announce({ plan, survey, store }: Running, log: Log): Promise<void> {
  const path = recordPath(recordNameOf(plan.record));
  if (!survey.listed.some((one) => one.path === path)) await putState(store, path, encodeRecord(plan.record));
  await putLog({ survey, store }, log);
}

async function putLog({ survey, store }: Pick<Running, "survey" | "store">, log: Log): Promise<void> {
  if (encodeLog(log) !== encodeLog(survey.log)) await putState(store, logPath, encodeLog(log));
}

async function putState(store: Store, path: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  await store.put(path, bytes, hashOf(bytes), { "Content-Type": "application/json", "Cache-Control": "no-store" });
}

async function putStage({ plan, store, bytesOf, done }: Running, stage: Stage, tags: Map<string, string>): Promise<void> {
  const put = async (one: Put): Promise<void> => {
    const { entry } = one;
    const tag = await store.put(entry.path, await bytesOf(entry), entry.hash, entry.headers);
    if (tag !== undefined) tags.set(entry.path, tag);
    done(putAct(one));
  };
  const puts = plan.puts.filter((one) => one.stage === stage);
  // New pages before those that may link to them, and the manifest when all else is there.
  for (const group of [...groupsOf(puts)]) await pool(group, put);
}

function groupsOf(puts: readonly Put[]): readonly (readonly Put[])[] {
  const isManifest = ({ entry }: Put): boolean => entry.path === "release.json";
  return [
    puts.filter((put) => put.kind === "new" && !isManifest(put)),
    puts.filter((put) => put.kind === "changed" && !isManifest(put)),
    puts.filter(isManifest),
  ];
}

/** Immutable and by their hash: what is there is right. */
async function putObjects({ plan, store, bytesOf, done }: Running): Promise<void> {
  await pool(plan.objects, async (entry) => {
    await store.put(objectPath(entry.hash), await bytesOf(entry), entry.hash, { "Content-Type": "application/octet-stream", "Cache-Control": "no-store" });
    done(objectAct(entry));
  });
}

function vouchedAfter({ record }: Plan, { listed }: Survey, tags: ReadonlyMap<string, string>): ReadonlyMap<string, VouchedFile> {
  const before = new Map(listed.flatMap(({ path, tag }) => (tag === undefined ? [] : [[path, tag] as const])));
  return new Map(record.entries.flatMap(({ path, hash, headers }) => {
    const tag = tags.get(path) ?? before.get(path);
    return tag === undefined ? [] : [[path, { tag, hash, headers: headersText(headers) }] as const];
  }));
}

/** In the order of the plan: pages that went, fingerprints after their grace time, closed ways back. */
async function removeAll({ plan, store, done }: Running): Promise<void> {
  for (const reason of ["gone", "worn", "kept"] as const) {
    await pool(plan.removals.filter(({ why }) => why === reason), async (one) => {
      await store.remove(one.path);
      done(removalAct(one));
    });
  }
}
