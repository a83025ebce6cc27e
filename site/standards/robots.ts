/**
 * Who may read what: everybody everything (RFC 9309).
 *
 * Robots look for it at the root of the origin only; under a prefix it says the same to nobody.
 */
import { addresses } from "./addresses.ts";
import type { Whole } from "./where.ts";

export function robots(whole: Whole): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${whole(addresses.sitemap)}\n`;
}
