/**
 * The record of one release on a store: every object that it needs, so that one can go back to it.
 */
import type { Headers } from "../headerRules.ts";
import { type Entry, headersText, type Role, stateFolder } from "./entry.ts";

export interface DeployRecord {
  /** The id of the release, as its manifest has it. */
  readonly release: string;
  /** Where the site stands: origin and prefix, `https://wegwijzer.example/`; null when nobody said. */
  readonly address: string | null;
  readonly entries: readonly Entry[];
}

/** Why a file of ours on the store cannot be used, in words for whoever runs the command. */
export class RecordError extends Error {}

const format = 1;
export const recordFolder = `${stateFolder}releases/`;
export const recordPath = (name: string): string => `${recordFolder}${name}.json`;

/** Headers stand once, in a list: a site has a handful of sets and thousands of files. */
export function encodeRecord({ release, address, entries }: DeployRecord): string {
  const sets = [...new Map(entries.map(({ headers }) => [headersText(headers), headers])).values()];
  const places = new Map(sets.map((headers, place) => [headersText(headers), place]));
  const rows = entries.map((entry) => `\n${JSON.stringify([entry.path, entry.hash, entry.size, entry.role, places.get(headersText(entry.headers)), entry.sibling ? 1 : 0])}`);
  return `{"format":${format},"release":${JSON.stringify(release)},"address":${JSON.stringify(address)},"headers":${JSON.stringify(sets)},"entries":[${rows.join(",")}]}\n`;
}

/** @throws RecordError when it is no record of this format. */
export function parseRecord(text: string, path: string): DeployRecord {
  const value = fieldsOf(text, path, format);
  const { release, address, headers, entries } = value;
  if (typeof release !== "string" || !Array.isArray(headers) || !Array.isArray(entries)) throw new RecordError(`${path}: expected a release, headers and entries`);
  const sets = headers as readonly Headers[];
  return { release, address: typeof address === "string" ? address : null, entries: entries.map((row: unknown) => entryOf(row, sets, path)) };
}

const roles: ReadonlySet<unknown> = new Set<Role>(["asset", "fixed", "page", "redirect", "last"]);

function entryOf(row: unknown, sets: readonly Headers[], file: string): Entry {
  const [path, hash, size, role, place, sibling] = Array.isArray(row) ? (row as readonly unknown[]) : [];
  const headers = sets[Number(place)];
  if (typeof path !== "string" || typeof hash !== "string" || typeof size !== "number" || !roles.has(role) || headers === undefined) {
    throw new RecordError(`${file}: expected rows of path, hash, size, role and headers, got ${JSON.stringify(row)}`);
  }
  return { path, hash, size, role: role as Role, headers, ...(sibling === 1 ? { sibling: true as const } : {}) };
}

/** @throws RecordError when the text is no JSON object of that format. */
export function fieldsOf(text: string, path: string, expected: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new RecordError(`${path}: expected JSON; it is cut off or another file`, { cause });
  }
  if (typeof value !== "object" || value === null) throw new RecordError(`${path}: expected an object`);
  const fields = value as Readonly<Record<string, unknown>>;
  if (fields["format"] !== expected) throw new RecordError(`${path}: expected format ${expected}, got ${String(fields["format"])}; deploy with the version of wegwijzer that wrote it, or newer`);
  return fields;
}
