/**
 * When a deploy refuses, in words that say what to do; every reason at once, before a byte is sent.
 */
import type { Hosting } from "../hosting.ts";
import { addressOf } from "../../release.ts";
import type { Entry } from "./entry.ts";
import type { Plan } from "./plan.ts";
import type { DeployRecord } from "./record.ts";

export interface Refusal {
  readonly rule: "no-address" | "security-expires" | "empty" | "pages-halved" | "page-gone" | "many-deletes" | "immutable-changed" | "asset-missing";
  readonly text: string;
}

export interface Limits {
  /** A share of the files of the last release, or a number of files. */
  readonly maxDeletes: { readonly share: number } | { readonly files: number };
  /** The least number of pages, as a share of the pages of the last release. */
  readonly minPages: number;
  /** Addresses that may go without a redirect. */
  readonly mayGo: ReadonlySet<string>;
  /** A try-out elsewhere: the address of the site is not asked for, and nobody was promised its pages. */
  readonly isPreview: boolean;
}

export const limitDefaults = { maxDeletes: { share: 0.1 }, minPages: 0.5, mayGo: new Set(), isPreview: false } satisfies Limits;

const DAY_MS = 86_400_000;
/** Less than this left on `security.txt`, and no release goes up without a new date. */
export const securityDays = 14;

/** What can be known of the site alone. */
export function siteRefusals({ origin, security }: Pick<Hosting, "origin" | "security">, { isPreview }: Limits, nowMs: number): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (origin === null && !isPreview) {
    refusals.push({ rule: "no-address", text: "the address of the site is not set, so its pages name a preview address; set it, build again, or try out with --preview" });
  }
  if (security !== null && Date.parse(security.expires) - nowMs < securityDays * DAY_MS) {
    refusals.push({ rule: "security-expires", text: `security.txt expires on ${security.expires}, in less than ${securityDays} days; give it a later date and build again` });
  }
  return refusals;
}

/**
 * What the plan would do to readers.
 *
 * @param last - The record of the release that stands there; undefined for the first deploy.
 */
export function planRefusals(plan: Plan, last: DeployRecord | undefined, limits: Limits, redirected: ReadonlySet<string>): readonly Refusal[] {
  // All the rest would follow from it.
  if (pagesOf(plan.record).length === 0) return [{ rule: "empty", text: "the build holds no page; nothing is changed on the store" }];
  return [...fewPages(plan, last, limits), ...lostPages(plan, last, limits, redirected), ...manyDeletes(plan, last, limits), ...otherBytes(plan, last)];
}

const pagesOf = ({ entries }: DeployRecord): readonly Entry[] => entries.filter(({ role, sibling }) => role === "page" && !sibling);

function fewPages({ record }: Plan, last: DeployRecord | undefined, { minPages }: Limits): readonly Refusal[] {
  const pages = pagesOf(record).length;
  const before = last ? pagesOf(last).length : 0;
  if (pages >= before * minPages) return [];
  return [{ rule: "pages-halved", text: `the build holds ${pages} pages and the last release ${before}, less than ${percent(minPages)}; if that is meant, say --min-pages ${Math.floor((pages / before) * 100)}%` }];
}

/** An address that was once published exists or redirects. */
function lostPages({ record }: Plan, last: DeployRecord | undefined, { mayGo, isPreview }: Limits, redirected: ReadonlySet<string>): readonly Refusal[] {
  if (!last || isPreview) return [];
  const there = new Set(record.entries.map(({ path }) => path));
  const lost = pagesOf(last).filter(({ path }) => !there.has(path)).map(({ path }) => `/${addressOf(path)}`)
    .filter((address) => !redirected.has(address) && !mayGo.has(address));
  if (lost.length === 0) return [];
  return [{ rule: "page-gone", text: `${some(lost)} stood in the last release, and neither exists nor redirects; add its former address to the page that takes its place, or say --may-go ${lost[0]}` }];
}

/** Old fingerprints do not count: no page of the release that stands there refers to them. */
function manyDeletes({ removals }: Plan, last: DeployRecord | undefined, { maxDeletes }: Limits): readonly Refusal[] {
  const gone = removals.filter(({ why, sibling }) => why === "gone" && !sibling).length;
  const files = last ? last.entries.filter(({ sibling }) => !sibling).length : gone;
  const most = "files" in maxDeletes ? maxDeletes.files : Math.ceil(files * maxDeletes.share);
  if (gone <= most) return [];
  return [{ rule: "many-deletes", text: `${gone} of ${files} files would be deleted, and ${most} may be; if that is meant, say --max-deletes ${gone}` }];
}

/** Caches keep what is immutable for a year: other bytes at that address would never be seen. */
function otherBytes({ puts }: Plan, last: DeployRecord | undefined): readonly Refusal[] {
  const before = new Map(last?.entries.map((entry) => [entry.path, entry]));
  const changed = puts.map(({ entry }) => entry).filter(({ path, hash, role, sibling }) => {
    const old = before.get(path);
    return role === "asset" && !sibling && old?.role === "asset" && old.hash !== hash;
  });
  if (changed.length === 0) return [];
  return [{ rule: "immutable-changed", text: `${some(changed.map(({ path }) => path))} is immutable and has other bytes than in the last release; readers would keep the old ones for a year; give it another name` }];
}

const shown = 5;
/** `a, b and 3 more`. */
export function some(names: readonly string[]): string {
  return names.length <= shown ? names.join(", ") : `${names.slice(0, shown).join(", ")} and ${names.length - shown} more`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
