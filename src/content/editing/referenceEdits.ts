/** The references to a page that must change when its id does: in front matter, list files and citations. */
import type { Entry } from "../entries.ts";
import type { SiteContext } from "../options.ts";
import type { Relation } from "../references.ts";
import type { SiteParts } from "../site.ts";
import type { Path } from "../yaml.ts";
import type { Edit } from "./edits.ts";

export interface Identity {
  readonly kind: string;
  readonly name: string;
}

/** @param textOf - The text of a file below the input. */
export function referenceEdits(moved: Entry, next: Identity, { entries, relations }: SiteParts, textOf: (path: string) => string, { citedKind }: SiteContext): readonly Edit[] {
  if (moved.kind.name === next.kind && moved.name === next.name) return [];
  const written = relations.filter(({ to }) => to === moved).flatMap((relation) => relationEdit(relation, next, textOf(relation.from.path)));
  if (moved.kind !== citedKind) return written;
  return [...written, ...entries.flatMap((entry) => citationEdits(entry, moved.name, next.name, textOf(entry.path)))];
}

function citationEdits({ path, body }: Entry, before: string, after: string, text: string): readonly Edit[] {
  const lines = text.split("\n");
  return (body?.citations ?? []).flatMap(({ name, place: { line, column } }) => {
    const isHere = name === before && (lines[line - 1] ?? "").startsWith(`@${before}`, column - 1);
    return isHere ? [{ path, line, column: column + 1, before, after }] : [];
  });
}

/** None when the reference is written in a way that is not known here, such as an alias: then the result tells. */
function relationEdit({ from, path }: Relation, next: Identity, text: string): readonly Edit[] {
  const { written, at } = from;
  const value = valueAt(from.raw, path);
  if (written === undefined || typeof value !== "string") return [];
  const place = written.placeOf([...at, ...path]);
  const rest = (text.split("\n")[place.line - 1] ?? "").slice(place.column - 1);
  const quote = /^["']/.exec(rest)?.[0] ?? "";
  if (!rest.startsWith(`${quote}${value}${quote}`)) return [];
  const after = value.includes(":") ? `${next.kind}:${next.name}` : next.name;
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}:._-]*$/u.test(after);
  const edit = { path: from.path, line: place.line };
  if (quote !== "" || isPlain) return [{ ...edit, column: place.column + quote.length, before: value, after }];
  return [{ ...edit, column: place.column, before: value, after: JSON.stringify(after) }];
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}
