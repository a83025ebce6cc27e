/**
 * The log of a store: which release stood there when, and which of them one can go back to.
 *
 * The clock is passed in, in milliseconds; on the store a time is text in UTC.
 */
import { stateFolder } from "./entry.ts";
import { fieldsOf, RecordError } from "./record.ts";

export interface LogEntry {
  readonly release: string;
  /** The name of its record. */
  readonly record: string;
  /** When its first object came. */
  readonly begunMs: number;
  /** When it was whole; null while a deploy is under way or was broken off. */
  readonly liveMs: number | null;
  /** When the next one was whole; null for what stands there now, or in part. */
  readonly endedMs: number | null;
  readonly files: number;
  readonly bytes: number;
}

/** In the order in which they began. */
export type Log = readonly LogEntry[];

export const logPath = `${stateFolder}log.json`;
const format = 1;

/** What stands on the store, or would if the last deploy had not been broken off. */
export const currentOf = (log: Log): LogEntry | undefined => log.findLast(({ liveMs, endedMs }) => liveMs !== null && endedMs === null);

/** The release that stood there before the current one; where a deploy was broken off, the one that it was to replace. */
export function previousOf(log: Log): LogEntry | undefined {
  const current = currentOf(log);
  if (log.at(-1)?.liveMs === null) return current;
  return log.findLast((entry) => entry.liveMs !== null && entry.record !== current?.record);
}

/** The last release whose id begins so. */
export const namedIn = (log: Log, id: string): LogEntry | undefined => log.findLast(({ release, liveMs }) => liveMs !== null && release.startsWith(id));

export type Begun = Pick<LogEntry, "release" | "record" | "files" | "bytes">;

/** A deploy begins; one that was broken off and begins again is one entry. */
export function begin(log: Log, entry: Begun, nowMs: number): Log {
  const last = log.at(-1);
  if (last?.record === entry.record && last.endedMs === null) return log;
  return [...log, { ...entry, begunMs: nowMs, liveMs: null, endedMs: null }];
}

/** The last that began is whole; whatever stood there, whole or in part, has ended. */
export function finish(log: Log, nowMs: number): Log {
  return log.map((entry, place) => {
    if (place === log.length - 1) return { ...entry, liveMs: entry.liveMs ?? nowMs };
    return { ...entry, endedMs: entry.endedMs ?? nowMs };
  });
}

/** Whether the assets of a release may leave: it ended longer ago than the grace time. */
export const isOver = ({ endedMs }: LogEntry, nowMs: number, graceMs: number): boolean => endedMs !== null && nowMs - endedMs > graceMs;

export function encodeLog(log: Log): string {
  const rows = log.map(({ begunMs, liveMs, endedMs, ...rest }) => ({ ...rest, begun: textOf(begunMs), live: textOf(liveMs), ended: textOf(endedMs) }));
  return `${JSON.stringify({ format, entries: rows }, null, 1)}\n`;
}

/** @throws RecordError when it is no log of this format. */
export function parseLog(text: string): Log {
  const { entries } = fieldsOf(text, logPath, format);
  if (!Array.isArray(entries)) throw new RecordError(`${logPath}: expected entries`);
  return entries.map(rowOf);
}

function rowOf(row: unknown): LogEntry {
  const { release, record, begun, live, ended, files, bytes } = (row ?? {}) as Readonly<Record<string, unknown>>;
  const begunMs = timeOf(begun);
  if (typeof release !== "string" || typeof record !== "string" || !/^[\w-]+$/.test(record) || begunMs === null) {
    throw new RecordError(`${logPath}: expected entries of release, record and times, got ${JSON.stringify(row)}`);
  }
  return { release, record, begunMs, liveMs: timeOf(live), endedMs: timeOf(ended), files: Number(files), bytes: Number(bytes) };
}

function timeOf(value: unknown): number | null {
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : time;
}

const textOf = (timeMs: number | null): string | null => (timeMs === null ? null : new Date(timeMs).toISOString());
