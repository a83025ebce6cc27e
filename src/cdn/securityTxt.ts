/** `security.txt` (RFC 9116): whom to tell of a fault, and until when that holds. */
import type { SecurityContact } from "./hosting.ts";

/** Below the output. */
export const securityTxtName = ".well-known/security.txt";

/** Whoever relies on it must hear in time that it ends. */
export const warnDays = 60;
export const refuseDays = 14;

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SecurityTxt extends SecurityContact {
  readonly languages: readonly string[];
  /** Where the file itself stands, when the site has an address of its own. */
  readonly canonical?: string | undefined;
}

export function securityTxt({ contact, expires, languages, canonical }: SecurityTxt): string {
  const lines = [`Contact: ${contact}`, `Expires: ${expires}T00:00:00.000Z`, `Preferred-Languages: ${languages.join(", ")}`];
  return `${[...lines, ...(canonical === undefined ? [] : [`Canonical: ${canonical}`])].join("\n")}\n`;
}

/** Whole days from a day to another: `2026-11-23`, `2027-01-22` -> 60. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** @returns what is wrong, for whoever passes it as an option; undefined when nothing is. */
export function faultOfContact({ contact, expires }: SecurityContact): string | undefined {
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(contact)) {
    return `option security.contact: expected "mailto:…", "https://…" or "tel:…", got ${JSON.stringify(contact)}`;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires))) {
    return `option security.expires: expected a day such as "2027-11-23", got ${JSON.stringify(expires)}`;
  }
  return undefined;
}
