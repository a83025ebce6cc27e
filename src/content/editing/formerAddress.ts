/** Writes into front matter at which address a page was, so that its old links still lead to it. */
import type { Entry } from "../entries.ts";
import { formerKeyOf } from "../formerAddresses.ts";
import type { Edit } from "./edits.ts";

/**
 * @param was - The address that the page had, `is` - the one that it has; a page may come back to where it was.
 * @returns nothing for a kind that keeps none; a draft was never published, so nobody has its old address.
 */
export function formerAddressEdits({ kind, path, raw, written, at, draft }: Entry, text: string, was: string, is: string): readonly Edit[] {
  const key = formerKeyOf(kind);
  if (key === undefined || raw === undefined || written === undefined || at.length > 0) return [];
  const lines = text.split("\n");
  const list = raw[key];
  if (!Array.isArray(list)) return draft ? [] : [newKey(path, lines, key, was)];
  const { line, column } = written.placeOf([key]);
  const places = list.map((_, index) => written.placeOf([key, index]));
  const rest = (lines[line - 1] ?? "").slice(column - 1);
  if (rest.startsWith("[")) return flowEdits(path, line, column, rest, list, draft ? undefined : was, is);
  const gone = list.flatMap((url, index) => (url === is ? [places[index]?.line ?? 0] : []));
  const last = places.at(-1) ?? { line, column };
  const begin = (lines[last.line - 1] ?? "").slice(0, last.column - 1);
  const added: readonly Edit[] = draft || list.includes(was) ? [] : [{ path, line: last.line + 1, column: 1, before: "", after: `${begin}${JSON.stringify(was)}\n` }];
  return [...added, ...gone.map((each): Edit => ({ path, line: each, column: 1, before: `${lines[each - 1] ?? ""}\n`, after: "" }))];
}

/** Before the line that closes the front matter. */
function newKey(path: string, lines: readonly string[], key: string, was: string): Edit {
  const fence = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  return { path, line: fence + 1, column: 1, before: "", after: `${key}: [${JSON.stringify(was)}]\n` };
}

/** A list on one line is written anew; of a longer one the beginning grows. */
function flowEdits(path: string, line: number, column: number, rest: string, list: readonly unknown[], was: string | undefined, is: string): readonly Edit[] {
  const kept = list.filter((url) => url !== is && url !== was);
  const before = /^\[[^\]]*\]/.exec(rest)?.[0];
  const added = was === undefined ? [] : [was];
  if (before === undefined) return added.map((url) => ({ path, line, column: column + 1, before: "", after: `${JSON.stringify(url)}, ` }));
  return [{ path, line, column, before, after: `[${[...kept, ...added].map((url) => JSON.stringify(url)).join(", ")}]` }];
}
