/**
 * A folder or a live site beside its release manifest: what is missing, changed, or said otherwise.
 */
import type { Release, ReleaseFile } from "../../release.ts";
import type { Headers } from "../headerRules.ts";

/** What was found at the place of a file. */
export interface Found {
  /** Absent when there is nothing. */
  readonly hash?: string;
  /** Names in lower case; absent for a folder. */
  readonly headers?: Headers;
  /** Why it could not be asked for. */
  readonly fault?: string;
}

export interface Difference {
  readonly kind: "missing" | "changed" | "extra" | "header" | "unreachable";
  readonly path: string;
  readonly text: string;
}

export function differenceOf(file: ReleaseFile, found: Found, expected: Headers): readonly Difference[] {
  const { path } = file;
  if (found.fault !== undefined) return [{ kind: "unreachable", path, text: found.fault }];
  if (found.hash === undefined) return [{ kind: "missing", path, text: "it is not there" }];
  const bytes: readonly Difference[] = found.hash === file.hash ? [] : [{ kind: "changed", path, text: "it has other bytes than the release" }];
  return [...bytes, ...headerDifferences(path, expected, found.headers)];
}

function headerDifferences(path: string, expected: Headers, found: Headers | undefined): readonly Difference[] {
  if (found === undefined) return [];
  return Object.entries(expected).flatMap(([name, value]) => {
    const got = found[name.toLowerCase()];
    if (got !== undefined && plain(got) === plain(value)) return [];
    return [{ kind: "header" as const, path, text: `${name}: expected "${value}", got ${got === undefined ? "nothing" : `"${got}"`}` }];
  });
}

/** Hosts differ in space and in case of what means the same. */
const plain = (value: string): string => value.toLowerCase().replace(/\s*([;,])\s*/g, "$1").trim();

/** What lies in a folder and in no release. */
export function extrasOf({ files }: Release, paths: readonly string[]): readonly Difference[] {
  const known = new Set(files.map(({ path }) => path));
  return paths.filter((path) => !known.has(path)).map((path) => ({ kind: "extra", path, text: "it is in no release" }));
}
