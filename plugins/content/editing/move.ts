/** `wegwijzer move FROM TO`: renames a page with all that leads to it, or changes nothing and says why. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyEdits } from "../../../src/content/editing/edits.ts";
import { isTaken, planMove } from "../../../src/content/editing/move.ts";
import type { Moved } from "../../../src/content/editing/move.ts";
import type { Entry } from "../../../src/content/entries.ts";
import { isListFile } from "../../../src/content/kind.ts";
import { nearestTo } from "../../../src/content/nearest.ts";
import { homeOf } from "../../../src/content/options.ts";
import { resolvedPath } from "../../../src/content/paths.ts";
import { formatReport } from "../../../src/content/report.ts";
import { isError } from "../load.ts";
import { mentionsIn } from "./mentions.ts";
import { openSite, refuse } from "./open.ts";
import type { OpenSite } from "./open.ts";
import { writeAll } from "./writing.ts";
import type { Change } from "./writing.ts";

/** @returns the exit code: 2 for a wrong command line, 1 when the site or the result is not right. */
export async function moveCommand(args: readonly string[]): Promise<number> {
  const options = { config: { type: "string" }, "dry-run": { type: "boolean" } } as const;
  const { values, positionals: [from = "", to = ""] } = parseArgs({ args: [...args], options, allowPositionals: true });
  const open = await openSite(values.config);
  const { site, settings, m } = open;
  const entry = entryAt(from, open);
  if (entry === undefined) return refuse(m, m.pageToMove, from, nearestTo(from, namesOf(site)));
  const path = pathOf(to, entry.path, open);
  if (path === undefined) return refuse(m, m.freePath(settings.kinds.flatMap(({ folders }) => folders.filter((folder) => !isListFile(folder))).join(", ")), to);
  const faults = site.problems.filter(isError);
  if (faults.length > 0) return told(`${formatReport(faults, settings.language)}\n${m.soundSite}`);
  const moved = planMove(entry.path, path, site.sources, site.parts, site.context);
  if (moved.problems.length > 0) return told(`${formatReport(moved.problems, settings.language)}\n${m.soundResult}`);
  console.log(planOf(moved, entry, open));
  if (values["dry-run"] === true) console.log(m.nothingWritten);
  else writeAll(changesOf(moved, open.input));
  return 0;
}

function told(text: string): number {
  console.error(text);
  return 1;
}

function namesOf({ parts }: OpenSite["site"]): readonly string[] {
  return parts.entries.flatMap(({ file, path, id, at }) => (at.length > 0 ? [] : [path, file, id]));
}

/** A file from the project's root or below the input, or an id. */
function entryAt(from: string, { site, input }: OpenSite): Entry | undefined {
  const path = belowInput(from, input);
  return site.parts.entries.find(({ id, path: own, at }) => at.length === 0 && (own === path || own === `${path}.md` || id === from));
}

/** A folder keeps the name of the file, a bare name its folder. */
function pathOf(to: string, from: string, { site, settings, input }: OpenSite): string | undefined {
  const below = belowInput(to, input);
  const [folder, name] = [from.slice(0, from.lastIndexOf("/") + 1), from.slice(from.lastIndexOf("/") + 1)];
  const isFolder = to.endsWith("/") || settings.kinds.some(({ folders }) => folders.includes(below) && !isListFile(below));
  const full = isFolder ? `${below}/${name}` : below.includes("/") ? below : `${folder}${below}`;
  const path = full.endsWith(".md") ? full : `${full}.md`;
  const isName = to !== "" && /^[^\p{Cc}\\]*[^\p{Cc}\\/]\.md$/u.test(path) && !path.endsWith("/.md");
  const isFree = isName && path !== from && homeOf(path, settings.kinds) !== undefined && !isTaken(path, from, [...site.paths, ...site.others]);
  return isFree ? path : undefined;
}

/** `./site/themas/warmte.md` and `themas/warmte.md` are the same file. */
function belowInput(path: string, input: string): string {
  const clean = resolvedPath("", path.replaceAll("\\", "/")) ?? "";
  const root = resolvedPath("", input) ?? "";
  return root !== "" && clean.startsWith(`${root}/`) ? clean.slice(root.length + 1) : clean;
}

function planOf({ from, to, rounds, addresses }: Moved, { id }: Entry, { site, input, m }: OpenSite): string {
  const edits = rounds.flat().map(({ path, line, column, before, after }) => `  ${input}/${path}:${line}:${column} ${before.trim()}${before === "" ? "+ " : " → "}${after.trim()}`);
  const urls = addresses.map(({ was, is }) => `  ${m.wasMoved(was, is)}`);
  const formerly = addresses.map(({ was }) => was);
  const lists = site.sources.map(({ path }) => path).filter(isListFile);
  // References in a list were changed; an address in its texts is anybody's guess.
  const found = [...mentionsIn(site.others, input, [id, ...formerly]), ...mentionsIn(lists, input, formerly)];
  const mentions = found.map((mention) => `  ${mention}`);
  return [m.wasMoved(`${input}/${from}`, `${input}/${to}`), ...urls, ...edits, ...(mentions.length === 0 ? [] : [m.alsoNamed, ...mentions])].join("\n");
}

/** Edits go into the bytes as they are on disk, so that line ends stay what they were. */
function changesOf({ from, to, rounds: [first = [], second = []] }: Moved, input: string): readonly Change[] {
  const paths = new Set([from, ...first.map(({ path }) => path), ...second.map(({ path }) => (path === to ? from : path))]);
  return [...paths].flatMap((path): readonly Change[] => {
    const file = join(input, path);
    const before = readFileSync(file, "utf8");
    const after = applyEdits(applyEdits(before, first.filter((edit) => edit.path === path)), second.filter((edit) => edit.path === (path === from ? to : path)));
    if (path !== from) return [{ file, before, after }];
    return [{ file: join(input, to), before: undefined, after }, { file, before, after: undefined }];
  });
}
