/**
 * A folder beside a release: every byte, what is too much, and that siblings say the same as their files.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { baseOf, isState } from "../../../src/cdn/deploy/entry.ts";
import { parseRecord, recordFolder } from "../../../src/cdn/deploy/record.ts";
import { type Difference, differenceOf, extrasOf } from "../../../src/cdn/deploy/verify.ts";
import { isReleased, type Release } from "../../../src/release.ts";
import { list, read } from "../../output.ts";
import { hashOf } from "../../release.ts";

export function verifyFolder(folder: string, release: Release): readonly Difference[] {
  const waiting = waitingIn(folder);
  const paths = list(folder).filter((path) => !isState(path));
  const stray = paths.filter((path) => !waiting.has(path));
  const hashes = new Map(release.files.map(({ path, hash }) => [path, hash]));
  return [
    ...release.files.flatMap((file) => differenceOf(file, existsSync(join(folder, file.path)) ? { hash: hashOf(read(folder, file.path)) } : {}, {})),
    ...extrasOf(release, stray.filter(isReleased)),
    ...paths.filter((path) => !waiting.has(path) || hashes.has(baseOf(path) ?? "")).flatMap((path) => siblingDifference(folder, path, hashes.get(baseOf(path) ?? ""))),
  ];
}

/** In a folder that was deployed to, what releases before this one still need. */
function waitingIn(folder: string): ReadonlySet<string> {
  const records = list(folder).filter((path) => path.startsWith(recordFolder));
  const paths = records.flatMap((path) => parseRecord(read(folder, path).toString("utf8"), path).entries.map((entry) => entry.path));
  return new Set(paths);
}

function siblingDifference(folder: string, path: string, hash: string | undefined): readonly Difference[] {
  const base = baseOf(path);
  if (base === undefined) return [];
  if (hash === undefined) return [{ kind: "extra", path, text: `it stands for ${base}, which is in no release` }];
  return opened(read(folder, path), path) === hash ? [] : [{ kind: "changed", path, text: `it holds other bytes than ${base}` }];
}

function opened(bytes: Uint8Array, path: string): string | undefined {
  try {
    return hashOf(path.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes));
  } catch {
    // Cut off, or not compressed at all: equal to nothing.
    return undefined;
  }
}
