/**
 * Takes, renews and gives back the lock of a store; a deploy holds it from its first write to its last.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { encodeLock, judge, type Lock, lockPath, parseLock, RENEW_MS } from "../../../src/cdn/deploy/lock.ts";
import { type Content, type Store, StoreError } from "./store.ts";

/** Another deploy is under way. */
export class LockedError extends StoreError {}

export interface HeldLock {
  release(): Promise<void>;
}

export interface Locking {
  readonly store: Store;
  /** Takes the lock from whoever has it. */
  readonly isBreaking: boolean;
  readonly tell: (line: string) => void;
  /** Called when the lock is no longer ours: stop at once. */
  readonly lost: (reason: StoreError) => void;
  /** @default RENEW_MS */
  readonly renewMs?: number;
}

/** @throws LockedError when another deploy is under way. */
export async function takeLock(locking: Locking): Promise<HeldLock> {
  const mine = newLock();
  let tag = await take(locking, mine);
  await tryTwice(locking, mine);
  const { store, lost, renewMs = RENEW_MS } = locking;
  const renew = async (): Promise<void> => {
    const next = await store.replace(lockPath, new TextEncoder().encode(encodeLock(mine)), tag).catch(() => tag);
    if (next !== undefined) tag = next;
    else if (!(await isMine(store, mine))) lost(new StoreError("somebody else took the lock of this store, so this deploy stops; run it again when that one has ended"));
  };
  const timer = setInterval(() => void renew(), renewMs);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      if (await isMine(store, mine)) await store.remove(lockPath);
    },
  };
}

async function take(locking: Locking, mine: Lock): Promise<string> {
  const { store, tell, isBreaking } = locking;
  const bytes = new TextEncoder().encode(encodeLock(mine));
  const there = await store.read(lockPath);
  if (there === undefined) return (await store.create(lockPath, bytes)) ?? (await readBack(locking, mine));
  const judgement = judge(lockIn(there), there.ageMs, mine.machine, isAlive);
  if (judgement.kind === "held" && !isBreaking) throw new LockedError(judgement.why);
  tell(judgement.kind === "free" ? judgement.why : `the lock of ${lockIn(there)?.by ?? "somebody unknown"} is broken, as asked`);
  const tag = await store.replace(lockPath, bytes, there.tag);
  return tag ?? (await readBack(locking, mine));
}

/** The answer to our own write may have been lost on its way, and a second attempt then meets the first. */
async function readBack({ store }: Locking, mine: Lock): Promise<string> {
  const there = await store.read(lockPath);
  const lock = there && lockIn(there);
  if (there && lock?.token === mine.token) return there.tag;
  const { why } = judge(lock, there?.ageMs ?? 0, mine.machine, () => true);
  throw new LockedError(why);
}

/** A store that writes over the lock a second time would let two deploys in. */
async function tryTwice({ store, tell }: Locking, mine: Lock): Promise<void> {
  const again = await store.create(lockPath, new TextEncoder().encode(encodeLock(mine)));
  if (again !== undefined) tell("warning: this store knows no conditional writes, so two deploys at once are not kept apart; see to it that only one runs");
}

const lockIn = ({ bytes }: Content): Lock | undefined => parseLock(new TextDecoder().decode(bytes));

async function isMine(store: Store, mine: Lock): Promise<boolean> {
  const there = await store.read(lockPath);
  return there !== undefined && lockIn(there)?.token === mine.token;
}

function newLock(): Lock {
  return { token: randomUUID(), by: `${userName()}@${hostname()}`, process: process.pid, machine: machineOf(), since: new Date().toISOString() };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number without a name.
    return "somebody";
  }
}

/** Two containers may bear one name and number their processes alike: the kernel tells them apart. */
function machineOf(): string {
  const told = [() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8"), () => readlinkSync("/proc/self/ns/pid")].map((tell) => {
    try {
      return tell();
    } catch {
      // Not Linux.
      return "";
    }
  });
  return createHash("sha256").update([hostname(), ...told].join("\n")).digest("base64url").slice(0, 16);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
