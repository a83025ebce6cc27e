/**
 * Where an address on a page leads: to a file of the site, or elsewhere.
 *
 * A URL is text here, resolved as section 5 of RFC 3986 says.
 */

/** Where a site stands. */
export interface Standing {
  /** Without a slash at the end; whole addresses that begin with it are ours. */
  readonly origin?: string | undefined;
  /** With a slash at both ends: `/` or `/wegwijzer/`. */
  readonly pathPrefix: string;
}

export type Target =
  /** Below the output: `pictures/kaart.svg`; an address that ends with a slash leads to its `index.html`. */
  | { readonly kind: "file"; readonly path: string }
  /** The document itself, or a place in it. */
  | { readonly kind: "same" }
  /** On our host, above the prefix of the site. */
  | { readonly kind: "above" }
  /** `scheme` in lower case without its colon, or `""` for `//host/`. */
  | { readonly kind: "elsewhere"; readonly scheme: string };

/** @param from - The file with the address, below the output. */
export function targetOf(address: string, from: string, { origin, pathPrefix }: Standing): Target {
  // Browsers strip these before they look (URL Standard, section 4.4).
  const [whole = ""] = address.replace(/[\t\n\r]/g, "").trim().split(/[?#]/, 1);
  if (whole === "") return { kind: "same" };
  const bare = withoutOrigin(whole.replaceAll("\\", "/"), origin);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1];
  if (scheme !== undefined) return { kind: "elsewhere", scheme: scheme.toLowerCase() };
  if (bare.startsWith("//")) return { kind: "elsewhere", scheme: "" };
  const path = withoutDots(bare.startsWith("/") ? bare : pathPrefix + from.replace(/[^/]*$/, "") + bare);
  if (`${path}/` === pathPrefix) return { kind: "file", path: "index.html" };
  if (!path.startsWith(pathPrefix)) return { kind: "above" };
  return { kind: "file", path: decoded(path.slice(pathPrefix.length)).replace(/(^|\/)$/, "$1index.html") };
}

/** The address with another file name: only its last segment changes, whatever its form. */
export function renamed(address: string, rename: (name: string) => string): string {
  const [, path = "", rest = ""] = /^([^?#]*)([^]*)$/.exec(address) ?? [];
  return path.replace(/[^/\\]+$/, rename) + rest;
}

function withoutOrigin(address: string, origin: string | undefined): string {
  if (origin === undefined) return address;
  const lower = address.toLowerCase();
  for (const own of [origin.toLowerCase(), origin.toLowerCase().replace(/^https?:/, "")]) {
    if (lower === own) return "/";
    if (lower.startsWith(`${own}/`)) return address.slice(own.length);
  }
  return address;
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const segment of segments) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
  }
  const isFolder = /^\.{1,2}$/.test(segments.at(-1) ?? "");
  return `/${kept.join("/")}${isFolder && kept.length > 0 ? "/" : ""}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign stands for itself.
    return path;
  }
}
