/**
 * What the last deploy knew of each object, by the tag with which the store lists it: while the tag is
 * the same, so are bytes and headers, and nobody has to ask for each of thousands of objects.
 */
import { stateFolder } from "./entry.ts";

export interface VouchedFile {
  readonly tag: string;
  readonly hash: string;
  readonly headers: string;
}
export type VouchedFiles = ReadonlyMap<string, VouchedFile>;

export const vouchedPath = `${stateFolder}vouched.json`;
const format = 1;

export function encodeVouched(files: VouchedFiles): string {
  const sets = [...new Set([...files.values()].map(({ headers }) => headers))];
  const places = new Map(sets.map((headers, place) => [headers, place]));
  const rows = [...files].map(([path, { tag, hash, headers }]) => `\n${JSON.stringify([path, tag, hash, places.get(headers)])}`);
  return `{"format":${format},"headers":${JSON.stringify(sets)},"files":[${rows.join(",")}]}\n`;
}

/** Nothing when it cannot be read: the store is then asked for each object. */
export function parseVouched(text: string): VouchedFiles {
  try {
    const value = JSON.parse(text) as { readonly format?: unknown; readonly headers?: unknown; readonly files?: unknown } | null;
    if (value?.format !== format || !Array.isArray(value.headers) || !Array.isArray(value.files)) return new Map();
    const sets = value.headers as readonly unknown[];
    return new Map(value.files.flatMap((row: unknown) => rowOf(row, sets)));
  } catch {
    // Cut off: it only spares time.
    return new Map();
  }
}

function rowOf(row: unknown, sets: readonly unknown[]): readonly (readonly [string, VouchedFile])[] {
  const [path, tag, hash, place] = Array.isArray(row) ? (row as readonly unknown[]) : [];
  const headers = sets[Number(place)];
  const isWhole = typeof path === "string" && typeof tag === "string" && typeof hash === "string" && typeof headers === "string";
  return isWhole ? [[path, { tag, hash, headers }]] : [];
}
