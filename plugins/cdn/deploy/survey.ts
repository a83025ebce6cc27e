/**
 * Looks at a store: what it holds, what it knows of its releases; then makes the plan.
 */
import type { Held, Known, Plan } from "../../../src/cdn/deploy/plan.ts";
import { planOf } from "../../../src/cdn/deploy/plan.ts";
import { currentOf, type Log, logPath, parseLog } from "../../../src/cdn/deploy/log.ts";
import { type DeployRecord, encodeRecord, parseRecord, recordPath } from "../../../src/cdn/deploy/record.ts";
import { isState } from "../../../src/cdn/deploy/entry.ts";
import { parseVouched, type VouchedFiles, vouchedPath } from "../../../src/cdn/deploy/vouched.ts";
import { hashOf } from "../../release.ts";
import { pool } from "./pool.ts";
import type { Listed, Store } from "./store.ts";

export interface Survey {
  readonly listed: readonly Listed[];
  readonly log: Log;
  readonly known: readonly Known[];
  readonly vouched: VouchedFiles;
}

export async function survey(store: Store, isRechecking = false): Promise<Survey> {
  const listed = await store.list();
  const log = await readLog(store);
  const there = new Set(listed.map(({ path }) => path));
  const known = log.filter(({ record }) => there.has(recordPath(record)));
  const records = new Map<string, DeployRecord>();
  await pool([...new Set(known.map(({ record }) => record))], async (name) => {
    records.set(name, parseRecord(await textAt(store, recordPath(name)), recordPath(name)));
  });
  return {
    listed,
    log,
    known: known.flatMap((entry) => {
      const record = records.get(entry.record);
      return record ? [{ entry, record }] : [];
    }),
    vouched: isRechecking || !there.has(vouchedPath) ? new Map() : parseVouched(await textAt(store, vouchedPath)),
  };
}

export async function readLog(store: Store): Promise<Log> {
  const text = await textAt(store, logPath);
  return text === "" ? [] : parseLog(text);
}

async function textAt(store: Store, path: string): Promise<string> {
  const content = await store.read(path);
  return content ? new TextDecoder().decode(content.bytes) : "";
}

/** The name under which a record is kept: that of its release, told apart where siblings or headers differ. */
export const recordNameOf = (record: DeployRecord): string => `${record.release}-${hashOf(encodeRecord(record)).slice(0, 8)}`;

export const lastRecordOf = ({ log, known }: Survey): DeployRecord | undefined => known.find(({ entry }) => entry === currentOf(log))?.record;

export interface Times {
  readonly nowMs: number;
  readonly graceMs: number;
}

export async function makePlan(store: Store, { listed, log, known, vouched }: Survey, wanted: DeployRecord, times: Times): Promise<Plan> {
  const held = await heldOf(store, listed, wanted, vouched);
  return planOf({ wanted, name: recordNameOf(wanted), held, log, known, ...times });
}

/** Asks only for what may be the same and is vouched for by nobody. */
async function heldOf(store: Store, listed: readonly Listed[], wanted: DeployRecord, vouched: VouchedFiles): Promise<readonly Held[]> {
  const sizes = new Map(wanted.entries.map(({ path, size }) => [path, size]));
  const held = listed.map(({ path, size, tag }): Held => {
    const known = vouched.get(path);
    return known !== undefined && known.tag === tag ? { path, size, hash: known.hash, headers: known.headers } : { path, size };
  });
  const asked = held.filter(({ path, size, hash }) => hash === undefined && !isState(path) && sizes.get(path) === size);
  const found = new Map<string, Held>();
  await pool(asked, async ({ path, size }) => void found.set(path, { path, size, ...(await store.look(path)) }));
  return held.map((one) => found.get(one.path) ?? one);
}
