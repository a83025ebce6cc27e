/** Names that are, or on some computer would be, the same. */
import type { Problem } from "../problem.ts";
import type { Entry, SourceFile } from "./entries.ts";
import type { Messages } from "./messages.ts";
import { compare } from "./report.ts";

/** A disk may know no difference between these: names that differ in case or in the form of accents. */
export function foldedName(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** Every file whose name collides with one before it. */
export function collidingFiles(sources: readonly SourceFile[], m: Messages): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, SourceFile>();
  for (const source of [...sources].sort((a, b) => compare(a.path, b.path))) {
    const other = seen.get(foldedName(source.path));
    if (other === undefined) {
      seen.set(foldedName(source.path), source);
      continue;
    }
    const { file } = source;
    problems.push({ file, line: 1, column: 1, rule: "colliding-name", level: "error", expected: m.ownName(other.file), got: source.path, remedy: m.renameFile });
  }
  return problems;
}

/** Two folders of a kind may hold a file of the same name; the id would be the same. */
export function duplicateIds(entries: readonly Entry[], m: Messages): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const other = seen.get(entry.id);
    if (other === undefined) seen.set(entry.id, entry);
    else problems.push(duplicateId(entry, other, m));
  }
  return problems;
}

function duplicateId(entry: Entry, other: Entry, m: Messages): Problem {
  const { file, at, written, kind } = entry;
  const path = at.length === 0 && kind.idKey !== undefined ? [kind.idKey] : at;
  const place = written?.placeOfKey(path) ?? { file, line: 1, column: 1 };
  return { ...place, rule: "duplicate-id", level: "error", expected: m.uniqueId(entry.id, other.file), got: entry.name, remedy: m.renameFile };
}
