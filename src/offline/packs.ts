/**
 * Which files belong to which pack: the pages that it names, and all that those pages need.
 */
import { addressOf, type ReleaseFile } from "../release.ts";
import type { OfflinePart, Pack } from "./manifest.ts";
import { shellPack, wholePack } from "./protocol.ts";

export interface PackOption {
  /** Its name in pages: `data-wegwijzer-offline="energy"`. */
  readonly name: string;
  /** Its name for readers. */
  readonly title: string;
  /** Addresses below the site, `*` for any text: `/themes/energy/`, `/blog/*`. */
  readonly match: readonly string[];
}

export interface PackRules {
  readonly packs: readonly PackOption[];
  /** Addresses in the shell beside what is always there. */
  readonly shell: readonly string[];
  /** Addresses that every pack carries: the index, so that what is stored can be searched. */
  readonly together: readonly string[];
  /** Addresses that nobody needs without a connection; in no pack. */
  readonly leaveOut: readonly string[];
  /** Path of the page that stands in for one that cannot be had. */
  readonly fallback: string;
  /** Largest whole site that is stored without asking, in compressed bytes. */
  readonly budget: number;
  readonly version: string;
}

/** What is known of a file beside its bytes. */
export interface FileFacts {
  /** Paths of the files that it shows or runs. */
  readonly needs: readonly string[];
  /** Bytes on the way, compressed. */
  readonly transfer: number;
}

/** Without them no page looks or works as it was made. */
const everywhere = /\.(css|m?js|woff2?|webmanifest)$/;

export function packsOf(files: readonly ReleaseFile[], facts: ReadonlyMap<string, FileFacts>, rules: PackRules): OfflinePart {
  const paths = files.map(({ path }) => path).filter((path) => !matcher(rules.leaveOut)(path));
  const whole = new Set(paths);
  const shellPages = matcher(rules.shell);
  const isShell = (path: string): boolean => everywhere.test(path) || path === "index.html" || path === rules.fallback || shellPages(path);
  const together = paths.filter(matcher(rules.together));
  const make = (name: string, title: string, chosen: readonly string[]): Pack => {
    const closed = withNeeds(chosen, facts, whole);
    return { name, title, transfer: rounded(sum([...closed], facts)), files: files.flatMap(({ path }, place) => (closed.has(path) ? [place] : [])) };
  };
  const packs = [
    make(shellPack, "", paths.filter(isShell)),
    ...rules.packs.map(({ name, title, match }) => make(name, title, [...paths.filter(matcher(match)), ...together])),
    make(wholePack, "", paths),
  ];
  const { fallback, version, budget } = rules;
  return { version, fallback, quiet: (packs.at(-1)?.transfer ?? 0) <= budget, packs };
}

/** Whether a path has one of these addresses. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.map((pattern) => new RegExp(`^${pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`));
  return (path) => rules.some((rule) => rule.test(`/${addressOf(path)}`));
}

function withNeeds(chosen: readonly string[], facts: ReadonlyMap<string, FileFacts>, whole: ReadonlySet<string>): ReadonlySet<string> {
  const closed = new Set(chosen);
  // A set that grows while it is walked hands out what was added.
  for (const path of closed) for (const needed of facts.get(path)?.needs ?? []) if (whole.has(needed)) closed.add(needed);
  return closed;
}

const sum = (paths: readonly string[], facts: ReadonlyMap<string, FileFacts>): number => paths.reduce((bytes, path) => bytes + (facts.get(path)?.transfer ?? 0), 0);

/** To two digits, upwards: compressors of other versions differ by less. */
function rounded(bytes: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, bytes))) - 1);
  return Math.ceil(bytes / step) * step;
}
