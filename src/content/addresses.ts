/** Every page has one address, inside the output, that nothing else has. */
import type { Place, Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import { isListFile } from "./kind.ts";
import type { Messages } from "./messages.ts";
import { foldedName } from "./names.ts";
import type { SiteContext } from "./options.ts";
import type { Relation } from "./references.ts";

export interface Addresses {
  readonly urlOf: ReadonlyMap<Entry, string>;
  readonly problems: readonly Problem[];
}

/** Gives each entry its address: its own `permalink`, else what its kind says. */
export function addressesOf(entries: readonly Entry[], relations: readonly Relation[], context: SiteContext): Addresses {
  const urlOf = new Map<Entry, string>();
  const problems: Problem[] = [];
  const targets = firstTargets(relations);
  for (const entry of entries) {
    const address = addressOf(entry, targets);
    if (address === undefined) continue;
    const url = canonical(address.normalize("NFC"));
    const problem = problemOfForm(entry, url, context.m);
    if (problem === undefined) urlOf.set(entry, url);
    else problems.push(problem);
  }
  return { urlOf, problems: [...problems, ...collisions(urlOf, context)] };
}

/** `/over/` and `/over/index.html` are one address. */
export function canonical(url: string): string {
  return url.replace(/\/index\.html$/, "/");
}

/** The file below the output, with a leading slash: `/themas/energie/index.html`. */
export function outputOf(url: string): string {
  return url.endsWith("/") ? `${url}index.html` : url;
}

export function placeOfAddress(entry: Entry): Place {
  const { written, at, file } = entry;
  if (written === undefined) return { file, line: 1, column: 1 };
  return hasPermalink(entry) || at.length === 0 ? written.placeOf([...at, "permalink"]) : written.placeOfKey(at);
}

/** An entry of a list file is a part of a page; a kind without a layout has no page of its own either. */
export function isRendered(entry: Entry): boolean {
  return entry.kind.layout !== undefined && !isListFile(entry.path);
}

/** Disks hold names of 255 bytes; the ending of a compressed sibling goes after a name. */
const MAX_PART_BYTES = 252;

type Targets = ReadonlyMap<Entry, ReadonlyMap<string, Entry>>;

function firstTargets(relations: readonly Relation[]): Targets {
  const targets = new Map<Entry, Map<string, Entry>>();
  for (const { from, name, to } of relations) {
    const byRelation = targets.get(from) ?? new Map<string, Entry>();
    if (!byRelation.has(name)) byRelation.set(name, to);
    targets.set(from, byRelation);
  }
  return targets;
}

/** Of a page with problems too, where it can be told: then links to it need no problem of their own. */
function addressOf(entry: Entry, targets: Targets): string | undefined {
  const { slug, folder, kind, data, raw } = entry;
  if (hasPermalink(entry)) return String((data ?? raw)?.["permalink"]);
  const slugOf = (relation: string): string | undefined => targets.get(entry)?.get(relation)?.slug;
  if (data !== undefined) return kind.address({ slug, folder, data, slugOf });
  try {
    return kind.address({ slug, folder, data: raw ?? {}, slugOf });
  } catch {
    // The address is made of what is missing, and that was told.
    return undefined;
  }
}

function hasPermalink({ data, raw }: Entry): boolean {
  return typeof (data ?? raw)?.["permalink"] === "string";
}

function problemOfForm(entry: Entry, url: string, m: Messages): Problem | undefined {
  const [path = "", ...fragments] = url.split("#");
  const mayHaveFragment = !isRendered(entry) && !hasPermalink(entry) && fragments.length === 1;
  const fault = faultOfForm(mayHaveFragment ? path : url, m);
  if (fault === undefined) return undefined;
  const [rule, expected] = fault;
  return { ...placeOfAddress(entry), rule, level: "error", expected, got: url };
}

function faultOfForm(url: string, m: Messages): readonly [rule: string, expected: string] | undefined {
  if (url.split(/[/\\]/).some((part) => part === "." || part === "..")) return ["permalink-outside-output", m.insideOutput];
  if (!/^[\p{L}\p{N}/._~-]*$/u.test(url)) return ["permalink-characters", m.plainAddress];
  if (url.split("/").some((part) => bytesOf(part) > MAX_PART_BYTES)) return ["permalink-length", m.shortAddress(MAX_PART_BYTES)];
  if (!url.startsWith("/") || url.includes("//") || !/(?:\/|\.html)$/.test(url)) return ["permalink-form", m.pageAddress];
  return undefined;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  return encodeURI(text).replaceAll(/%../g, "x").length;
}

/** Two pages with one address, a page over a file, and a page inside another page's file. */
function collisions(urlOf: ReadonlyMap<Entry, string>, context: SiteContext): Problem[] {
  const assets = new Map([...context.assets].map(([path, url]) => [foldedName(url), path]));
  const owners = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const [entry, url] of urlOf) {
    // A file that could not be read may mean another address than its name says.
    if (entry.raw === undefined) continue;
    const key = foldedName(isRendered(entry) ? outputOf(url) : url);
    const owner = owners.get(key);
    const asset = isRendered(entry) ? assets.get(key) : undefined;
    if (owner !== undefined) problems.push(taken(entry, url, urlOf.get(owner) ?? "", owner, context.m));
    else if (asset !== undefined) problems.push(problemOf(entry, "address-over-asset", context.m.freeAddress(asset), url));
    else owners.set(key, entry);
  }
  return [...problems, ...inside(urlOf, owners, assets, context.m)];
}

function taken(entry: Entry, url: string, otherUrl: string, other: Entry, m: Messages): Problem {
  if (url === otherUrl) return problemOf(entry, "duplicate-address", m.uniqueAddress(url, other.file), url);
  return problemOf(entry, "colliding-address", m.similarAddress(otherUrl, other.file), url);
}

/** `/a.html` is a file, so nothing can lie in `/a.html/`. */
function inside(urlOf: ReadonlyMap<Entry, string>, owners: ReadonlyMap<string, Entry>, assets: ReadonlyMap<string, string>, m: Messages): Problem[] {
  const problems: Problem[] = [];
  for (const [entry, url] of urlOf) {
    const parts = url.split("/");
    for (let length = 2; length < parts.length; length += 1) {
      const path = foldedName(parts.slice(0, length).join("/"));
      const owner = owners.get(path);
      const asset = assets.get(path);
      if (asset !== undefined && isRendered(entry)) problems.push(problemOf(entry, "address-over-asset", m.freeAddress(asset), url));
      if (owner !== undefined) problems.push(problemOf(entry, "colliding-address", m.folderAddress(urlOf.get(owner) ?? "", owner.file), url));
    }
  }
  return problems;
}

function problemOf(entry: Entry, rule: string, expected: string, got: string): Problem {
  return { ...placeOfAddress(entry), rule, level: "error", expected, got };
}
