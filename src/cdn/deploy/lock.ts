/**
 * The lock of a store: who deploys, and when somebody else may.
 *
 * It is a lease: its holder renews it, and one who was killed does not. Its age is told by the clock of
 * the store, never by ours.
 */
import { stateFolder } from "./entry.ts";

export interface Lock {
  /** Random, so that a holder knows its own lock again. */
  readonly token: string;
  /** `anna@laptop`, as its machine calls itself. */
  readonly by: string;
  readonly process: number;
  /** Equal for two processes that can see one another. */
  readonly machine: string;
  /** By the clock of the holder; for people to read. */
  readonly since: string;
}

export const lockPath = `${stateFolder}lock.json`;
/** A lock that was not renewed for so long has no holder. */
export const LEASE_MS = 120_000;
export const RENEW_MS = 30_000;

export const encodeLock = (lock: Lock): string => `${JSON.stringify(lock)}\n`;

/** Undefined when it is no lock of ours: cut off, or another file. */
export function parseLock(text: string): Lock | undefined {
  try {
    const value = JSON.parse(text) as Partial<Lock> | null;
    return typeof value?.token === "string" ? { by: "somebody", process: 0, machine: "", since: "an unknown time", ...value, token: value.token } : undefined;
  } catch {
    // Nobody can hold what nobody can read; its age decides.
    return undefined;
  }
}

export type Judgement = { readonly kind: "free"; readonly why: string } | { readonly kind: "held"; readonly why: string };

/**
 * Whether a lock that stands there may be taken over.
 *
 * @param isAlive - Asked only for a process of this machine.
 */
export function judge(lock: Lock | undefined, ageMs: number, machine: string, isAlive: (process: number) => boolean): Judgement {
  const who = lock ? `${lock.by} (process ${lock.process}), since ${lock.since}` : "somebody unknown";
  if (ageMs > LEASE_MS) return { kind: "free", why: `the deploy of ${who} has not been heard of for ${secondsOf(ageMs)} s; going on in its place` };
  if (lock && lock.machine === machine && !isAlive(lock.process)) return { kind: "free", why: `the deploy of ${who}, was broken off; going on in its place` };
  const restS = secondsOf(LEASE_MS - ageMs) + 1;
  return { kind: "held", why: `another deploy is under way: ${who}; wait for it to end. If it was broken off, its lock ends in ${restS} s; --break-lock ends it now` };
}

const secondsOf = (ms: number): number => Math.max(0, Math.round(ms / 1000));
