/**
 * Which addresses a cache before the store may still have as they were.
 */
import { addressOf } from "../../release.ts";
import type { Plan } from "./plan.ts";

/**
 * Whole addresses, sorted: what changed, what went, and what is new, since its absence may be kept too.
 *
 * A new asset is left out: nobody asked for it before. So are siblings: they have no address of their own.
 */
export function purgeOf({ puts, removals, record }: Plan): readonly string[] {
  const put = puts.filter(({ entry, kind }) => !entry.sibling && !(entry.role === "asset" && kind === "new")).map(({ entry }) => entry.path);
  const removed = removals.filter(({ why, sibling }) => why !== "kept" && !sibling).map(({ path }) => path);
  const bases = puts.filter(({ entry }) => entry.sibling).map(({ entry }) => entry).filter(({ role }) => role !== "asset").map(({ path }) => path.replace(/\.(br|gz)$/, ""));
  return [...new Set([...put, ...removed, ...bases])].filter((path) => !path.startsWith("_")).map((path) => urlOf(record.address ?? "/", path)).sort();
}

/** Each part of a path as an address has it. */
export const urlOf = (base: string, path: string): string => base + addressOf(path).split("/").map(encodeURIComponent).join("/");

/** What is still owed from a deploy that was broken off, and what comes now. */
export const joinPurges = (owed: readonly string[], now: readonly string[]): readonly string[] => [...new Set([...owed, ...now])].sort();
