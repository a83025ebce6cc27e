/**
 * A folder as a store: what a server of one's own serves.
 *
 * Each file is written beside, forced to disk and moved into place, so that no reader ever gets half of
 * one. What is under way stands in `.wegwijzer/`, which only its owner can read.
 */
import { link, lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, utimes } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { randomUUID } from "node:crypto";
import { stateFolder } from "../../../src/cdn/deploy/entry.ts";
import { LEASE_MS } from "../../../src/cdn/deploy/lock.ts";
import { hashOf } from "../../release.ts";
import { type Content, type Listed, type Store, StoreError } from "./store.ts";

const incoming = `${stateFolder}incoming`;

interface Folder {
  readonly root: string;
  /** Folders whose entries changed since the last `settle`. */
  readonly touched: Set<string>;
}

/** Makes the folder with the first write, when it is not there. */
export function folderStore(root: string): Store {
  const folder: Folder = { root, touched: new Set() };
  const full = (path: string): string => join(root, ...path.split("/"));
  const hashAt = async (path: string): Promise<string | undefined> => {
    const bytes = await bytesIn(full(path));
    return bytes && hashOf(bytes);
  };
  return {
    name: `folder ${root}`,
    keepsHeaders: false,
    list: () => listFolder(root),
    look: async (path) => {
      const hash = await hashAt(path);
      return hash === undefined ? undefined : { hash, headers: "" };
    },
    read: (path) => contentOf(full(path)),
    put: async (path, bytes, hash) => {
      await place(folder, full(path), bytes);
      if ((await hashAt(path)) !== hash) throw new StoreError(`${path} reads otherwise than it was written; look at the disk`);
      return undefined;
    },
    create: (path, bytes) => createFile(root, full(path), bytes),
    replace: (path, bytes, tag) => replaceFile(root, full(path), bytes, tag),
    remove: (path) => removeFile(folder, full(path)),
    settle: () => settle(folder),
    tidy: () => tidy(root),
  };
}

async function contentOf(file: string): Promise<Content | undefined> {
  const bytes = await bytesIn(file);
  return bytes && { bytes, tag: hashOf(bytes), ageMs: Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now()) };
}

async function place(folder: Folder, file: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(file), folder);
  const beside = await writeBeside(folder.root, bytes);
  if (!file.startsWith(join(folder.root, stateFolder))) await keepTagsApart(beside, file, bytes.length);
  await rename(beside, file).catch((cause: unknown) => fail(`${relative(folder.root, file)} cannot be put in place`, cause));
  folder.touched.add(dirname(file));
}

async function settle({ touched }: Folder): Promise<void> {
  for (const folder of touched) await sync(folder);
  touched.clear();
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
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => (isAbsent(error) ? [] : fail(`${root} cannot be read`, error)));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((file) => !file.startsWith(join(root, incoming) + sep));
  const listed = await Promise.all(files.map(async (file) => {
    // Another deploy may move it meanwhile; the plan is made again under the lock.
    const found = await stat(file).catch(() => undefined);
    return found ? [{ path: relative(root, file).split(sep).join("/"), size: found.size }] : [];
  }));
  return listed.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a deploy that was killed had under way; what is younger may be of one that asks for the lock just now. */
async function tidy(root: string): Promise<void> {
  for (const name of await readdir(join(root, incoming)).catch(() => [])) {
    const file = join(root, incoming, name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > LEASE_MS) await rm(file, { force: true });
  }
}

async function makeFolder(folder: string, { root, touched }: Folder): Promise<void> {
  const first = await mkdir(folder, { recursive: true }).catch((cause: unknown) => fail(`${relative(root, folder)} cannot be made`, cause));
  if (first !== undefined) touched.add(dirname(first));
}

/** A name where nothing is served. */
async function placeBeside(root: string): Promise<string> {
  const folder = join(root, incoming);
  // Its server reads the root, and nothing of what is below `.wegwijzer`.
  await mkdir(root, { recursive: true }).then(() => mkdir(folder, { recursive: true, mode: 0o700 })).catch((cause: unknown) => fail(`${root} cannot be written`, cause));
  return join(folder, randomUUID());
}

async function writeBeside(root: string, bytes: Uint8Array): Promise<string> {
  const beside = await placeBeside(root);
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

/**
 * Only one of many can move a file away; who moved what it did not mean, puts it back.
 *
 * The same bytes again only renew the time of the file, whoever's it is by then.
 */
async function replaceFile(root: string, file: string, bytes: Uint8Array, tag: string): Promise<string | undefined> {
  const there = await bytesIn(file);
  if (!there || hashOf(there) !== tag) return undefined;
  if (hashOf(bytes) === tag) {
    await utimes(file, new Date(), new Date()).catch(() => undefined);
    return tag;
  }
  const aside = await placeBeside(root);
  if (!(await rename(file, aside).then(() => true, () => false))) return undefined;
  const moved = await bytesIn(aside);
  const isMeant = moved !== undefined && hashOf(moved) === tag;
  if (!isMeant) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return isMeant ? createFile(root, file, bytes) : undefined;
}

/** Takes away the folders that it leaves empty. */
async function removeFile({ root, touched }: Folder, file: string): Promise<void> {
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
