/** Which file of a release an address asks for. */
import type { ReleaseFile } from "../release.ts";

export interface Found {
  readonly file?: ReleaseFile;
  /** Where the same page really is, as hosts redirect `/themas` to `/themas/`; without query. */
  readonly moved?: string;
}

/**
 * @param scope - The path of the site, with a slash at both ends.
 * @param pathname - Of the address asked for; its query is no matter on a site of files.
 */
export function findFile(byPath: ReadonlyMap<string, ReleaseFile>, scope: string, pathname: string): Found {
  const path = decode(pathname.slice(scope.length));
  if (path === undefined || !pathname.startsWith(scope)) return {};
  const file = byPath.get(path === "" || path.endsWith("/") ? `${path}index.html` : path);
  if (file) return { file };
  return byPath.has(`${path}/index.html`) ? { moved: `${pathname}/` } : {};
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
