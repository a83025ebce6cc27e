/** What a site links to elsewhere: in texts, and wherever front matter and list files hold an address. */
import type { Place } from "../problem.ts";
import type { Entry } from "./entries.ts";
import { append } from "./grouping.ts";
import type { Path } from "./yaml.ts";

const OUTWARD = /^https?:\/\/[^\s]+$/i;

/** Where each address is written; what follows `#` is not told to a server, so it makes no difference. */
export function outwardLinks(entries: readonly Entry[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  const add = (url: string, place: Place): void => append(found, url.replace(/#.*$/, ""), place);
  for (const { body, data, written, at } of entries) {
    for (const { target, isImage, place } of body?.links ?? []) if (!isImage && OUTWARD.test(target)) add(target, place);
    for (const { url, path } of addressesIn(data, [])) if (written !== undefined) add(url, written.placeOf([...at, ...path]));
  }
  return found;
}

function* addressesIn(value: unknown, path: Path): Iterable<{ readonly url: string; readonly path: Path }> {
  if (typeof value === "string" && OUTWARD.test(value)) yield { url: value, path };
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* addressesIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
}
