/**
 * What the worker knows while it lives; the records are what is left of it when it is ended.
 */
import { readSealed, type SealedRelease } from "../../../src/offline/manifest.ts";
import { releaseKey, shellPack, stateKey, type Stored, type Tabs, tabsKey, type Trouble, wholePack } from "../../../src/offline/protocol.ts";
import { hashOf, readText, write } from "./store.ts";

export interface Memory {
  stored: Stored;
  /** Client id -> seal, or `=` and the hash of a page that belonged to no release; the newest last. */
  readonly tabs: Map<string, string>;
  readonly releases: Map<string, Promise<SealedRelease | undefined>>;
  /** Pages from the network that are being read: whose they are is not known yet. */
  readonly verdicts: Map<string, Promise<void>>;
  /** The work that is under way, whether more was asked for meanwhile, and what went wrong last. */
  work: Promise<void> | undefined;
  again: boolean;
  busy: boolean;
  trouble: Trouble | "";
  /** Whether this visit may store the whole site unasked. */
  generous: boolean;
  /** Place of the file that was read again last. */
  audited: number;
}

/** When no release is on its way. */
export const arrived = { next: "", stuck: 0 };
const fresh: Stored = { ...arrived, current: "", packs: [], quiet: true, paused: false };
/** Tabs that were closed long ago are forgotten. */
const maxTabs = 200;

/** From the records; one that cannot be read is as good as none, and the bodies are still found by their hashes. */
export async function recall(): Promise<Memory> {
  const read = async (key: string): Promise<object> => {
    try {
      return { ...(JSON.parse((await readText(key)) ?? "{}") as object) };
    } catch {
      return {};
    }
  };
  const [stored, tabs] = await Promise.all([read(stateKey), read(tabsKey)]);
  return {
    stored: { ...fresh, ...stored }, tabs: new Map(Object.entries(tabs as Tabs)), releases: new Map(), verdicts: new Map(),
    work: undefined, again: false, busy: false, trouble: "", generous: false, audited: 0,
  };
}

/**
 * One write decides: before it the old state holds, after it the new one.
 *
 * Known at once, so that a choice that comes meanwhile is not lost, and taken back when it cannot be written.
 */
export async function change(memory: Memory, part: Partial<Stored>): Promise<void> {
  const before = memory.stored;
  memory.stored = { ...before, ...part };
  try {
    await write(stateKey, JSON.stringify(memory.stored));
  } catch (error) {
    memory.stored = before;
    throw error;
  }
}

export async function pin(memory: Memory, tab: string, seal: string): Promise<void> {
  if (tab === "" || memory.tabs.get(tab) === seal) return;
  memory.tabs.delete(tab);
  memory.tabs.set(tab, seal);
  await writeTabs(memory);
}

export async function writeTabs(memory: Memory): Promise<void> {
  for (const tab of memory.tabs.keys()) if (memory.tabs.size > maxTabs) memory.tabs.delete(tab);
  await write(tabsKey, JSON.stringify(Object.fromEntries(memory.tabs)));
}

/** Undefined when its manifest is not here, or spoilt. */
export function releaseOf(memory: Memory, seal: string): Promise<SealedRelease | undefined> {
  const known = memory.releases.get(seal);
  if (known) return known;
  const read = readRelease(seal);
  memory.releases.set(seal, read);
  void read.then((release) => release ?? memory.releases.delete(seal));
  return read;
}

async function readRelease(seal: string): Promise<SealedRelease | undefined> {
  if (seal === "" || seal.startsWith("=")) return undefined;
  try {
    const release = await readSealed((await readText(releaseKey(seal))) ?? "", hashOf);
    return release.seal === seal ? release : undefined;
  } catch {
    return undefined;
  }
}

/** @param now - Whether it is asked what may be fetched, which a thrifty reader did not choose, or what is to be kept. */
export function wantedPacks({ stored, generous }: Memory, release: SealedRelease | undefined, now: boolean): readonly string[] {
  const isQuiet = stored.quiet && release?.quiet === true && (generous || !now);
  return [shellPack, ...stored.packs, ...(isQuiet ? [wholePack] : [])];
}
