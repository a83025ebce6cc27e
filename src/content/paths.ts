/** Paths of links: taken apart, followed, and written anew. */

/** `../a.md?x#y` into path, query and fragment. */
export function partsOf(target: string): { readonly path: string; readonly rest: string; readonly fragment: string | undefined } {
  const hash = target.indexOf("#");
  const before = hash === -1 ? target : target.slice(0, hash);
  const query = before.indexOf("?");
  return {
    path: query === -1 ? before : before.slice(0, query),
    rest: query === -1 ? "" : before.slice(query),
    fragment: hash === -1 ? undefined : target.slice(hash + 1),
  };
}

/** Below the input, or undefined when it climbs out of it. */
export function resolvedPath(from: string, path: string): string | undefined {
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").normalize("NFC");
}

/** From the folder of one path below the input to another path. */
export function relativePath(from: string, to: string): string {
  const base = from.split("/").slice(0, -1);
  const parts = to.split("/");
  let common = 0;
  while (common < base.length && common < parts.length - 1 && base[common] === parts[common]) common += 1;
  return [...base.slice(common).map(() => ".."), ...parts.slice(common)].join("/");
}

/** Percent signs that encode nothing are what they are. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

/** As a path must be written in a link, where white space, brackets, `?` and `#` would end it: `c%23.md`. */
export function encodedPath(path: string): string {
  return path.replaceAll(/[%#?\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
