/** Everything that a link may lead to: pages by file and by address, their anchors, and copied files. */
import { outputOf } from "./addresses.ts";
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { SiteContext } from "./options.ts";
import type { Register } from "./references.ts";

export interface Targets {
  /** By path below the input, in NFC; also entries that could not be read. */
  readonly byPath: ReadonlyMap<string, Entry>;
  /** By address without fragment; undefined when something else than content stands there. */
  readonly byUrl: ReadonlyMap<string, Entry | undefined>;
  readonly urlOf: ReadonlyMap<Entry, string>;
  /** Copied files: address by path below the input. */
  readonly assets: ReadonlyMap<string, string>;
  /** What may follow `#` on an address; undefined when that is not known. */
  anchorsOf(url: string): ReadonlySet<string> | undefined;
}

export function targetsOf(entries: readonly Entry[], urlOf: ReadonlyMap<Entry, string>, { unread }: Register, context: SiteContext): Targets {
  // An entry with a problem has no address yet, so the anchors of the page that lists it are not known.
  const isWhole = unread.size === 0 && entries.every((entry) => entry.at.length === 0 || urlOf.has(entry));
  const pages = entries.filter(({ at }) => at.length === 0);
  const byUrl = new Map<string, Entry | undefined>([...context.addresses, ...context.assets.values()].map((url) => [url, undefined]));
  for (const [entry, url] of urlOf) if (!url.includes("#")) byUrl.set(url, entry);
  for (const [entry, url] of urlOf) if (!url.includes("#")) byUrl.set(outputOf(url), entry);
  const parts = partsByUrl(urlOf);
  return {
    byPath: new Map(pages.map((entry) => [entry.path.normalize("NFC"), entry])),
    byUrl,
    urlOf,
    assets: new Map([...context.assets].map(([path, url]) => [path.normalize("NFC"), url])),
    anchorsOf: (url) => {
      const entry = byUrl.get(url);
      if (entry?.body === undefined || !isWhole && (unread.size > 0 || parts.has(url))) return undefined;
      return new Set([...entry.body.headings.map(({ id }) => id), ...(parts.get(url) ?? [])]);
    },
  };
}

/** `/bronnen/#dd-over` makes `dd-over` an anchor of `/bronnen/`. */
function partsByUrl(urlOf: ReadonlyMap<Entry, string>): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const url of urlOf.values()) {
    const [page = "", fragment] = url.split("#");
    if (fragment !== undefined) append(parts, page, fragment);
  }
  return parts;
}
