/**
 * What a visit sets going: look for a newer release, fetch it whole, switch to it in one step, then
 * mend and fill what readers chose.
 */
import { filesOf, NewerFormat, readSealed, type SealedRelease } from "../../../src/offline/manifest.ts";
import { releaseKey, shellPack } from "../../../src/offline/protocol.ts";
import { type ReleaseFile, releaseName } from "../../../src/release.ts";
import { audit } from "./audit.ts";
import { fetchAll } from "./fetching.ts";
import { Fault, load, loadFile } from "./loading.ts";
import { arrived, change, type Memory, releaseOf, wantedPacks, writeTabs } from "./memory.ts";
import { prune } from "./prune.ts";
import { worker } from "./scope.ts";
import { hashOf, keyOf, keysThere, readText, write } from "./store.ts";
import { tell } from "./tell.ts";

/** One round at a time; who asks meanwhile gets another when it ends. */
export function visit(memory: Memory): Promise<void> {
  memory.again = memory.work !== undefined;
  memory.work ??= rounds(memory).finally(() => (memory.work = undefined));
  return memory.work;
}

async function rounds(memory: Memory): Promise<void> {
  do {
    memory.again = false;
    memory.trouble = await round(memory).then(() => "" as const, (error: unknown) => (error instanceof Fault ? error.trouble : "quota"));
    memory.busy = false;
    await prune(memory).catch(() => undefined);
  } while (memory.again);
}

async function round(memory: Memory): Promise<void> {
  await audit(memory);
  const latest = await fetchManifest();
  await keepManifest(memory, latest);
  const isNew = latest.release.seal !== memory.stored.current;
  if (!isNew && (memory.stored.next || memory.stored.stuck)) await change(memory, arrived);
  const fault: unknown = isNew && (await advance(memory, latest.release).catch((reason: unknown) => reason));
  // Also when the next one cannot be had, what is here is to be whole.
  const current = await releaseOf(memory, memory.stored.current);
  if (current) await fill(memory, current);
  if (fault) throw fault;
}

interface Latest {
  readonly release: SealedRelease;
  readonly text: string;
}

async function fetchManifest(): Promise<Latest> {
  const attempt = async (cache: RequestCache): Promise<Latest> => {
    const text = new TextDecoder().decode((await load(releaseName, cache)).bytes);
    try {
      return { text, release: await readSealed(text, hashOf) };
    } catch (cause) {
      throw new Fault(cause instanceof NewerFormat ? "format" : "mismatch", cause);
    }
  };
  return attempt("no-cache").catch(() => attempt("reload"));
}

/** The record of a release is written before anything that needs it; one that was lost comes back. */
async function keepManifest(memory: Memory, { text, release }: Latest): Promise<void> {
  memory.releases.set(release.seal, Promise.resolve(release));
  if ((await readText(releaseKey(release.seal))) !== text) await write(releaseKey(release.seal), text);
}

/** To the next release: the shell, and all that is whole of the one before. */
async function advance(memory: Memory, latest: SealedRelease): Promise<void> {
  const there = await keysThere();
  const files = filesOf(latest, await wholePacks(memory, there));
  if (memory.stored.next !== latest.seal) await change(memory, { next: latest.seal });
  try {
    if (!memory.stored.current || memory.stored.stuck) await probe(files.filter((file) => !there.has(keyOf(file))));
    await fetchFor(memory, files, there, () => false);
  } catch (fault) {
    await noteFault(memory, fault as Fault);
    throw fault;
  }
  await switchTo(memory, latest);
}

/** Where two pages are spoilt and a script is not, pages are rewritten on the way: then nothing is stored. */
async function probe(files: readonly ReleaseFile[]): Promise<void> {
  const isSpoilt = (file: ReleaseFile | undefined): Promise<boolean> | boolean => !!file && loadFile(file).then(() => false, (fault: Fault) => fault.trouble === "mismatch");
  const pages = files.filter(({ path }) => path.endsWith(".html"));
  if ((await isSpoilt(pages[0])) && (await isSpoilt(pages[1] ?? pages[0])) && !(await isSpoilt(files.find(({ path }) => path.endsWith(".js"))))) throw new Fault("rewritten");
}

/** A host that answers and answers wrongly is counted: a reader must not be kept on an old release for good. */
async function noteFault(memory: Memory, { trouble }: Fault): Promise<void> {
  if (trouble === "rewritten" || trouble === "mismatch") await change(memory, { stuck: memory.stored.stuck || Date.now() });
}

/** A page that came from the network may be one of this very release; tabs of another stay with it. */
async function switchTo(memory: Memory, { seal, files }: SealedRelease): Promise<void> {
  const hashes = new Set(files.map(({ hash }) => `=${hash}`));
  for (const [tab, page] of memory.tabs) if (hashes.has(page)) memory.tabs.set(tab, seal);
  await writeTabs(memory);
  await change(memory, { ...arrived, current: seal });
}

/** The names of the packs that are whole in the stored release; the shell is one of them always. */
async function wholePacks(memory: Memory, there: ReadonlySet<string>): Promise<readonly string[]> {
  const current = await releaseOf(memory, memory.stored.current);
  const isWhole = (name: string): boolean => !!current && filesOf(current, [name]).every((file) => there.has(keyOf(file)));
  return wantedPacks(memory, current, false).filter((name) => name === shellPack || isWhole(name));
}

/** Mends what is missing, and fetches the packs that are wanted; the shell first. */
async function fill(memory: Memory, current: SealedRelease): Promise<void> {
  const there = await keysThere();
  for (const name of wantedPacks(memory, current, true)) {
    const isStopped = (): boolean => name !== shellPack && (memory.stored.paused || !wantedPacks(memory, current, true).includes(name));
    // What nobody chose may take a quarter of the room that is left.
    const isChosen = name === shellPack || memory.stored.packs.includes(name);
    await fetchFor(memory, filesOf(current, [name]), there, isStopped, isChosen ? 1 : 4);
  }
}

/** Only with room for it, so that a full device is not filled and emptied at each visit. */
async function fetchFor(memory: Memory, files: readonly ReleaseFile[], there: Set<string>, isStopped: () => boolean, margin = 1): Promise<void> {
  const missing = files.filter((file) => !there.has(keyOf(file)));
  if (missing.length === 0 || isStopped()) return;
  const { quota = Infinity, usage = 0 } = await worker.navigator.storage.estimate();
  if (missing.reduce((sum, { size }) => sum + size, 0) * margin > quota - usage) throw new Fault("quota");
  memory.busy = true;
  await tell(memory, there);
  let told = Date.now();
  await fetchAll({ files: missing, there, isStopped, progress: () => {
    if (Date.now() - told < tellEveryMs) return;
    told = Date.now();
    void tell(memory, there);
  } });
}

const tellEveryMs = 300;
