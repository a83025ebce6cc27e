/** Addresses that lead on: in one step, to what exists, without a circle. */
import { type Standing, targetOf } from "../address.ts";
import type { Finding, Rule } from "./finding.ts";
import type { Redirect } from "./hosting.ts";

/** Site-absolute, without the prefix of the site and not percent-encoded: `/themas/warmte/`. */
export interface Move {
  readonly from: string;
  /** The same, or a whole address elsewhere; may end with a fragment. */
  readonly to: string;
  /** The file that says so. */
  readonly source?: string | undefined;
}

export interface CheckedMoves {
  readonly redirects: readonly Redirect[];
  readonly findings: readonly (Omit<Finding, "at"> & { readonly source: string | undefined })[];
}

/**
 * Makes redirects of moves. A move from a place in a page (`/begrippen/#niche`) is left out: a browser
 * tells no host of the part behind `#`.
 */
export function redirectsOf(all: readonly Move[], standing: Standing, exists: (path: string) => boolean): CheckedMoves {
  const moves = all.filter(({ from }) => !from.includes("#"));
  const byAddress = new Map(moves.map((move) => [move.from, move]));
  const findings = moves.flatMap((move, index) => {
    const rule = faultOf(move, byAddress, standing, exists) ?? (moves.findIndex(({ from }) => from === move.from) < index ? "redirect-twice" : undefined);
    return rule === undefined ? [] : [{ rule, got: `${move.from} -> ${move.to}`, source: move.source }];
  });
  const redirects = [...byAddress.values()].map(({ from, to }): Redirect => ({ from: whole(from, standing), to: whole(to, standing), status: 301 }));
  return { redirects: redirects.sort((a, b) => (a.from < b.from ? -1 : 1)), findings };
}

function faultOf({ from, to }: Move, byAddress: ReadonlyMap<string, Move>, standing: Standing, exists: (path: string) => boolean): Rule | undefined {
  if (!/^\/(?!\/)[^*:?#\s\\"'{}$;]*$/.test(from) || !/^(\/(?!\/)|https:\/\/)[^\s\\"'{}$;]*$/.test(to)) return "redirect-form";
  if (leadsBack(from, byAddress)) return "redirect-loop";
  if (byAddress.has(withoutFragment(to))) return "redirect-chain";
  if (exists(fileOf(from, standing) ?? "")) return "redirect-in-use";
  const target = fileOf(to, standing);
  return target === undefined || exists(target) ? undefined : "redirect-nowhere";
}

function leadsBack(from: string, byAddress: ReadonlyMap<string, Move>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !seen.has(at); at = withoutFragment(byAddress.get(at)?.to)) {
    seen.add(at);
    if (withoutFragment(byAddress.get(at)?.to) === from) return true;
  }
  return false;
}

function withoutFragment(address: string): string;
function withoutFragment(address: string | undefined): string | undefined;
function withoutFragment(address: string | undefined): string | undefined {
  return address?.replace(/#.*$/, "");
}

function fileOf(address: string, standing: Standing): string | undefined {
  const target = targetOf(whole(address, standing), "index.html", standing);
  return target.kind === "file" ? target.path : undefined;
}

/** With the prefix of the site, and percent-encoded as a request has it. */
function whole(address: string, { pathPrefix }: Standing): string {
  return encodeURI(address.startsWith("/") ? pathPrefix + address.slice(1) : address).replaceAll("%25", "%");
}
