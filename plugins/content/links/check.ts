/**
 * Asks all addresses that a site links to, politely: each once, one at a time for each host with a pause
 * between, a few hosts at once.
 */
import type { Place, Problem } from "../../../src/problem.ts";
import type { Messages } from "../../../src/content/messages.ts";
import { append } from "../../../src/content/grouping.ts";
import { sortProblems } from "../../../src/content/report.ts";
import { ask } from "./ask.ts";
import type { Answer, Reason } from "./ask.ts";

export interface LinkOptions {
  /** For an answer and all its redirects. */
  readonly timeoutMs?: number;
  /** Between two questions to one host. */
  readonly pauseMs?: number;
  readonly hostsAtOnce?: number;
  /** Longest wait that a busy server may ask for. */
  readonly maxWaitMs?: number;
}
export const linkDefaults = { timeoutMs: 15_000, pauseMs: 500, hostsAtOnce: 6, maxWaitMs: 30_000 } satisfies LinkOptions;

/** @returns a problem at each place where an address is written that is gone, moved or gave no clear answer. */
export async function checkLinks(links: ReadonlyMap<string, readonly Place[]>, m: Messages, options: LinkOptions = {}): Promise<readonly Problem[]> {
  const { timeoutMs, pauseMs, hostsAtOnce, maxWaitMs } = { ...linkDefaults, ...options };
  const waiting = [...byHost(links.keys())];
  const problems: Problem[] = [];
  const worker = async (): Promise<void> => {
    for (let urls = waiting.shift(); urls !== undefined; urls = waiting.shift()) {
      for (const [index, url] of urls.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        const answer = await ask(url, { timeoutMs, maxWaitMs });
        problems.push(...(links.get(url) ?? []).flatMap((place) => problemOf(place, url, answer, m)));
      }
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, worker));
  return sortProblems(problems);
}

/** An address that is none was told by `check`, or is not ours to judge. */
function byHost(urls: Iterable<string>): Iterable<readonly string[]> {
  const hosts = new Map<string, string[]>();
  for (const url of urls) if (URL.canParse(url)) append(hosts, new URL(url).host, url);
  return hosts.values();
}

function problemOf(place: Place, got: string, answer: Answer, m: Messages): readonly Problem[] {
  switch (answer.state) {
    case "there": return [];
    case "moved": return [{ ...place, rule: "moved-link", level: "hint", expected: m.currentAddress, got, nearest: answer.to }];
    case "gone": return [{ ...place, rule: "dead-link", level: "error", expected: m.livingAddress, got, remedy: m.answered(inWords(answer.why, m)) }];
    case "unsure": return [{ ...place, rule: "unsure-link", level: "warning", expected: m.livingAddress, got, remedy: m.lookYourself(inWords(answer.why, m)) }];
  }
}

/** What an editor can do something with, and the code for who can do more. */
function inWords(why: Reason, { reasons }: Messages): string {
  const words = Object.hasOwn(reasons, why) ? reasons[why] : undefined;
  if (words !== undefined) return `${words} (${why})`;
  return /^5\d\d$/.test(why) ? `${reasons["500"]} (${why})` : why;
}
