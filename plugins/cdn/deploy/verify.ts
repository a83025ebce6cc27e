/** `wegwijzer verify`: a folder or a live site beside its release manifest. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { some } from "../../../src/cdn/deploy/refusals.ts";
import { retryDefaults } from "../../../src/cdn/deploy/retry.ts";
import type { Difference } from "../../../src/cdn/deploy/verify.ts";
import { type Hosting, hostingName, parseHosting } from "../../../src/cdn/hosting.ts";
import { parseRelease, type Release, releaseName } from "../../../src/release.ts";
import { SiteError } from "./local.ts";
import { UsageError } from "./open.ts";
import { ending, openSession, type Session, stoppable, type Surroundings, surroundings } from "./session.ts";
import { verifyFolder } from "./verifyFolder.ts";
import { fetched, verifySite } from "./verifySite.ts";

export const verifyUsage = `wegwijzer verify [FOLDER | URL]

  FOLDER | URL      what to look at (default: _site)
  --release FILE    the manifest to compare with (default: its own release.json)
  --hosting FILE    the table of headers and redirects (default: _site/${hostingName} where it exists); for a URL
  --no-headers      only bytes
  --json            one JSON object: { release, files, differences }
  --timeout SECONDS of one request (default: 30)

Exit codes: 0 all as it should be · 1 something differs · 2 wrong words · 3 no manifest to compare with`;

const words = {
  release: { type: "string" },
  hosting: { type: "string" },
  "no-headers": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  timeout: { type: "string", default: "30" },
} as const;

/** @returns the exit code. */
export async function verifyCommand(args: readonly string[], around = surroundings()): Promise<number> {
  if (args.includes("--help")) {
    console.log(verifyUsage);
    return 0;
  }
  return ending("verify", verifyUsage, around, () => verify(args, around));
}

type Values = ReturnType<typeof parsed>["values"];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: words, allowPositionals: true });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

async function verify(args: readonly string[], around: Surroundings): Promise<number> {
  const { values, positionals: [place = "_site", more] } = parsed(args);
  const timeoutMs = Number(values.timeout) * 1000;
  if (more !== undefined || !(timeoutMs > 0)) throw new UsageError("expected one folder or address, and --timeout in seconds");
  // What is tried again is told beside the differences, not among them.
  const session = openSession({ isJson: true, timeoutMs, attempts: retryDefaults.attempts }, around);
  const { release, differences } = await stoppable(session.stop, async () => (/^https?:\/\//.test(place) ? live(place, values, session) : inFolder(place, values)));
  if (values.json) session.print(JSON.stringify({ release: release.id, files: release.files.length, differences }));
  else session.print([...linesOf(differences), closing(release, differences, place)].join("\n"));
  return differences.length > 0 ? 1 : 0;
}

interface Verified {
  readonly release: Release;
  readonly differences: readonly Difference[];
}

function inFolder(folder: string, values: Values): Verified {
  const file = values.release ?? join(folder, releaseName);
  if (!existsSync(file)) throw new SiteError(`expected a release manifest at ${file}, found none; build the site, or say --release FILE`);
  const release = parseRelease(readFileSync(file, "utf8"));
  return { release, differences: verifyFolder(folder, release) };
}

async function live(place: string, values: Values, session: Session): Promise<Verified> {
  const base = place.endsWith("/") ? place : `${place}/`;
  const text = values.release === undefined ? await fetched(`${base}${releaseName}`, session.patience) : readFileSync(values.release, "utf8");
  const release = parseRelease(text);
  return { release, differences: await verifySite(base, release, values["no-headers"] ? undefined : hostingFor(values.hosting), session.patience) };
}

function hostingFor(file: string | undefined): Hosting | undefined {
  const path = file ?? join("_site", hostingName);
  if (file === undefined && !existsSync(path)) return undefined;
  return parseHosting(readFileSync(path, "utf8"));
}

/** A host that leaves a header out does so for every file: that is one line. */
function linesOf(differences: readonly Difference[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { kind, path, text } of differences) {
    const key = kind === "header" ? `header ${text}` : `${kind} ${path}: ${text}`;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups].map(([line, paths]) => (line.startsWith("header ") ? `${line} (${some(paths)})` : line));
}

function closing({ id, files }: Release, differences: readonly Difference[], place: string): string {
  const what = `${place}: ${files.length} files of release ${id}`;
  return differences.length === 0 ? `${what}, all as they should be` : `${what}, ${differences.length} differences`;
}
