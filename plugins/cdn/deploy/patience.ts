/**
 * How long a command waits for a network, and what it tries again.
 */
import { setTimeout as delay } from "node:timers/promises";
import { type Retry, waitMs } from "../../../src/cdn/deploy/retry.ts";
import { StoreError } from "./store.ts";

export interface Patience {
  readonly retry: Retry;
  /** Of one request, in milliseconds. */
  readonly timeoutMs: number;
  /** Aborted when the maintainer stops the deploy, or somebody took its lock. */
  readonly stop: AbortSignal;
  /** Told what is tried again, and why. */
  readonly tell: (line: string) => void;
}

/** A refused request, with what it needs to be tried again. */
export class RefusedError extends StoreError {
  readonly retryAfter: string | null;
  constructor(message: string, isAgain: boolean, retryAfter: string | null) {
    super(message, { isPassing: isAgain });
    this.retryAfter = retryAfter;
  }
}

/** Tries until it goes well, may not be tried again, or was tried often enough. */
export async function persist<Result>(patience: Patience, what: string, attempt: () => Promise<Result>): Promise<Result> {
  for (let made = 1; ; made += 1) {
    patience.stop.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      patience.stop.throwIfAborted();
      const fault = error instanceof StoreError ? error : networkError(error, patience.timeoutMs);
      const asked = fault instanceof RefusedError ? fault.retryAfter : null;
      const wait = fault.isPassing ? waitMs(made, asked, patience.retry, Math.random(), Date.now()) : undefined;
      if (wait === undefined) throw new StoreError(`${what}: ${fault.message}${made > 1 ? ` (tried ${made} times)` : ""}`, { cause: error });
      patience.tell(`${what}: ${fault.message}; trying again`);
      await delay(wait, undefined, { signal: patience.stop });
    }
  }
}

/** What `fetch` throws says little; its cause has the code. */
function networkError(error: unknown, timeoutMs: number): StoreError {
  if (!(error instanceof Error)) return new StoreError(String(error));
  if (error.name === "TimeoutError") return new StoreError(`no answer within ${timeoutMs / 1000} s`, { isPassing: true });
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  const isOver = code === "ENOTFOUND" || code?.startsWith("ERR_TLS") === true || code?.includes("CERT") === true;
  return new StoreError(`the connection failed (${code ?? message})`, { cause: error, isPassing: error instanceof TypeError && !isOver });
}
