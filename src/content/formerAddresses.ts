/**
 * Addresses that pages have left: each leads on to where its page is now.
 *
 * A page writes them down in its front matter (`vroegereUrls`), so a former address leads in one step to
 * a page of today. A chain or a loop would need a former address that is in use; that is a problem.
 */
import type { Problem } from "../problem.ts";
import { canonical } from "./addresses.ts";
import type { Entry } from "./entries.ts";
import type { ContentGraph, Kind, Page } from "./model.ts";
import { foldedName } from "./names.ts";
import type { SiteContext } from "./options.ts";
import { decoded } from "./paths.ts";
import { compare } from "./report.ts";
import type { Path } from "./yaml.ts";

/** A kind whose schema names one of these keeps former addresses under it. */
const FORMER_KEYS = ["vroegereUrls", "formerUrls"];

/** Both site-absolute, without `pathPrefix` and not percent-encoded: `/themas/warmte/`, `/begrippen/#niche`. */
export interface FormerAddress {
  readonly from: string;
  /** Where the page is now: never a former address itself. */
  readonly to: string;
  readonly page: Page;
}

/** Every former address of the pages that are shown, once, by address: what a host must redirect. */
export function formerAddresses(graph: ContentGraph): readonly FormerAddress[] {
  const found = graph.pages.flatMap((page) => FORMER_KEYS.flatMap((key) => (
    writtenIn(page.data, key).map(({ url }): FormerAddress => ({ from: canonical(decoded(url)), to: page.url, page }))
  )));
  return found.sort((a, b) => compare(a.from, b.from));
}

export function formerKeyOf({ schema }: Kind): string | undefined {
  return FORMER_KEYS.find((key) => Object.hasOwn(schema.shape, key));
}

/** Names what no host can redirect: what is no address, is in use today, or is claimed by two pages. */
export function problemsOfFormerAddresses(entries: readonly Entry[], urlOf: ReadonlyMap<Entry, string>, context: SiteContext): Problem[] {
  const inUse = ownersOf(urlOf, context);
  const claimed = new Map<string, string>();
  return entries.flatMap((entry) => {
    const key = formerKeyOf(entry.kind);
    const written = key === undefined ? [] : writtenIn(entry.data ?? entry.raw ?? {}, key);
    return written.flatMap(({ url, path }): Problem[] => {
      const address = decoded(url);
      if (!isAddress(address)) return [problemAt(entry, path, "former-address-form", context.m.formerAddress, url)];
      const owner = ownerOf(address, inUse) ?? claimed.get(sameAs(address));
      claimed.set(sameAs(address), entry.file);
      return owner === undefined ? [] : [problemAt(entry, path, "former-address", context.m.leftAddress(owner), url)];
    });
  });
}

function* valuesUnder(value: unknown, path: Path): Iterable<{ readonly url: string; readonly path: Path }> {
  if (typeof value === "string") yield { url: value, path };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* valuesUnder(item, [...path, index]);
}

/** An address or a list of them, each with its path; what is neither, the schema tells. */
function writtenIn(data: Readonly<Record<string, unknown>>, key: string): readonly { readonly url: string; readonly path: Path }[] {
  return [...valuesUnder(data[key], [key])];
}

/** Hosts give a meaning of their own to `*` and `:`, and see nothing of what follows `?` or `#`. */
function isAddress(url: string): boolean {
  const isPlain = /^\/[\p{L}\p{N}/._~-]*$/u.test(url) && !url.includes("//");
  return isPlain && url.split("/").every((part) => part !== "." && part !== "..");
}

/** Hosts answer `/over`, `/over/` and `/over/index.html` alike, and some `/Over/` too. */
function sameAs(url: string): string {
  return foldedName(canonical(url)).replace(/\/$/, "");
}

/** Whatever is published, by its address: the file that it comes from, or the address when there is none. */
function ownersOf(urlOf: ReadonlyMap<Entry, string>, { assets, addresses }: SiteContext): ReadonlyMap<string, string> {
  const owners = new Map([...addresses].map((url) => [sameAs(url), url]));
  for (const [file, url] of assets) owners.set(sameAs(url), file);
  for (const [entry, url] of urlOf) if (!url.includes("#")) owners.set(sameAs(url), entry.file);
  return owners;
}

/** Below a file nothing can lie: `/kaart.svg/oud/`. */
function ownerOf(url: string, inUse: ReadonlyMap<string, string>): string | undefined {
  const parts = sameAs(url).split("/");
  const files = parts.slice(1, -1).map((_, index) => parts.slice(0, index + 2).join("/")).filter((path) => /\.[a-z0-9]+$/.test(path));
  return [sameAs(url), ...files].map((path) => inUse.get(path)).find((owner) => owner !== undefined);
}

function problemAt({ written, at, file }: Entry, path: Path, rule: string, expected: string, got: string): Problem {
  const place = written?.placeOf([...at, ...path]) ?? { file, line: 1, column: 1 };
  return { ...place, rule, level: "error", expected, got };
}
