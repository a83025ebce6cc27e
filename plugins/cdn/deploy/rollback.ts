/** `wegwijzer rollback`: brings back a release from what the store still has of it. */
import { type Entry, objectPath } from "../../../src/cdn/deploy/entry.ts";
import { namedIn, previousOf } from "../../../src/cdn/deploy/log.ts";
import type { Plan } from "../../../src/cdn/deploy/plan.ts";
import { planRefusals, type Refusal, some } from "../../../src/cdn/deploy/refusals.ts";
import { hashOf } from "../../release.ts";
import { carryOut, type Order } from "./carryOut.ts";
import { openStore } from "./open.ts";
import { type DeployOptions, readOptions, rollbackUsage } from "./options.ts";
import { ending, openSession, stoppable, type Surroundings, surroundings } from "./session.ts";
import { SiteError } from "./local.ts";
import { type Store, StoreError } from "./store.ts";
import type { Survey } from "./survey.ts";

/** @returns the exit code, as of `deploy`. */
export async function rollbackCommand(args: readonly string[], around = surroundings()): Promise<number> {
  if (args.includes("--help")) {
    console.log(rollbackUsage);
    return 0;
  }
  return ending("rollback", rollbackUsage, around, () => rollback(readOptions(args, 1), around));
}

async function rollback(options: DeployOptions, around: Surroundings): Promise<number> {
  const session = openSession(options, around);
  const [store, lockStore] = [session.patience, session.lockPatience].map((patience) => openStore(options.target, around.env, patience)) as [Store, Store];
  let chosen: string | undefined;
  return stoppable(session.stop, () => carryOut({ session, options, store, lockStore }, (found) => {
    // Chosen once: between the first look and the lock "the one before" may have become another.
    const order = orderOf(options, store, found, chosen ?? options.release);
    chosen = order.record.release;
    return order;
  }));
}

function orderOf(options: DeployOptions, store: Store, { log, known }: Survey, id: string | undefined): Order {
  const entry = id === undefined ? previousOf(log) : namedIn(log, id);
  const record = known.find((one) => one.entry === entry)?.record;
  if (!record) {
    const ids = [...new Set(known.map(({ record: { release } }) => release))].join(", ") || "none";
    throw new SiteError(`there is no release ${id ?? "before the current one"} to go back to; the store knows ${ids}`);
  }
  return {
    record,
    bytesOf: (wanted) => keptBytes(store, wanted),
    // Pages that came after it go, and that is meant: an emergency is no time to write redirects.
    refusals: (plan, last) => [...assetsGone(plan), ...planRefusals(plan, last, options.limits, new Set()).filter(({ rule }) => rule !== "page-gone")],
  };
}

/** Assets are kept at their own address alone, and only for the grace time. */
function assetsGone({ puts, record }: Plan): readonly Refusal[] {
  const gone = puts.filter(({ entry }) => entry.role === "asset").map(({ entry }) => entry.path);
  if (gone.length === 0) return [];
  return [{ rule: "asset-missing", text: `release ${record.release} cannot come back from the store alone: ${some(gone)} went; deploy it from its build` }];
}

async function keptBytes(store: Store, { hash, path }: Entry): Promise<Uint8Array> {
  const content = await store.read(objectPath(hash));
  if (!content || hashOf(content.bytes) !== hash) throw new StoreError(`the store no longer has the bytes of ${path} as they were; deploy that release from its build`);
  return content.bytes;
}
