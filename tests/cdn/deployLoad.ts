/**
 * A deploy under load: while readers follow every asset of the pages they get, releases A and B take turns,
 * and deploys are killed at random points and run again.
 */
import { buildSync } from "esbuild";
import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { lockPath } from "../../src/cdn/deploy/lock.ts";
import type { Environment } from "../../plugins/cdn/deploy/open.ts";
import { bench, bucketTarget, envOf } from "./deploySite.ts";
import { type Front, startFront } from "./loadFront.ts";
import { type Findings, startReaders } from "./loadReaders.ts";
import { bucket, type S3Server, s3Server } from "./s3Server.ts";

export interface Load {
  readonly kind: "folder" | "bucket";
  readonly kills: number;
  readonly pages: number;
  /** Requests of all readers together. */
  readonly perSecond: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface Outcome {
  readonly findings: Findings;
  readonly seconds: number;
  /** Where the deploys were killed, by what they had last told. */
  readonly killedAt: readonly string[];
  /** Deploys that ended. */
  readonly deploys: number;
  /** What went wrong with a deploy itself: an exit code, something sent twice. */
  readonly faults: readonly string[];
  /** Pages that were not of the last release when all was done. */
  readonly stale: readonly string[];
}

interface Stage extends Load {
  readonly cli: string;
  readonly sites: readonly [string, string];
  readonly target: string;
  readonly env: Environment;
  readonly front: Front;
  readonly store: S3Server;
  readonly www: string;
}

export async function underLoad(load: Load): Promise<Outcome> {
  const room = bench();
  const names = Array.from({ length: load.pages }, (_, place) => `p${place}`);
  const store = await s3Server();
  const www = join(room.root, "www");
  const sites = ["A", "B"].map((version) => room.site({ version, shards: 6, siblings: true, pages: version === "A" ? [...names, "weg"] : names, redirects: [{ from: "/weg/", to: "/p1/", status: 301 }] })) as [string, string];
  const target = load.kind === "folder" ? `folder:${www}` : bucketTarget;
  const base = { ...load, sites, target, store, www, cli: bundle(room.root), env: load.kind === "folder" ? {} : envOf(store) };
  try {
    await run({ ...base, front: undefined }, 0);
    const front = await startFront(room.root, load.kind === "folder" ? { folder: www } : { url: `${store.url}/${bucket}` });
    try {
      return await scenario({ ...base, front }, names.map((name) => `/${name}/`));
    } finally {
      await front.close();
    }
  } finally {
    await store.close();
    room.clear();
  }
}

/**
 * The control: the same readers before a folder that is emptied and filled again, as by hand. They must see
 * it, or they would not see anything.
 */
export async function byHand(load: Pick<Load, "pages" | "perSecond"> & { readonly turns: number }): Promise<Findings> {
  const room = bench();
  const names = Array.from({ length: load.pages }, (_, place) => `p${place}`);
  const www = join(room.root, "www");
  const sites = ["A", "B"].map((version) => room.site({ version, shards: 6, siblings: true, pages: names }));
  cpSync(sites[0] ?? "", www, { recursive: true });
  const front = await startFront(room.root, { folder: www });
  const readers = startReaders(front.port, names.map((name) => `/${name}/`), load.perSecond);
  try {
    for (let turn = 1; turn <= load.turns; turn += 1) {
      await delay(500);
      await rm(www, { recursive: true });
      await cp(sites[turn % 2] ?? "", www, { recursive: true });
    }
    await readers.stop();
    return readers.findings;
  } finally {
    await front.close();
    room.clear();
  }
}

/** The command as one file, so that most of its life is deploying. */
export function bundle(folder: string): string {
  const outfile = join(folder, "deploy.mjs");
  const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
  const stdin = { contents: 'import { deployCommand } from "./plugins/cdn/deploy/command.ts"; process.exitCode = await deployCommand(process.argv.slice(2));', resolveDir: fileURLToPath(new URL("../..", import.meta.url)), loader: "ts" } as const;
  buildSync({ stdin, bundle: true, platform: "node", format: "esm", outfile, banner, logLevel: "error" });
  return outfile;
}

async function scenario(stage: Stage, pages: readonly string[]): Promise<Outcome> {
  const readers = startReaders(stage.front.port, pages, stage.perSecond);
  const faults: string[] = [];
  const killedAt: string[] = [];
  // Whole turns first: two bring the assets of both, and two more tell how much there is to kill.
  const turns = [await run(stage, 1), await run(stage, 0), await run(stage, 1), await run(stage, 0)];
  const whole = turns.slice(2);
  for (const { code, out } of turns) if (code !== 0) faults.push(`a deploy ended with ${code}: ${out}`);
  let turn = 0;
  // A deploy that was quicker than its kill does not count; it is a turn nevertheless.
  for (; killedAt.length < stage.kills && turn < 3 * stage.kills; turn += 1) {
    const next = turn % 2 === 0 ? 1 : 0;
    const killed = await run(stage, next, Math.floor(stage.random() * (whole[next === 1 ? 0 : 1]?.measure ?? 1)));
    if (killed.code === null) killedAt.push(killed.last);
    const again = await run(stage, next);
    if (again.code !== 0) faults.push(`a deploy that was killed ended with ${again.code} when it was run again: ${again.out}`);
    const sent = killed.sent + again.sent;
    if (stage.kind === "bucket" && sent !== whole[next === 1 ? 0 : 1]?.sent) faults.push(`${killed.sent} and ${again.sent} objects were sent, of ${whole[next === 1 ? 0 : 1]?.sent}`);
  }
  // Pages that Varnish keeps for a second are asked for anew after it.
  await delay(1100);
  const stale = await stalePages(stage, pages, turn % 2 === 0 ? "A" : "B");
  const seconds = await readers.stop();
  return { findings: readers.findings, seconds, killedAt, deploys: 4 + turn, faults, stale };
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  /** The last act that it told, or where it stood. */
  readonly last: string;
  /** Objects of the site that were kept by the bucket. */
  readonly sent: number;
  /** Of a whole run: writes to the bucket, or milliseconds with the lock of the folder. */
  readonly measure: number;
}

/** @param killAt - Of the measure of a whole run. */
async function run(stage: Omit<Stage, "front"> & { readonly front: Front | undefined }, site: 0 | 1, killAt?: number): Promise<Ran> {
  const purge = stage.front ? ["--purge", stage.front.purgeCommand] : [];
  const from = stage.store.requests.length;
  const child = spawn(process.execPath, [stage.cli, "--site", stage.sites[site], "--to", stage.target, ...purge], { env: { ...process.env, ...stage.env }, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const measure = stage.kind === "bucket" ? killByWrite(stage.store, killAt, () => child.kill("SIGKILL")) : killByTime(stage.www, killAt, ended, () => child.kill("SIGKILL"));
  const code = await ended;
  const out = Buffer.concat(chunks).toString("utf8");
  const sent = stage.store.requests.slice(from).filter(({ method, key, status }) => method === "PUT" && status === 200 && !key.startsWith(".wegwijzer/")).length;
  return { code, out, last: lastAct(out), sent, measure: await measure() };
}

function killByWrite({ behaviour }: S3Server, killAt: number | undefined, kill: () => void): () => Promise<number> {
  let writes = 0;
  behaviour.fault = ({ method }) => {
    if (method === "GET" || method === "HEAD") return undefined;
    writes += 1;
    if (writes - 1 !== killAt) return undefined;
    kill();
    return { drop: writes % 2 === 0 ? "before" : "after" };
  };
  return () => Promise.resolve(writes);
}

/** From the moment at which the lock is there. */
function killByTime(www: string, killAt: number | undefined, ended: Promise<unknown>, kill: () => void): () => Promise<number> {
  const state = { isEnded: false };
  void ended.then(() => (state.isEnded = true));
  const watched = (async () => {
    while (!state.isEnded && !isLocked(www)) await delay(1);
    const begin = performance.now();
    if (killAt !== undefined) {
      await delay(killAt);
      kill();
    }
    await ended;
    return performance.now() - begin;
  })();
  return () => watched;
}

/** Where a deploy was killed, its lock stands already; then the next one begins with another. */
function isLocked(www: string): boolean {
  if (!existsSync(join(www, lockPath))) return false;
  return readdirSync(join(www, ".wegwijzer")).length > 0;
}

function lastAct(out: string): string {
  // The plan is printed first, and ends with a line that begins the run; acts come after.
  const acts = out.split("\n").filter((line) => /^ {2}[+~-] /.test(line));
  const planned = acts.indexOf(acts[0] ?? "", 1);
  const done = planned < 0 ? [] : acts.slice(planned);
  const last = done.at(-1);
  if (last === undefined) return "the beginning";
  return /^ {2}- /.test(last) ? "deletes" : /assets\//.test(last) ? "assets" : /index\.html|404\.html/.test(last) ? "pages" : "last";
}

async function stalePages({ front }: Stage, pages: readonly string[], version: string): Promise<readonly string[]> {
  const texts = await Promise.all([...pages, "/"].map(async (path) => ({ path, text: await (await fetch(`http://127.0.0.1:${front.port}${path}`)).text() })));
  return texts.filter(({ text }) => !text.endsWith(`in ${version}</p>`)).map(({ path }) => path);
}

function sampleOf(faults: readonly string[]): string {
  const kinds = new Map(faults.map((fault) => [fault.replace(/^\S+ ?/, ""), fault]));
  return [...kinds.values()].slice(0, 5).map((fault) => `\n    ${fault}`).join("");
}

export function figures({ kind, pages }: Load, { findings, seconds, killedAt, deploys, stale }: Outcome): string {
  const { requests, missing, mixed, errors, seen, searches } = findings;
  const where = [...new Set(killedAt)].map((place) => `${place} ${killedAt.filter((one) => one === place).length}`).join(", ");
  return `${kind}, ${pages} pages: ${deploys} deploys, killed and resumed ${killedAt.length} times (${where}); ${requests} requests in ${seconds.toFixed(0)} s (${(requests / seconds).toFixed(0)}/s), ${findings.pages} pages (${[...seen].map(([version, count]) => `${version} ${count}`).join(", ")}), ${searches} searches: ${missing.length} missing assets, ${mixed.length} mixed, ${errors.length} errors, ${stale.length} stale${sampleOf([...missing, ...mixed, ...errors])}`;
}
