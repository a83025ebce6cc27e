/** Which file of a release an address asks for. */
import type { ReleaseFile } from "../release.ts";

export interface Found {
  readonly file?: ReleaseFile | undefined;
  /** Where the same page really is, as hosts redirect `/themas` to `/themas/`. */
  readonly moved?: string | undefined;
}

/**
 * @param scope - The address of the site, with a slash at its end.
 * @param address - What is asked for, below it; its query is no matter on a site of files, and is kept where a page moved.
 */
export function findFile(byPath: ReadonlyMap<string, ReleaseFile>, scope: string, address: string): Found {
  const [, below = "", query = ""] = /^([^?#]*)([^#]*)/.exec(address.slice(scope.length)) ?? [];
  const path = decode(below);
  if (path === undefined || !address.startsWith(scope)) return {};
  const file = byPath.get(path === "" || path.endsWith("/") ? `${path}index.html` : path);
  return { file, moved: !file && byPath.has(`${path}/index.html`) ? `${scope}${below}/${query}` : undefined };
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not percent-encoded UTF-8, so no file has this name.
    return undefined;
  }
}

/** The address of a file below the scope, as it is asked for. */
export const encodePath = (address: string): string => address.split("/").map(encodeURIComponent).join("/");
