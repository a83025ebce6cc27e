/** `wegwijzer releases`: what stood on a store when, newest first. */
import { currentOf, type LogEntry } from "../../../src/cdn/deploy/log.ts";
import { size } from "../../../src/cdn/deploy/words.ts";
import { openStore } from "./open.ts";
import { readOptions, releasesUsage } from "./options.ts";
import { ending, openSession, stoppable, type Surroundings, surroundings } from "./session.ts";
import { survey } from "./survey.ts";

/** @returns the exit code, as of `deploy`. */
export async function releasesCommand(args: readonly string[], around = surroundings()): Promise<number> {
  if (args.includes("--help")) {
    console.log(releasesUsage);
    return 0;
  }
  return ending("releases", releasesUsage, around, () => releases(args, around));
}

async function releases(args: readonly string[], around: Surroundings): Promise<number> {
  const options = readOptions(args, 0);
  const session = openSession(options, around);
  const store = openStore(options.target, around.env, session.patience);
  const { log, known } = await stoppable(session.stop, () => survey(store));
  const returnable = new Set(known.map(({ entry }) => entry));
  const rows = log.toReversed().map((entry) => rowOf(entry, entry === currentOf(log), returnable.has(entry)));
  if (options.isJson) session.print(JSON.stringify({ target: store.name, releases: rows }));
  else session.print(rows.length === 0 ? `${store.name} has no release yet` : rows.map(lineOf).join("\n"));
  return 0;
}

interface Row {
  readonly release: string;
  readonly state: "current" | "before" | "broken off";
  readonly begun: string;
  readonly live: string | null;
  readonly ended: string | null;
  readonly files: number;
  readonly bytes: number;
  /** Whether `rollback` may find what it needs. */
  readonly known: boolean;
}

function rowOf({ release, begunMs, liveMs, endedMs, files, bytes }: LogEntry, isCurrent: boolean, known: boolean): Row {
  const state = liveMs === null ? "broken off" : isCurrent ? "current" : "before";
  return { release, state, begun: iso(begunMs), live: liveMs === null ? null : iso(liveMs), ended: endedMs === null ? null : iso(endedMs), files, bytes, known };
}

const iso = (timeMs: number): string => new Date(timeMs).toISOString();
const short = (time: string): string => time.replace("T", " ").replace(/:\d\d\.\d+Z$/, " UTC");

function lineOf({ release, state, begun, live, ended, files, bytes }: Row): string {
  const when = live === null ? `begun ${short(begun)}` : `${short(live)}${ended === null ? "" : ` to ${short(ended)}`}`;
  return `${release}  ${state.padEnd(10)}  ${when}, ${files} files, ${size(bytes)}`;
}
