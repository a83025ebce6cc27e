/**
 * What a host must know of a site, as one file: `_hosting/headers.json`.
 *
 * The build writes it beside the files for known hosts; whatever else serves or sends the site reads
 * this one. It is no part of a release.
 */
import type { HeaderRule, Headers, HeaderTable } from "./headerRules.ts";

export interface Redirect {
  /** With the prefix of the site, percent-encoded, without origin: `/themas/oud/`. */
  readonly from: string;
  /** The same, or a whole address elsewhere; may end with a fragment. */
  readonly to: string;
  readonly status: 301 | 302 | 307 | 308;
}

export interface SecurityContact {
  /** `mailto:`, `tel:` or `https:`. */
  readonly contact: string;
  /** The day on which `security.txt` ends: `2027-11-23`. */
  readonly expires: string;
}

export interface Hosting extends HeaderTable {
  /** Where the site is published, without a slash at the end; null until that is decided, and a deploy refuses. */
  readonly origin: string | null;
  /** With a slash at both ends: `/` or `/wegwijzer/`. */
  readonly pathPrefix: string;
  /** Null when nobody is named; then there is no `security.txt`. */
  readonly security: SecurityContact | null;
  readonly redirects: readonly Redirect[];
  /** The file that is shown, with status 404, for an address that leads nowhere; null when there is none. */
  readonly notFound: string | null;
}

/** Below the output. */
export const hostingName = "_hosting/headers.json";
export const hostingFormat = 1;

/** Why the file cannot be used, in words for whoever runs a command. */
export class HostingError extends Error {}

export function encodeHosting(hosting: Hosting): string {
  return `${JSON.stringify({ format: hostingFormat, ...hosting }, null, 1)}\n`;
}

/** @throws HostingError when it is no such file of this format. */
export function parseHosting(text: string): Hosting {
  const value = objectIn(text);
  if (value["format"] !== hostingFormat) fail(`expected format ${hostingFormat}, got ${String(value["format"])}; build the site again`);
  return {
    origin: textOrNull(value, "origin"),
    pathPrefix: textOrNull(value, "pathPrefix") ?? "/",
    security: securityOf(value["security"]),
    types: textsOf(value["types"], "types"),
    rules: listOf(value, "rules").map(ruleOf),
    redirects: listOf(value, "redirects").map(redirectOf),
    notFound: textOrNull(value, "notFound"),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function fail(why: string, cause?: unknown): never {
  throw new HostingError(`${hostingName}: ${why}`, { cause });
}

function objectIn(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text), "the file");
  } catch (cause) {
    if (cause instanceof HostingError) throw cause;
    return fail("expected JSON; it is cut off or another file", cause);
  }
}

function fieldsOf(value: unknown, name: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(`expected ${name} to be an object, got ${JSON.stringify(value)}`);
  return value as Fields;
}

function textOrNull(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : fail(`expected ${name} to be a text, got ${JSON.stringify(value)}`);
}

function listOf(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? (value as readonly unknown[]) : fail(`expected ${name} to be a list, got ${JSON.stringify(value)}`);
}

function textsOf(value: unknown, name: string): Headers {
  const fields = fieldsOf(value, name);
  const wrong = Object.entries(fields).find(([, text]) => typeof text !== "string");
  return wrong ? fail(`expected ${name} to hold texts, got ${JSON.stringify(wrong)}`) : (fields as Headers);
}

function ruleOf(value: unknown): HeaderRule {
  const { pattern, headers } = fieldsOf(value, "a rule");
  if (typeof pattern !== "string") return fail(`expected a rule with a pattern, got ${JSON.stringify(value)}`);
  try {
    new RegExp(pattern);
  } catch (cause) {
    fail(`expected a regular expression, got ${JSON.stringify(pattern)}`, cause);
  }
  return { pattern, headers: textsOf(headers, "headers") };
}

function redirectOf(value: unknown): Redirect {
  const { from, to, status } = fieldsOf(value, "a redirect");
  if (typeof from !== "string" || typeof to !== "string") return fail(`expected a redirect with from and to, got ${JSON.stringify(value)}`);
  if (status !== 301 && status !== 302 && status !== 307 && status !== 308) return fail(`expected a redirect with status 301, 302, 307 or 308, got ${JSON.stringify(value)}`);
  return { from, to, status };
}

function securityOf(value: unknown): SecurityContact | null {
  if (value === null || value === undefined) return null;
  const { contact, expires } = fieldsOf(value, "security");
  if (typeof contact !== "string" || typeof expires !== "string") return fail(`expected security to have contact and expires, got ${JSON.stringify(value)}`);
  return { contact, expires };
}
