/**
 * The output folder: written beside, moved into place by two renames.
 *
 * Eleventy writes straight into its output folder, so a build that fails or is killed leaves half a
 * site. Before Eleventy looks at the folder we point it at a hidden sibling; when every step has
 * ended, the sibling takes the place of the last good output. Under `--serve` a sibling of its own
 * is used and never published: it holds drafts.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { BuildError } from "./buildError.ts";
import type { Directories, EleventyConfig, RunMode } from "./eleventy.ts";

/** Where one build writes, and where its result goes. Paths as Eleventy gives them. */
export interface Output {
  /** The folder that Eleventy writes: `._site.next`, or `._site.serve` under `--serve`. */
  readonly folder: string;
  /** The folder that people use: `_site`. */
  readonly target: string;
  readonly runMode: RunMode;
}

const siblingOf = (target: string, name: string): string =>
  join(dirname(target), `.${basename(target)}.${name}`);

const OUTPUT = Symbol.for("wegwijzer.output");
type Marked = EleventyConfig & { [OUTPUT]?: { current?: Output } };

/**
 * Points Eleventy at the sibling folder; called by every plugin, works once.
 *
 * @returns a function that tells the output of the build under way.
 */
export function stageOutput(config: EleventyConfig): () => Output {
  const marked = config as Marked;
  const known = marked[OUTPUT];
  if (known) return () => currentOf(known);
  const state: { current?: Output } = {};
  marked[OUTPUT] = state;
  config.on("eleventy.config", ({ directories }) => {
    state.current = redirect(directories, (process.env["ELEVENTY_RUN_MODE"] ?? "build") as RunMode);
    // With the input at the project's root, Eleventy would read the last output as templates.
    config.ignores.add(`${state.current.target}/**`);
    config.watchIgnores.add(`${state.current.target}/**`);
  });
  config.on("eleventy.before", ({ outputMode }) => {
    if (outputMode === "fs") begin(currentOf(state));
  });
  return () => currentOf(state);
}

function currentOf(state: { readonly current?: Output }): Output {
  if (!state.current) throw new Error("wegwijzer: Eleventy announced no output folder; version 3 or newer is needed");
  return state.current;
}

/**
 * An own property beats the getter of the prototype, also where `--output` has frozen the directories.
 * A server announces the same directories before every build, also to a config that it reads anew.
 */
function redirect(directories: Directories & { [OUTPUT]?: Output }, runMode: RunMode): Output {
  return (directories[OUTPUT] ??= redirectOnce(directories, runMode));
}

function redirectOnce(directories: Directories, runMode: RunMode): Output {
  const target = strip(directories.output);
  refuseSources(target, directories.input);
  const folder = siblingOf(target, runMode === "build" ? "next" : "serve");
  const output = isAbsolute(folder) ? `${folder}/` : `./${folder}/`;
  Object.defineProperty(directories, "output", { get: () => output, configurable: true });
  return { folder, target, runMode };
}

/** @throws RangeError when the switch would throw away what the site is made from. */
function refuseSources(target: string, input: string): void {
  const holds = (folder: string): boolean => !/^\.\.($|[\\/])/.test(relative(target, folder)) && !isAbsolute(relative(target, folder));
  if (!holds(".") && !holds(input)) return;
  throw new RangeError(`wegwijzer: the output folder is "${target}" and holds what the site is made from, expected a folder of its own such as "_site"`);
}

const strip = (folder: string): string => folder.replace(/^\.\//, "").replace(/(?<=.)\/+$/, "") || ".";

function begin(output: Output): void {
  if (output.runMode !== "build") {
    // A build that is between its two renames is not to be mended but to be let alone.
    if (builderOf(output.target) === undefined) mend(output.target);
    return;
  }
  lock(output.target);
  mend(output.target);
  rmSync(output.folder, { recursive: true, force: true });
  mkdirSync(output.folder, { recursive: true });
}

/** Ends what a command that was killed between the two renames had begun. */
export function mend(target: string): void {
  const [next, last] = [siblingOf(target, "next"), siblingOf(target, "last")];
  if (!existsSync(last)) return;
  if (!existsSync(target)) renameSync(existsSync(next) ? next : last, target);
  rmSync(last, { recursive: true, force: true });
}

/** Moves the finished folder into place; the last good output stands until the first rename. */
export function publish(output: Output): void {
  if (output.runMode !== "build" || !existsSync(output.folder)) return;
  const last = siblingOf(output.target, "last");
  if (existsSync(output.target)) renameSync(output.target, last);
  renameSync(output.folder, output.target);
  rmSync(last, { recursive: true, force: true });
}

/** @throws Error when a living process builds into the same folder. */
function lock(target: string): void {
  const file = siblingOf(target, "lock");
  const builder = builderOf(target);
  if (builder !== undefined) {
    throw new BuildError(`wegwijzer: process ${builder} is building into ${target}; wait for it to end, or end it, and build again`);
  }
  const holder = holderOf(file);
  mkdirSync(dirname(file), { recursive: true });
  if (holder !== undefined) rmSync(file, { force: true });
  // "wx" fails when another process was quicker between the look and the write.
  if (holder !== process.pid || !existsSync(file)) writeFileSync(file, String(process.pid), { flag: "wx" });
  process.once("exit", () => rmSync(file, { force: true }));
}

/** The living process, not this one, that builds into the folder. */
function builderOf(target: string): number | undefined {
  const holder = holderOf(siblingOf(target, "lock"));
  return holder !== undefined && holder !== process.pid && isAlive(holder) ? holder : undefined;
}

function holderOf(file: string): number | undefined {
  return existsSync(file) ? Number(readFileSync(file, "utf8")) || undefined : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Every file below a folder, with forward slashes, sorted by UTF-16 code units. */
export function list(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

export function read(folder: string, file: string): Buffer {
  return readFileSync(join(folder, file));
}

/** Gives a file of the folder another name. */
export function move(folder: string, from: string, to: string): void {
  renameSync(join(folder, from), join(folder, to));
}

export function remove(folder: string, file: string): void {
  rmSync(join(folder, file), { force: true });
}

/** Writes one file below the folder, making the folders on the way. */
export function write(folder: string, file: string, bytes: string | Uint8Array): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
