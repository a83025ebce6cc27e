/**
 * What the commands of a store have in common: how they speak, stop and end.
 */
import { StoreError } from "./store.ts";
import { LockedError } from "./lock.ts";
import { SiteError } from "./local.ts";
import type { Patience } from "./patience.ts";
import { type Environment, secretsIn, UsageError, withoutSecrets } from "./open.ts";
import { HostingError } from "../../../src/cdn/hosting.ts";
import { ReleaseError } from "../../../src/release.ts";
import { type Retry, retryDefaults } from "../../../src/cdn/deploy/retry.ts";

/** Refused before anything was changed; the reasons are told already. */
export class RefusedByPlan extends Error {}

class StoppedError extends Error {}

export interface Session {
  /** For people: to standard output, or to standard error when that is for JSON. */
  readonly tell: (line: string) => void;
  readonly print: (text: string) => void;
  readonly stop: AbortController;
  readonly patience: Patience;
  /** For the lock, which is given back also when all else was stopped. */
  readonly lockPatience: Patience;
}

/** What a command takes from outside, beside its words. */
export interface Surroundings {
  readonly env: Environment;
  readonly retry: Retry;
}
export const surroundings = (): Surroundings => ({ env: process.env, retry: retryDefaults });

export interface Speaking {
  readonly isJson: boolean;
  readonly timeoutMs: number;
  readonly attempts: number;
}

export function openSession({ isJson, timeoutMs, attempts }: Speaking, { env, retry }: Surroundings): Session {
  const secrets = secretsIn(env);
  const stop = new AbortController();
  const print = (text: string): void => console.log(withoutSecrets(text, secrets));
  const tell = isJson ? (line: string): void => console.error(withoutSecrets(line, secrets)) : print;
  const patience = { retry: { ...retry, attempts }, timeoutMs, stop: stop.signal, tell };
  return { tell, print, stop, patience, lockPatience: { ...patience, stop: new AbortController().signal } };
}

/** Ctrl-C ends what is under way in order; a second one ends at once. */
export async function stoppable<Result>(stop: AbortController, work: () => Promise<Result>): Promise<Result> {
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort(new StoppedError("stopped; what is on the store works as it is, and the same command goes on"));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  try {
    return await work();
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

const refused = [SiteError, HostingError, ReleaseError, LockedError, RefusedByPlan] as const;

function codeOf(error: unknown): number | undefined {
  if (error instanceof UsageError) return 2;
  if (refused.some((kind) => error instanceof kind)) return 3;
  if (error instanceof StoppedError) return 130;
  return error instanceof StoreError ? 1 : undefined;
}

/** Runs a command and tells its fault in one line, without a secret and without a stack. */
export async function ending(name: string, usage: string, { env }: Surroundings, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedByPlan)) {
      const text = `${name}: ${error instanceof Error ? error.message : String(error)}${error instanceof UsageError ? `\n\n${usage}` : ""}`;
      console.error(withoutSecrets(text, secretsIn(env)));
    }
    return codeOf(error) ?? 1;
  }
}
