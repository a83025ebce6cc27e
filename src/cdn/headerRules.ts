/**
 * What a host says beside each file: one table, from which the files of every host are made.
 *
 * Rules match the path of a file below the output, as a release names it (`themas/energie/index.html`).
 * The first rule that matches decides; the last one matches all. The type of a file follows from its name.
 */

export type Headers = Readonly<Record<string, string>>;

export interface HeaderRule {
  /** A regular expression as text, without flags: `^fonts/.*\.woff2$`. */
  readonly pattern: string;
  /** All headers of a file that matches, save `Content-Type`. */
  readonly headers: Headers;
}

export interface HeaderTable {
  /** `Content-Type` by extension, without its dot and in lower case; `""` is for the rest. */
  readonly types: Headers;
  readonly rules: readonly HeaderRule[];
}

/** How a file that is named by the hash of its bytes is kept: for a year, and never asked for again. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** Kept, but asked for before each use: a 304 when nothing changed. */
export const REVALIDATE = "no-cache";

/** What a host says beside a file. */
export function headersOf(path: string, table: HeaderTable): Headers {
  const rule = table.rules.find(({ pattern }) => new RegExp(pattern).test(path));
  return { "Content-Type": typeOf(path, table.types), ...rule?.headers };
}

/** Whether the bytes at this address never change. */
export function isImmutable(path: string, table: HeaderTable): boolean {
  return /\bimmutable\b/.test(headersOf(path, table)["Cache-Control"] ?? "");
}

function typeOf(path: string, types: Headers): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return (Object.hasOwn(types, extension) ? types[extension] : types[""]) ?? "application/octet-stream";
}
