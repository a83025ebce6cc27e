/**
 * A folder as a store: what a server of one's own serves.
 *
 * Each file is written beside, forced to disk and moved into place, so that no reader ever gets half of
 * one. What is under way stands in `.wegwijzer/`, which only its owner can read.
 */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { link, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, utimes } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { randomUUID } from "node:crypto";
import { stateFolder } from "../../../src/cdn/deploy/entry.ts";
import { hashOf } from "../../release.ts";
import { type Listed, type Store, StoreError } from "./store.ts";

const incoming = `${stateFolder}incoming`;

/** Makes the folder when it is not there. */
export function folderStore(root: string): Store {
  mkdirSync(join(root, incoming), { recursive: true, mode: 0o700 });
  const touched = new Set<string>();
  const full = (path: string): string => join(root, ...path.split("/"));
  const place = async (path: string, bytes: Uint8Array): Promise<void> => {
    const file = full(path);
    await makeFolder(dirname(file), root, touched);
    const beside = await writeBeside(root, bytes);
    await keepTagsApart(beside, file, bytes.length);
    await rename(beside, file).catch((cause: unknown) => fail(`${path} cannot be put in place`, cause));
    touched.add(dirname(file));
  };
  return {
    name: `folder ${root}`,
    keepsHeaders: false,
    list: () => listFolder(root),
    look: async (path) => {
      const bytes = await bytesIn(full(path));
      return bytes && { hash: hashOf(bytes), headers: "" };
    },
    read: async (path) => {
      const bytes = await bytesIn(full(path));
      return bytes && { bytes, tag: hashOf(bytes), ageMs: Date.now() - statSync(full(path)).mtimeMs };
    },
    put: async (path, bytes, hash) => {
      await place(path, bytes);
      if (hashOf(readFileSync(full(path))) !== hash) throw new StoreError(`${path} reads otherwise than it was written; look at the disk`);
      return undefined;
    },
    create: (path, bytes) => createFile(root, full(path), bytes),
    replace: async (path, bytes, tag) => {
      const there = await bytesIn(full(path));
      if (!there || hashOf(there) !== tag) return undefined;
      await place(path, bytes);
      return hashOf(bytes);
    },
    remove: (path) => removeFile(root, full(path), touched),
    settle: async () => {
      for (const folder of touched) await sync(folder);
      touched.clear();
    },
  };
}

function fail(what: string, cause: unknown): never {
  const code = (cause as NodeJS.ErrnoException).code ?? "";
  const words = Object.hasOwn(reasons, code) ? reasons[code] : (cause as Error).message;
  throw new StoreError(`${what}: ${words}`, { cause });
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of this user is used up",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
  EXDEV: "a folder below it is another disk, where nothing can be moved into place at once",
  ENOTDIR: "a file stands where a folder is needed; delete that file by hand",
  EEXIST: "a file stands where a folder is needed; delete that file by hand",
  EISDIR: "a folder stands where a file is needed; delete that folder by hand",
};

const isAbsent = (error: unknown): boolean => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

async function bytesIn(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((error: unknown) => (isAbsent(error) || (error as NodeJS.ErrnoException).code === "EISDIR" ? undefined : fail(`${file} cannot be read`, error)));
}

async function listFolder(root: string): Promise<readonly Listed[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((file) => !file.startsWith(join(root, incoming) + sep));
  const listed = await Promise.all(files.map(async (file) => ({ path: relative(root, file).split(sep).join("/"), size: (await stat(file)).size })));
  return listed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function makeFolder(folder: string, root: string, touched: Set<string>): Promise<void> {
  const first = await mkdir(folder, { recursive: true }).catch((cause: unknown) => fail(`${relative(root, folder)} cannot be made`, cause));
  if (first !== undefined) touched.add(dirname(first));
}

async function writeBeside(root: string, bytes: Uint8Array): Promise<string> {
  const beside = join(root, incoming, randomUUID());
  const file = await open(beside, "wx", 0o644).catch((cause: unknown) => fail("a file cannot be written", cause));
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (cause) {
    await rm(beside, { force: true });
    fail("a file cannot be written", cause);
  } finally {
    await file.close();
  }
  return beside;
}

/**
 * Servers make an ETag of the second and the size of a file: two versions that agree in both would be
 * one to every cache. The newer one is then dated a second later.
 */
async function keepTagsApart(beside: string, file: string, size: number): Promise<void> {
  const old = await lstat(file).catch(() => undefined);
  const nowS = Math.floor(Date.now() / 1000);
  const oldS = Math.floor((old?.mtimeMs ?? 0) / 1000);
  if (old?.size === size && oldS >= nowS) await utimes(beside, oldS + 1, oldS + 1);
}

/** A link fails where something stands, also when two processes try at once. */
async function createFile(root: string, file: string, bytes: Uint8Array): Promise<string | undefined> {
  await mkdir(dirname(file), { recursive: true });
  const beside = await writeBeside(root, bytes);
  try {
    await link(beside, file);
    return hashOf(bytes);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST" ? undefined : fail(`${relative(root, file)} cannot be made`, error);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Takes away the folders that it leaves empty. */
async function removeFile(root: string, file: string, touched: Set<string>): Promise<void> {
  await rm(file, { force: true }).catch((error: unknown) => (isAbsent(error) ? undefined : fail(`${relative(root, file)} cannot be deleted`, error)));
  for (let folder = dirname(file); folder !== root && folder.startsWith(root + sep); folder = dirname(folder)) {
    const isGone = await rmdir(folder).then(() => true, () => false);
    touched.add(isGone ? dirname(folder) : folder);
    if (isGone) touched.delete(folder);
    else return;
  }
}

/** Not every system can force a folder to disk; where it cannot, a rename is safe in itself. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
