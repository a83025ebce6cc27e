/**
 * From a wanted release to a store that holds it: survey, plan, refusals, lock, run, purge.
 */
import type { Plan } from "../../../src/cdn/deploy/plan.ts";
import { purgeOf } from "../../../src/cdn/deploy/purge.ts";
import type { Refusal } from "../../../src/cdn/deploy/refusals.ts";
import type { DeployRecord } from "../../../src/cdn/deploy/record.ts";
import { type Act, actLine, actsOf, planText } from "../../../src/cdn/deploy/words.ts";
import { owe, purge, readOwed, reload } from "./commands.ts";
import { journal } from "./journal.ts";
import type { Wanted } from "./local.ts";
import { takeLock } from "./lock.ts";
import type { DeployOptions } from "./options.ts";
import { isNothing, run } from "./run.ts";
import { RefusedByPlan, type Session } from "./session.ts";
import type { Store } from "./store.ts";
import { lastRecordOf, makePlan, type Survey, survey } from "./survey.ts";

export interface Order extends Wanted {
  readonly refusals: (plan: Plan, last: DeployRecord | undefined) => readonly Refusal[];
}

/** Finds the order in what the store holds; a rollback takes its release from there. */
export type OrderOf = (found: Survey) => Promise<Order> | Order;

interface Work {
  readonly session: Session;
  readonly options: DeployOptions;
  readonly store: Store;
  /** The same store, which a stop does not reach: the lock is given back last. */
  readonly lockStore: Store;
}
interface Planned {
  readonly order: Order;
  readonly found: Survey;
  readonly plan: Plan;
}

/** @returns the exit code. */
export async function carryOut(work: Work, orderOf: OrderOf): Promise<number> {
  const { options, store, session } = work;
  const first = await planned(work, orderOf);
  session.tell(planText(first.plan, purgeOf(first.plan)));
  refuse(work, first);
  const owed = options.purge === undefined ? [] : await readOwed(store);
  if (options.isDryRun) return report(work, first.plan, []);
  if (isNothing(first.plan, first.found.log) && owed.length === 0) {
    session.tell("nothing to do: the store holds this release");
    return report(work, first.plan, []);
  }
  const lock = await takeLock({ store: work.lockStore, isBreaking: options.isBreakingLock, tell: session.tell, lost: (reason) => session.stop.abort(reason) });
  try {
    return await underLock(work, orderOf, first.plan);
  } finally {
    await lock.release().catch((error: unknown) => session.tell(`the lock stays and ends by itself: ${(error as Error).message}`));
  }
}

async function planned({ store, options }: Work, orderOf: OrderOf): Promise<Planned> {
  const found = await survey(store, options.isRechecking);
  const order = await orderOf(found);
  const plan = await makePlan(store, found, order.record, { nowMs: Date.now(), graceMs: options.graceMs });
  return { order, found, plan };
}

/** Between the first look and the lock another deploy may have ended. */
async function underLock(work: Work, orderOf: OrderOf, shown: Plan): Promise<number> {
  const { store, session, options } = work;
  const { order, found, plan } = await planned(work, orderOf);
  if (JSON.stringify(actsOf(plan)) !== JSON.stringify(actsOf(shown))) session.tell(`the store changed meanwhile; the plan is now\n${planText(plan, purgeOf(plan))}`);
  refuse(work, { order, found, plan });
  const written = journal(actsOf(plan), (act) => (act.isQuiet ? undefined : session.tell(`  ${actLine(act)}`)));
  const beforePages = async (): Promise<void> => {
    if (options.purge !== undefined) await owe(store, purgeOf(plan));
  };
  const beforeDeletes = async (): Promise<void> => {
    if (options.reload !== undefined) await reload(options.reload);
  };
  try {
    if (!isNothing(plan, found.log)) await run({ plan, survey: found, store, bytesOf: order.bytesOf, nowMs: Date.now, done: written.done, beforePages, beforeDeletes });
    if (options.purge !== undefined) session.tell(`${await purge(store, options.purge)} addresses purged`);
  } catch (error) {
    report(work, plan, written.end(), error);
    throw error;
  }
  session.tell(`release ${plan.record.release} is on line at ${store.name}`);
  return report(work, plan, written.end());
}

function refuse(work: Work, { order, found, plan }: Planned): void {
  const refusals = order.refusals(plan, lastRecordOf(found));
  if (refusals.length === 0) return;
  for (const { text } of refusals) console.error(`refused: ${text}`);
  if (work.options.isJson) printJson(work, plan, { refusals, done: [] });
  throw new RefusedByPlan("refused");
}

function report(work: Work, plan: Plan, done: readonly Act[], error?: unknown): number {
  if (work.options.isJson) printJson(work, plan, { refusals: [], done, ...(error === undefined ? {} : { error: (error as Error).message }) });
  return 0;
}

function printJson({ session, store, options }: Work, plan: Plan, rest: Readonly<Record<string, unknown>>): void {
  session.print(JSON.stringify({
    target: store.name,
    release: plan.record.release,
    dryRun: options.isDryRun,
    plan: actsOf(plan),
    same: plan.same.length,
    waiting: plan.waiting.map(({ path }) => path),
    unknown: plan.unknown,
    purge: purgeOf(plan),
    ...rest,
  }));
}
