/** The links that must change when files move or addresses change; each part of a link that need not, stays. */
import type { Entry } from "../entries.ts";
import type { FoundLink } from "../markdown/parse.ts";
import type { SiteContext } from "../options.ts";
import { decoded, encodedPath, partsOf, relativePath, resolvedPath } from "../paths.ts";
import type { Edit } from "./edits.ts";

/** Tells the new path for a written one, decoded; undefined when it stays. */
type Renamed = (path: string, link: FoundLink) => string | undefined;

/** Links by file: in the file that moves all of them, elsewhere those to it. */
export function fileLinkEdits(entry: Entry, text: string, from: string, to: string, context: SiteContext): readonly Edit[] {
  const base = entry.path === from ? to : entry.path;
  return editsOf(entry, text, context, (path) => {
    if (path.startsWith("/")) return undefined;
    const target = resolvedPath(entry.path, path);
    const next = target === from.normalize("NFC") ? to : target;
    // What still leads there stays, however it is written.
    if (next === undefined || resolvedPath(base, path) === next.normalize("NFC")) return undefined;
    const renamed = relativePath(base, next);
    return path.startsWith("./") && !renamed.startsWith(".") ? `./${renamed}` : renamed;
  });
}

/** @param newUrls - By the address that was. */
export function addressLinkEdits(entry: Entry, text: string, newUrls: ReadonlyMap<string, string>, context: SiteContext): readonly Edit[] {
  return editsOf(entry, text, context, (path) => newUrls.get(path) ?? newUrls.get(path.replace(/index\.html$/, "")));
}

function editsOf({ path, body }: Entry, text: string, context: SiteContext, renamed: Renamed): readonly Edit[] {
  const lines = text.split("\n");
  return (body?.links ?? []).flatMap((link) => {
    const { path: written } = partsOf(link.target);
    if (written === "" || /^[a-z][a-z0-9+.-]*:/i.test(written)) return [];
    const after = renamed(decoded(written), link);
    return after === undefined || after === decoded(written) ? [] : spotsOf(link, lines, context).map((spot) => editAt(path, spot, after));
  });
}

/** An address as it stands in the file. */
interface Spot {
  readonly line: number;
  readonly column: number;
  readonly written: string;
}

function editAt(path: string, { line, column, written }: Spot, renamed: string): Edit {
  return { path, line, column, before: partsOf(written).path, after: encodedPath(renamed) };
}

/** In the link itself, or in the definitions that it may refer to; none when it is written in a way not known here. */
function spotsOf(link: FoundLink, lines: readonly string[], context: SiteContext): readonly Spot[] {
  const { line, column } = link.place;
  const own = destinationAt(lines[line - 1] ?? "", column - 1);
  if (isTarget(own, link, context)) return [{ line, column, written: own }];
  return lines.flatMap((text, index) => {
    const [, before = "", written = ""] = /^([\s>]*\[[^\]]+\]:\s*<?)([^\s>]+)/.exec(text) ?? [];
    return isTarget(written, link, context) ? [{ line: index + 1, column: before.length + 1, written }] : [];
  });
}

function isTarget(written: string, { target }: FoundLink, { md }: SiteContext): boolean {
  return written !== "" && md.normalizeLink(written.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")) === target;
}

/** Up to white space, or to the bracket that closes the link. */
function destinationAt(line: string, at: number): string {
  if (line[at - 1] === "<") return /^[^>]*/.exec(line.slice(at))?.[0] ?? "";
  let depth = 0;
  let end = at;
  for (; end < line.length; end += 1) {
    const sign = line[end] ?? "";
    if (/\s/.test(sign) || sign === ")" && depth === 0) break;
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
  }
  return line.slice(at, end);
}
