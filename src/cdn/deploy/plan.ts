/**
 * The plan of a deploy: what is wanted beside what the store holds; values in, a value out.
 *
 *     assets ──▶ pages ──▶ last ──▶ log ──▶ gone ──▶ worn out
 *
 * Nothing is decided later: the run does what stands here, in this order, or stops.
 */
import { type Entry, headersText, isState, objectPath, stageOf, stages, type Stage } from "./entry.ts";
import { isOver, type Log, type LogEntry } from "./log.ts";
import { type DeployRecord, recordPath } from "./record.ts";

/** What stands on the store at an address. */
export interface Held {
  readonly path: string;
  readonly size: number;
  /** SHA-256 in base64url; absent when nobody vouches for it. */
  readonly hash?: string;
  /** What it is served with, as one text; absent when nobody vouches for it. */
  readonly headers?: string;
}

/** A release that the store still knows: its place in the log, and its objects. */
export interface Known {
  readonly entry: LogEntry;
  readonly record: DeployRecord;
}

export interface Put {
  readonly kind: "new" | "changed";
  readonly stage: Stage;
  readonly entry: Entry;
}

export interface Removal {
  readonly path: string;
  readonly size: number;
  /** `gone`: no longer part of the site. `worn`: a fingerprint after its grace time. `kept`: bytes for a way back that has closed. */
  readonly why: "gone" | "worn" | "kept";
  readonly sibling: boolean;
}

export interface Plan {
  readonly record: DeployRecord;
  /** In the order of the run. */
  readonly puts: readonly Put[];
  /** Bytes of pages that go beside the site first, for the way back. */
  readonly objects: readonly Entry[];
  readonly same: readonly Entry[];
  /** In the order of the run: gone, worn, kept. */
  readonly removals: readonly Removal[];
  /** Old fingerprints that stay for now. */
  readonly waiting: readonly Held[];
  /** What no release of ours put there; left alone. */
  readonly unknown: readonly string[];
  /** What stands in the log when all is done. */
  readonly log: Log;
}

export interface Situation {
  readonly wanted: DeployRecord;
  /** The name of its record. */
  readonly name: string;
  readonly held: readonly Held[];
  readonly log: Log;
  readonly known: readonly Known[];
  readonly nowMs: number;
  readonly graceMs: number;
}

export function planOf(situation: Situation): Plan {
  const { wanted, held, log, nowMs, graceMs } = situation;
  const there = new Map(held.map((one) => [one.path, one]));
  const compared = wanted.entries.map((entry) => ({ entry, kind: kindOf(entry, there.get(entry.path)) }));
  const puts = compared.flatMap(({ entry, kind }) => (kind === "same" ? [] : [{ kind, stage: stageOf(entry, kind === "new"), entry }]));
  const left = leftOver(situation);
  const ended = log.filter((entry) => isOver(entry, nowMs, graceMs));
  return {
    record: wanted,
    puts: puts.sort((a, b) => rankOf(a) - rankOf(b) || byPath(a.entry, b.entry)),
    objects: objectsOf(wanted).filter(({ hash }) => !there.has(objectPath(hash))),
    same: compared.filter(({ kind }) => kind === "same").map(({ entry }) => entry),
    removals: [...left.gone, ...left.worn, ...keptOf(situation, new Set(ended))],
    waiting: left.waiting,
    unknown: left.unknown,
    log: log.filter((entry) => !ended.includes(entry)),
  };
}

function kindOf(entry: Entry, held: Held | undefined): Put["kind"] | "same" {
  if (!held) return "new";
  return held.hash === entry.hash && held.size === entry.size && held.headers === headersText(entry.headers) ? "same" : "changed";
}

/** New pages before changed ones, which may link to them; the manifest of the release is the last of all. */
function rankOf({ stage, kind, entry }: Put): number {
  return stages.indexOf(stage) * 4 + (kind === "new" ? 0 : 1) + (entry.path === "release.json" ? 2 : 0);
}

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** What a rollback cannot find at its own address, since a newer release stands there. */
export function objectsOf({ entries }: DeployRecord): readonly Entry[] {
  return [...new Map(entries.filter(({ role }) => role !== "asset").map((entry) => [entry.hash, entry])).values()];
}

interface LeftOver {
  readonly gone: readonly Removal[];
  readonly worn: readonly Removal[];
  readonly waiting: readonly Held[];
  readonly unknown: readonly string[];
}

/** What the store holds and the wanted release does not. */
function leftOver({ wanted, held, known, nowMs, graceMs }: Situation): LeftOver {
  const isWanted = new Set(wanted.entries.map(({ path }) => path));
  const rest = held.filter(({ path }) => !isState(path) && !isWanted.has(path)).sort(byPath);
  const owners = ownersOf(known);
  const removal = ({ path, size }: Held, why: "gone" | "worn"): Removal => ({ path, size, why, sibling: owners.get(path)?.entry.sibling === true });
  const ours = rest.filter(({ path }) => owners.has(path));
  const assets = ours.filter(({ path }) => owners.get(path)?.entry.role === "asset");
  const isWorn = ({ path }: Held): boolean => owners.get(path)?.logEntries.every((entry) => isOver(entry, nowMs, graceMs)) ?? false;
  return {
    gone: ours.filter((one) => !assets.includes(one)).map((one) => removal(one, "gone")),
    worn: assets.filter(isWorn).map((one) => removal(one, "worn")),
    waiting: assets.filter((one) => !isWorn(one)),
    unknown: rest.filter(({ path }) => !owners.has(path)).map(({ path }) => path),
  };
}

interface Owner {
  readonly entry: Entry;
  readonly logEntries: readonly LogEntry[];
}

/** Which releases a path was part of; the newest of them says what it is. */
function ownersOf(known: readonly Known[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner>();
  for (const { entry: logEntry, record } of known) {
    for (const entry of record.entries) owners.set(entry.path, { entry, logEntries: [...(owners.get(entry.path)?.logEntries ?? []), logEntry] });
  }
  return owners;
}

/** Records and bytes of pages that no release needs which one can still go back to. */
function keptOf({ wanted, name, held, known }: Situation, ended: ReadonlySet<LogEntry>): readonly Removal[] {
  const open = known.filter(({ entry }) => !ended.has(entry));
  const needed = new Set([wanted, ...open.map(({ record }) => record)].flatMap(objectsOf).map(({ hash }) => objectPath(hash)));
  const records = new Set([name, ...open.map(({ entry }) => entry.record)]);
  const closed = [...ended].filter(({ record }) => !records.has(record)).map(({ record }) => recordPath(record));
  return held
    .filter(({ path }) => (path.startsWith(objectPath("")) ? !needed.has(path) : closed.includes(path)))
    .map(({ path, size }) => ({ path, size, why: "kept" as const, sibling: false }));
}
