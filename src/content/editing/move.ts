/**
 * A page to another file: its links, the links to it, the references to its id, and its former address.
 *
 * The result is read and checked before anybody writes it. What was right must be right afterwards, so
 * a way of writing that is not understood here is a refusal, never a broken site.
 */
import type { Problem } from "../../problem.ts";
import type { Entry, SourceFile } from "../entries.ts";
import { foldedName } from "../names.ts";
import { homeOf } from "../options.ts";
import type { SiteContext } from "../options.ts";
import { readSite } from "../site.ts";
import type { SiteParts } from "../site.ts";
import { applyEdits, withoutDoubles } from "./edits.ts";
import type { Edit } from "./edits.ts";
import { formerAddressEdits } from "./formerAddress.ts";
import { addressLinkEdits, fileLinkEdits } from "./linkEdits.ts";
import { referenceEdits } from "./referenceEdits.ts";

export interface Moved {
  readonly from: string;
  readonly to: string;
  /** Two rounds: places of the second are those after the first. */
  readonly rounds: readonly (readonly Edit[])[];
  /** Pages whose address changes: the page itself, and those whose address is made of its name. */
  readonly addresses: readonly { readonly file: string; readonly was: string; readonly is: string }[];
  /** What would be wrong; then nothing may be written. */
  readonly problems: readonly Problem[];
}

/**
 * Plans a move.
 *
 * @param from, to - Paths below the input; nothing stands at `to`.
 * @param sources - Of a site without errors.
 */
export function planMove(from: string, to: string, sources: readonly SourceFile[], before: SiteParts, context: SiteContext): Moved {
  const first = fileRound(from, to, sources, before, context);
  const moved = edited(sources, first).map((source) => (source.path === from ? { ...source, path: to, file: fileAt(source, to) } : source));
  const between = readSite(moved, context);
  const addresses = changedAddresses(from, to, before, between.parts);
  const second = addressRound(addresses, moved, between.parts, context);
  const after = readSite(edited(moved, second), context);
  const told = addresses.map(({ entry, was, is }) => ({ file: entry.file, was, is }));
  return { from, to, rounds: [first, second], addresses: told, problems: after.problems.filter(({ level }) => level === "error") };
}

/** Whether something stands there already, on this computer or on one that knows no upper case. */
export function isTaken(to: string, from: string, paths: readonly string[]): boolean {
  return paths.some((path) => path !== from && foldedName(path) === foldedName(to));
}

/** What follows from the name of the file alone. */
function fileRound(from: string, to: string, sources: readonly SourceFile[], before: SiteParts, context: SiteContext): readonly Edit[] {
  const texts = new Map(sources.map(({ path, text = "" }) => [path, text]));
  const textOf = (path: string): string => texts.get(path) ?? "";
  const entry = before.entries.find(({ path }) => path === from);
  if (entry === undefined) return [];
  const links = before.entries.flatMap((each) => fileLinkEdits(each, textOf(each.path), from, to, context));
  return withoutDoubles([...links, ...referenceEdits(entry, identityAt(entry, to, context), before, textOf, context)]);
}

/** An id of the page's own stays; else it follows the name of the file, as the kind follows the folder. */
function identityAt(entry: Entry, to: string, { kinds }: SiteContext): { readonly kind: string; readonly name: string } {
  const kind = homeOf(to, kinds)?.kind.name ?? entry.kind.name;
  if (entry.name !== nameIn(entry.path)) return { kind, name: entry.name };
  return { kind, name: nameIn(to) };
}

interface ChangedAddress {
  /** As it is after the move. */
  readonly entry: Entry;
  readonly was: string;
  readonly is: string;
}

function changedAddresses(from: string, to: string, before: SiteParts, between: SiteParts): readonly ChangedAddress[] {
  const urls = new Map([...before.targets.urlOf].map(([{ path, at }, url]) => [keyOf(path === from ? to : path, at), url]));
  return [...between.targets.urlOf].flatMap(([entry, is]) => {
    const was = urls.get(keyOf(entry.path, entry.at));
    return was === undefined || was === is ? [] : [{ entry, was, is }];
  });
}

function addressRound(addresses: readonly ChangedAddress[], sources: readonly SourceFile[], { entries }: SiteParts, context: SiteContext): readonly Edit[] {
  const texts = new Map(sources.map(({ path, text = "" }) => [path, text]));
  const newUrls = new Map(addresses.map(({ was, is }) => [was, is]));
  const former = addresses.flatMap(({ entry, was, is }) => formerAddressEdits(entry, texts.get(entry.path) ?? "", was, is));
  const links = newUrls.size === 0 ? [] : entries.flatMap((entry) => addressLinkEdits(entry, texts.get(entry.path) ?? "", newUrls, context));
  return withoutDoubles([...former, ...links]);
}

function edited(sources: readonly SourceFile[], edits: readonly Edit[]): readonly SourceFile[] {
  return sources.map((source) => {
    const own = edits.filter(({ path }) => path === source.path);
    return source.text === undefined || own.length === 0 ? source : { ...source, text: applyEdits(source.text, own) };
  });
}

function fileAt({ path, file }: SourceFile, to: string): string {
  return file.slice(0, file.length - path.length) + to;
}

function keyOf(path: string, at: Entry["at"]): string {
  return JSON.stringify([path, ...at]);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "").normalize("NFC");
}
