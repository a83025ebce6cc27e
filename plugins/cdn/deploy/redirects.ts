/**
 * Redirects as objects: a bucket has no table of them.
 *
 * The endpoint of S3 that serves websites obeys `x-amz-website-redirect-location`; behind any other host the
 * object is a page that leads on by itself, without a script.
 */
import type { Entry } from "../../../src/cdn/deploy/entry.ts";
import type { Hosting, Redirect } from "../../../src/cdn/hosting.ts";
import { hashOf } from "../../release.ts";

export interface RedirectObject {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

/** Below the prefix, as the site itself names its pages: `/themas/oud/`. */
export function redirectsBelow({ redirects, pathPrefix }: Hosting): ReadonlySet<string> {
  return new Set(redirects.filter(({ from }) => from.startsWith(pathPrefix)).map(({ from }) => `/${decoded(from.slice(pathPrefix.length))}`));
}

/** @param taken - Paths of real files, which win. */
export function redirectEntries(hosting: Hosting, taken: ReadonlySet<string>): readonly RedirectObject[] {
  return hosting.redirects.filter(({ from }) => from.startsWith(hosting.pathPrefix)).flatMap((redirect) => {
    const below = decoded(redirect.from.slice(hosting.pathPrefix.length));
    const path = below === "" || below.endsWith("/") ? `${below}index.html` : below;
    return taken.has(path) ? [] : [objectOf(path, redirect)];
  });
}

function objectOf(path: string, { to }: Redirect): RedirectObject {
  const bytes = new TextEncoder().encode(pageTo(escaped(to)));
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "x-amz-website-redirect-location": to };
  return { bytes, entry: { path, hash: hashOf(bytes), size: bytes.length, role: "redirect", headers } };
}

const pageTo = (to: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${to}</title><meta name="robots" content="noindex"><link rel="canonical" href="${to}"><meta http-equiv="refresh" content="0; url=${to}"><p><a href="${to}">${to}</a></p>\n`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not percent-encoded, so it is meant as it stands.
    return path;
  }
}
