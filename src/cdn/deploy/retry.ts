/**
 * What is tried again, and after how long: exponential back-off with full jitter.
 *
 * After "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015): many clients that wait a random
 * part of a growing time get through soonest.
 */
export interface Retry {
  /** Attempts in all. */
  readonly attempts: number;
  /** The first wait is a random part of it; each next one of twice as much. */
  readonly baseMs: number;
  readonly maxMs: number;
}

export const retryDefaults = { attempts: 6, baseMs: 300, maxMs: 20_000 } satisfies Retry;

/** Longer than this is refused: somebody has to look. */
const MOST_ASKED_MS = 60_000;

const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** S3 says these with a status that is not tried again otherwise. */
const passingCodes: ReadonlySet<string> = new Set(["RequestTimeout", "OperationAborted", "ConditionalRequestConflict", "SlowDown", "BadDigest", "XAmzContentSHA256Mismatch", "IncompleteBody"]);

export const isPassing = (status: number, code: string): boolean => passing.has(status) || passingCodes.has(code);

/**
 * How long to wait before an attempt, in milliseconds; undefined for no further attempt.
 *
 * @param made - Attempts so far, from 1.
 * @param asked - What `Retry-After` said, in seconds or as a date; null when it said nothing.
 * @param chance - From 0 up to 1.
 */
export function waitMs(made: number, asked: string | null, retry: Retry, chance: number, nowMs: number): number | undefined {
  if (made >= retry.attempts) return undefined;
  const jittered = chance * Math.min(retry.maxMs, retry.baseMs * 2 ** (made - 1));
  const wish = asked === null ? 0 : askedMs(asked, nowMs);
  if (wish > MOST_ASKED_MS) return undefined;
  return Math.max(jittered, wish);
}

function askedMs(text: string, nowMs: number): number {
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - nowMs);
}
