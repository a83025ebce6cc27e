/** References in front matter become relations between entries, or problems. */
import type { Place, Problem } from "../problem.ts";
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { Messages } from "./messages.ts";
import type { RelationRule } from "./model.ts";
import { nearestTo } from "./nearest.ts";
import { targetsOf } from "./options.ts";
import type { SiteContext } from "./options.ts";
import type { Path } from "./yaml.ts";

/** One reference that leads somewhere. */
export interface Relation {
  readonly from: Entry;
  readonly name: string;
  readonly rule: RelationRule;
  readonly to: Entry;
  /** The other keys of the object that held the reference. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

export interface Relations {
  readonly relations: readonly Relation[];
  readonly problems: readonly Problem[];
}

/** Entries by id, and ids by name: what references are looked up in. */
export interface Register {
  readonly byId: ReadonlyMap<string, Entry>;
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  /** Kinds of which not all pages are known, since a list file could not be read. */
  readonly unread: ReadonlySet<string>;
}

export function registerOf(entries: readonly Entry[], unread: readonly string[]): Register {
  const byId = new Map<string, Entry>();
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (byId.has(entry.id)) continue;
    byId.set(entry.id, entry);
    append(byName, entry.name, entry);
  }
  return { byId, byName, unread: new Set(unread) };
}

/** All relations that an entry writes down. */
export function relationsOf(from: Entry, register: Register, context: SiteContext): Relations {
  const relations: Relation[] = [];
  const problems: Problem[] = [];
  for (const [name, rule] of Object.entries(from.kind.relations)) {
    const named = new Set<Entry>();
    for (const { text, data, path } of referencesIn((from.data ?? from.raw)?.[name], rule, [name])) {
      const place = from.written?.placeOf([...from.at, ...path]) ?? { file: from.file, line: 1, column: 1 };
      const found = lookUp(text, rule, register, context);
      // What a file that cannot be read holds is not known: its own problem is told, and enough.
      if ("fault" in found && targetsOf(rule.to, [...register.unread]).some((kind) => register.unread.has(kind))) continue;
      const fault = "fault" in found ? problemAt(place, text, found) : unfit(from, found.entry, named, rule, text, place, context);
      if (fault !== undefined) problems.push(fault);
      else if ("entry" in found) {
        relations.push({ from, name, rule, to: found.entry, data, path });
        named.add(found.entry);
      }
    }
  }
  return { relations, problems };
}

interface Reference {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** `energie`, `[energie]`, `{ thema: energie, rol: hoofd }` or a list of those. */
function referencesIn(value: unknown, rule: RelationRule, path: Path): Reference[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, rule, [...path, index]));
  if (typeof value === "string") return [{ text: value, data: {}, path }];
  if (typeof value !== "object" || value === null || rule.field === undefined) return [];
  const { [rule.field]: text, ...data } = value as Readonly<Record<string, unknown>>;
  return typeof text === "string" ? [{ text, data, path: [...path, rule.field] }] : [];
}

interface Fault {
  readonly fault: string;
  readonly expected: string;
  readonly nearest?: string | undefined;
}

function lookUp(text: string, rule: RelationRule, register: Register, context: SiteContext): { readonly entry: Entry } | Fault {
  const written = text.normalize("NFC").trim();
  const allowed = targetsOf(rule.to, context.kinds.map(({ name }) => name));
  const colon = written.indexOf(":");
  if (colon !== -1) return lookUpId(written, rule, allowed, register, context);
  const named = register.byName.get(written) ?? [];
  const fitting = named.filter(({ kind }) => allowed.includes(kind.name));
  const { m } = context;
  if (rule.to === "*") return { fault: "unqualified-reference", expected: m.qualifiedReference, nearest: fitting[0]?.id ?? nearestId(written, allowed, register, false) };
  if (fitting.length > 1) return { fault: "ambiguous-reference", expected: m.unambiguous(fitting.map(({ id }) => id).join(m.or)), nearest: fitting[0]?.id };
  if (fitting[0] !== undefined) return { entry: fitting[0] };
  return unknown(written, named.length > 0, allowed, register, m);
}

function lookUpId(written: string, rule: RelationRule, allowed: readonly string[], register: Register, context: SiteContext): { readonly entry: Entry } | Fault {
  const entry = register.byId.get(written);
  if (entry !== undefined && allowed.includes(entry.kind.name)) return { entry };
  const expected = rule.to === "*" ? context.m.anyPage : expectedPage(allowed, register, context.m);
  return { fault: entry === undefined ? "unknown-reference" : "wrong-kind", expected, nearest: nearestId(written, allowed, register, true) };
}

function unknown(written: string, isElsewhere: boolean, allowed: readonly string[], register: Register, m: Messages): Fault {
  return {
    fault: isElsewhere ? "wrong-kind" : "unknown-reference",
    expected: expectedPage(allowed, register, m),
    // An editor may write the file instead of its name: `themas/water.md`.
    nearest: nearestTo(written.slice(written.lastIndexOf("/") + 1).replace(/\.md$/, ""), namesOf(allowed, register)),
  };
}

/** Names a few: a long list hides the one that was meant. */
function expectedPage(allowed: readonly string[], register: Register, m: Messages): string {
  const names = namesOf(allowed, register);
  const shown = names.length > 8 ? [...names.slice(0, 8), "…"] : names;
  return m.reference(allowed.join(m.or), shown.join(", "));
}

function namesOf(allowed: readonly string[], register: Register): string[] {
  return [...register.byId.values()].filter(({ kind }) => allowed.includes(kind.name)).map(({ name }) => name).sort();
}

function nearestId(written: string, allowed: readonly string[], register: Register, isQualified: boolean): string | undefined {
  const fitting = [...register.byId.values()].filter(({ kind }) => allowed.includes(kind.name));
  if (isQualified) {
    const sameName = fitting.find(({ name }) => name === written.slice(written.indexOf(":") + 1));
    return sameName?.id ?? nearestTo(written, fitting.map(({ id }) => id));
  }
  const name = nearestTo(written, fitting.map((entry) => entry.name));
  return fitting.find((entry) => entry.name === name)?.id;
}

/** What exists may still not be related to: the page itself, one that is named already, or a draft when publishing. */
function unfit(from: Entry, to: Entry, named: ReadonlySet<Entry>, rule: RelationRule, text: string, place: Place, { publish, m }: SiteContext): Problem | undefined {
  if (from === to) return problemAt(place, text, { fault: "self-reference", expected: m.otherPage });
  const isOnce = rule.field === undefined || rule.once === true;
  if (isOnce && named.has(to)) return problemAt(place, text, { fault: "duplicate-reference", expected: m.pageOnce });
  if (!publish || !to.draft || from.draft) return undefined;
  return { ...problemAt(place, text, { fault: "draft-reference", expected: m.publishedPage }), remedy: m.publishedPageRemedy };
}

function problemAt(place: Place, got: string, { fault, expected, nearest }: Fault): Problem {
  return { ...place, rule: fault, level: "error", expected, got, ...(nearest === undefined ? {} : { nearest }) };
}
