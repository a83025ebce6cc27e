/**
 * Compressed siblings for a whole output folder, on all cores; the same bytes are never packed twice.
 *
 * What was packed is kept by the hash of its bytes. A sibling from the cache is unpacked and compared
 * before it is used: what CI carried along, or a crash left behind, never decides what readers get.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gains, minSize } from "../../src/cdn/encodings.ts";
import { mayGain } from "../../src/cdn/types.ts";
import { list, read, remove, write } from "../output.ts";
import { hashOf } from "../release.ts";
import { type Coder, packAll, type Task, unpack } from "./packers.ts";

export interface Encoded {
  /** Different files that were looked at. */
  readonly files: number;
  /** Siblings that were packed in this build; the rest was known. */
  readonly made: number;
}

const coders: readonly Coder[] = ["br", "gz"];
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * @param cache - Folder for what was packed before; one below it is for this version of the encoders.
 * @param isWanted - Which files of the folder readers ask for.
 */
export async function encodeFiles(folder: string, cache: string, isWanted: (path: string) => boolean): Promise<Encoded> {
  const { brotli = "", zlib = "" } = process.versions;
  const kept = join(cache, `br11-${brotli}-gz9-${zlib}`);
  const alike = alikeIn(folder, list(folder).filter((path) => isWanted(path) && mayGain(path)));
  const tasks = [...alike].flatMap(([hash, paths]) => coders.flatMap((coder) => tasksFor(folder, paths, coder, join(kept, `${hash}.${coder}`))));
  // The largest first: no thread is left alone with it at the end.
  await packAll(tasks.sort((a, b) => b.size - a.size));
  leavePairs(folder);
  prune(kept);
  return { files: alike.size, made: tasks.length };
}

/** With one sibling of two, nginx tells caches of no difference where there is one. */
function leavePairs(folder: string): void {
  const files = new Set(list(folder));
  for (const file of files) {
    const [, path = "", coder] = /^(.*)\.(br|gz)$/.exec(file) ?? [];
    if (coder !== undefined && files.has(path) && !coders.every((each) => files.has(`${path}.${each}`))) remove(folder, file);
  }
}

/** Files by the hash of their bytes; those that are too small to gain are left out. */
function alikeIn(folder: string, paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, string[]>();
  for (const path of paths) {
    const bytes = read(folder, path);
    if (bytes.length < minSize) continue;
    const hash = hashOf(bytes);
    alike.set(hash, [...(alike.get(hash) ?? []), path]);
  }
  return alike;
}

/** Nothing to do when the cache knows; else one task, whatever the number of files with these bytes. */
function tasksFor(folder: string, paths: readonly string[], coder: Coder, cached: string): readonly (Task & { readonly size: number })[] {
  const [first = ""] = paths;
  const placeAll = (packed: Buffer): void => {
    for (const path of paths) place(folder, `${path}.${coder}`, packed);
  };
  const known = knownIn(cached, coder, () => read(folder, first));
  if (known !== undefined) {
    placeAll(known);
    return [];
  }
  const { size } = statSync(join(folder, first));
  const done = (packed: Buffer): void => {
    const worth = gains(size, packed.length) ? packed : Buffer.alloc(0);
    keep(cached, worth);
    placeAll(worth);
  };
  return [{ coder, size, bytes: () => read(folder, first), done }];
}

/** An empty file stands for a sibling that is not worth having. */
function place(folder: string, path: string, packed: Buffer): void {
  if (packed.length > 0) write(folder, path, packed);
}

function knownIn(cached: string, coder: Coder, bytes: () => Buffer): Buffer | undefined {
  if (!existsSync(cached)) return undefined;
  const packed = readFileSync(cached);
  if (packed.length > 0 && unpack(coder, packed)?.equals(bytes()) !== true) return undefined;
  const now = new Date();
  utimesSync(cached, now, now);
  return packed;
}

/** Written beside and renamed: another build may read the same folder. A cache that cannot be written is only slower. */
function keep(cached: string, packed: Buffer): void {
  const beside = `${cached}.${process.pid}`;
  try {
    mkdirSync(join(cached, ".."), { recursive: true });
    writeFileSync(beside, packed);
    renameSync(beside, cached);
  } catch {
    if (existsSync(beside)) rmSync(beside);
  }
}

/** Throws away what no build has used for a month, and what a killed build left half written. */
function prune(cache: string): void {
  const oldest = Date.now() - KEPT_MS;
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const path = join(cache, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) rmSync(path, { force: true });
  }
}
