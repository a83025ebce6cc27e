/**
 * Which files are named by their hash, and which never are.
 *
 * A name that says what it holds can be kept for a year. Scripts and shards of the search get theirs
 * when they are made; styles, pictures and fonts here.
 */

/** Signs of a hash in a name: 40 bits. */
export const hashLength = 10;

const hashed = "css|svg|png|jpe?g|gif|webp|avif|woff2?|ttf|otf";

interface Fixed {
  readonly pattern: RegExp;
  readonly why: string;
}

/** What is asked for by an address that somebody else knows; it is kept, and asked for again. */
export const neverHashed: readonly Fixed[] = [
  { pattern: /\.html?$/, why: "a page has the address that readers keep" },
  { pattern: /(^|\/)(service-worker|sw)\.m?js$/, why: "a browser asks for the worker by the address that it was registered with" },
  { pattern: /\.m?js$/, why: "a script has its hash from when it was made, or is imported by name" },
  { pattern: /(^|\/)(release|manifest)\.json$|\.webmanifest$/, why: "a manifest is what changes" },
  { pattern: /(^|\/)(robots|humans|llms|ads|security)\.txt$/, why: "robots know one address" },
  { pattern: /\.(xml|rss|atom|ttl|jsonld|md|json)$/, why: "a feed, a site map or a copy for machines is known by its address" },
  { pattern: /(^|\/)(favicon|icon|apple-touch-icon|mask-icon)([-.][\w.-]+)?\.(ico|svg|png)$/, why: "an icon is stored by browsers and home screens" },
  { pattern: /^\.well-known\//, why: "RFC 8615 fixes the address" },
];

const mayBeHashed = new RegExp(`\\.(${hashed})$`, "i");

/** @param fixed - Patterns of a site's own. */
export function isHashable(path: string, fixed: readonly string[] = []): boolean {
  return mayBeHashed.test(path) && !neverHashed.some(({ pattern }) => pattern.test(path)) && !fixed.some((pattern) => new RegExp(pattern).test(path));
}

/** `kaart.svg` -> `kaart.0123456789.svg` */
export const hashedName = (name: string, hash: string): string => name.replace(/(?=\.[^.]+$)/, `.${hash.slice(0, hashLength)}`);

/** What a name looks like that was made here. */
export const hashedPattern = `\\.[0-9a-f]{${hashLength}}\\.(${hashed})$`;
export const looksHashed = (path: string): boolean => new RegExp(hashedPattern, "i").test(path);

/** Names of files, as they stand in any text: `pictures/kaart.svg` has `kaart.svg`. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(new RegExp(`[^\\s"'<>()/\\\\=,;]+\\.(${hashed})\\b`, "gi"))) names.add(decodedName(name));
  return names;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
