/** Finds and reads the files of a site, before Eleventy does. What cannot be read is a problem, never an error. */
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { Problem } from "../../src/problem.ts";
import { problemOfBytes, problemsOfCharacters, unseenIn } from "../../src/content/bytes.ts";
import type { SourceFile } from "../../src/content/entries.ts";
import type { Messages } from "../../src/content/messages.ts";
import { normalLines } from "../../src/content/places.ts";
import { compare } from "../../src/content/report.ts";

export interface Folders {
  /** From the project's root, as Eleventy gives it: `./site/`. */
  readonly input: string;
  /** Not read, though they may lie in the input: includes, layouts, data and output. */
  readonly excluded: readonly string[];
}

export interface ReadFiles {
  readonly sources: readonly SourceFile[];
  /** Every other file, below the input. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

interface Walk {
  readonly input: string;
  readonly excluded: ReadonlySet<string>;
  readonly isList: (path: string) => boolean;
  readonly m: Messages;
  readonly files: string[];
  readonly problems: Problem[];
}

/** No content lies here, whatever the input is. */
const NEVER = new Set(["node_modules", ".git"]);

/** What is looked for; paths lie below the input. */
export interface Wanted {
  /** Whether a file is a list of a kind. */
  readonly isList: (path: string) => boolean;
  /** Whether Markdown there must be a page. */
  readonly isOurs: (path: string) => boolean;
  readonly maxBytes: number;
}

export function readFiles({ input, excluded }: Folders, { isList, isOurs, maxBytes }: Wanted, m: Messages): ReadFiles {
  const left = excluded.map((folder) => relative(input, folder)).filter((folder) => folder !== "");
  const walk: Walk = { input, excluded: new Set(left), isList, m, files: [], problems: [] };
  walkFolder("", [realpathSync(input)], walk);
  const sources: SourceFile[] = [];
  const others: string[] = [];
  for (const path of walk.files) {
    const isPage = isContent(path, walk);
    if (!isPage && isOurs(path) && isMeantAsContent(path, isList)) walk.problems.push(at(walk, path, "file-name", m.contentName, path, m.renameFile));
    else if (!isPage) others.push(path);
    else if (hasBadName(path)) walk.problems.push(at(walk, path, "file-name", m.fileName, path, m.renameFile));
    else sources.push(readSource(path, maxBytes, walk));
  }
  return { sources, others, problems: walk.problems };
}

/** @param above - Real paths of the folders around, so that a link back to one of them is seen. */
function walkFolder(folder: string, above: readonly string[], walk: Walk): void {
  for (const item of itemsOf(folder, walk)) {
    const path = folder === "" ? item.name : `${folder}/${item.name}`;
    if (NEVER.has(item.name) || walk.excluded.has(path.replaceAll("/", sep))) continue;
    if (item.isSymbolicLink()) followLink(path, above, walk);
    else if (item.isDirectory() && walk.isList(path)) refuseNoFile(path, walk);
    else if (item.isDirectory()) walkFolder(path, [...above, join(above.at(-1) ?? "", item.name)], walk);
    else if (item.isFile()) walk.files.push(path);
    else refuseNoFile(path, walk);
  }
}

/** A pipe, a socket or a device never ends, and a folder has no text; copying one ends Eleventy without a word. */
function refuseNoFile(path: string, walk: Walk): void {
  walk.problems.push(at(walk, path, "unreadable-file", walk.m.readable, path));
}

function isContent(path: string, { isList }: Walk): boolean {
  return /\.md$/i.test(path) || isList(path);
}

function itemsOf(folder: string, walk: Walk): Dirent[] {
  try {
    return readdirSync(join(walk.input, folder), { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
  } catch (cause) {
    walk.problems.push(at(walk, folder, "unreadable-file", walk.m.readable, codeOf(cause)));
    return [];
  }
}

function followLink(path: string, above: readonly string[], walk: Walk): void {
  const { m, problems } = walk;
  let target: string;
  try {
    target = realpathSync(join(walk.input, path));
  } catch {
    problems.push(at(walk, path, "dangling-symlink", m.noSymlinkDangling, path));
    return;
  }
  const inside = relative(above[0] ?? "", target);
  if (above.includes(target)) problems.push(at(walk, path, "symlink-loop", m.noSymlinkLoop, inside || "."));
  else if (inside.startsWith("..") || isAbsolute(inside)) problems.push(at(walk, path, "symlink-outside", m.noSymlinkOut, path));
  else if (statSync(target).isDirectory()) walkFolder(path, [...above, target], walk);
  else if (statSync(target).isFile()) walk.files.push(path);
  else refuseNoFile(path, walk);
}

function readSource(path: string, maxBytes: number, walk: Walk): SourceFile {
  const { m, problems } = walk;
  const file = fileOf(walk, path);
  try {
    const { size } = statSync(join(walk.input, path));
    if (size > maxBytes) {
      problems.push(at(walk, path, "file-too-large", m.maxBytes(maxBytes), String(size), m.splitFile));
      return { path, file };
    }
    const bytes = readFileSync(join(walk.input, path));
    const fault = problemOfBytes(bytes, file, m);
    if (fault !== undefined) problems.push(fault);
    return fault === undefined ? withText(path, file, bytes, walk) : { path, file };
  } catch (cause) {
    problems.push(at(walk, path, "unreadable-file", m.readable, codeOf(cause)));
    return { path, file };
  }
}

function withText(path: string, file: string, bytes: Uint8Array, walk: Walk): SourceFile {
  const text = normalLines(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  const unseen = problemsOfCharacters(text, file, walk.m);
  walk.problems.push(...unseen);
  return unseen.length === 0 ? { path, file, text } : { path, file };
}

/** Names that look like one of ours and are none: a page that nobody would see is never published in silence. */
function isMeantAsContent(path: string, isList: (path: string) => boolean): boolean {
  if (/\.(?:md[.\s]+|markdown|mdown|mkdn?|mdx)$/i.test(path)) return true;
  const bare = path.replace(/\.ya?ml$/i, "").toLowerCase();
  return /\.ya?ml$/i.test(path) && [`${bare}.yaml`, `${bare}.yml`].some(isList);
}

/** Eleventy would read `X.MD`, and take it for something else. */
function hasBadName(path: string): boolean {
  return /[\p{Cc}\\]/u.test(path) || unseenIn(path) !== undefined || /\.md$/i.test(path) && !path.endsWith(".md") || /(?:^|\/)\.md$/.test(path);
}

function fileOf({ input }: Walk, path: string): string {
  return relative(process.cwd(), join(input, path)).replaceAll(sep, "/");
}

function at(walk: Walk, path: string, rule: string, expected: string, got: string, remedy?: string): Problem {
  const base = { file: fileOf(walk, path), line: 1, column: 1, rule, level: "error", expected, got } as const;
  return remedy === undefined ? base : { ...base, remedy };
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
