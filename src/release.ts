/**
 * One release of a site: every file that readers can ask for, with its hash and size.
 *
 * Made once, when all pages, scripts and pictures are written, and used by whatever must know what
 * belongs together: the worker that stores a site, the deploy that sends it, the command that checks it.
 */

export interface ReleaseFile {
  /** Below the output, with forward slashes: `themas/energie/index.html`. */
  readonly path: string;
  /** SHA-256 of its bytes before compression, in base64url: 43 characters. */
  readonly hash: string;
  /** Bytes before compression. */
  readonly size: number;
}

export interface Release {
  /** The hash of what it holds: equal for two builds of the same bytes. */
  readonly id: string;
  /** Sorted by path, in UTF-16 code units. */
  readonly files: readonly ReleaseFile[];
}

/** Where every site has its release manifest; never hashed, always revalidated. */
export const releaseName = "release.json";
export const releaseFormat = 1;

/** Enough to tell releases apart, and short enough to read aloud. */
const idLength = 16;

/**
 * What is no part of a release: the manifest itself, and what stands for the same bytes or for no reader.
 *
 * Compressed siblings differ between versions of Node; the files that hosts read are made after it.
 */
const apart: readonly RegExp[] = [/^release\.json$/, /\.(br|gz)$/, /^_headers$/, /^_redirects$/, /^_hosting\//];

export const isReleased = (path: string): boolean => !apart.some((pattern) => pattern.test(path));

/**
 * @param hash - SHA-256 of a text, in base64url.
 */
export function releaseOf(files: readonly ReleaseFile[], hash: (text: string) => string): Release {
  const sorted = files.filter(({ path }) => isReleased(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return { id: idOf(hash(textOf(sorted))), files: sorted };
}

/** What the id of a release is the hash of: whoever gets a manifest can try whether it is whole. */
export const textOf = (files: readonly ReleaseFile[]): string => files.map((file) => `${file.hash} ${file.size} ${file.path}\n`).join("");
export const idOf = (hash: string): string => hash.slice(0, idLength);

/** The address of a file, below the site's own: `themas/energie/` for `themas/energie/index.html`. */
export const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, "$1");

/** Why a release manifest cannot be used, in words for whoever runs a command. */
export class ReleaseError extends Error {}

/** The text of a manifest; `more` is what a plugin adds of its own, by its name. */
export function encodeRelease({ id, files }: Release, more: Readonly<Record<string, unknown>> = {}): string {
  const rows = files.map(({ path, hash, size }) => `\n${JSON.stringify([path, hash, size])}`);
  const rest = Object.entries(more).map(([key, value]) => `,"${key}":${JSON.stringify(value)}`).join("");
  return `{"format":${releaseFormat},"id":"${id}","files":[${rows.join(",")}]${rest}}\n`;
}

/** @throws ReleaseError when it is no manifest of this format. */
export function parseRelease(text: string): Release {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ReleaseError(`${releaseName}: expected JSON; it is cut off or another file`, { cause });
  }
  if (typeof value !== "object" || value === null || !("format" in value)) throw new ReleaseError(`${releaseName}: it is no release manifest`);
  if (value.format !== releaseFormat) throw new ReleaseError(`${releaseName}: expected format ${releaseFormat}, got ${String(value.format)}`);
  const { id, files } = value as { readonly id?: unknown; readonly files?: unknown };
  if (typeof id !== "string" || !Array.isArray(files)) throw new ReleaseError(`${releaseName}: expected an id and files`);
  return { id, files: files.map(fileOf) };
}

function fileOf(row: unknown): ReleaseFile {
  const [path, hash, size] = Array.isArray(row) ? (row as readonly unknown[]) : [];
  if (typeof path !== "string" || typeof hash !== "string" || !/^[\w-]{43}$/.test(hash) || typeof size !== "number") {
    throw new ReleaseError(`${releaseName}: expected rows of path, hash and size, got ${JSON.stringify(row)}`);
  }
  return { path, hash, size };
}
