/**
 * Asks a site's own Eleventy config what it told the content plugin.
 *
 * The config runs against a stand-in that notes a few calls and does nothing, so that `check` knows
 * the kinds from the one place where they are written, without starting Eleventy.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Copies } from "./copies.ts";
import type { Folders } from "./files.ts";
import type { Options } from "./options.ts";

export interface RecordedConfig {
  readonly options: Options;
  readonly folders: Folders;
  readonly copies: Copies;
  readonly pathPrefix: string;
  /** What other plugins were told, by their name: `wegwijzer/cdn`. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** In the order in which Eleventy looks, ours in TypeScript first. */
const NAMES = ["eleventy.config.ts", ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"];

type Dir = { readonly [Folder in "input" | "includes" | "layouts" | "data" | "output"]?: string };

/** What a config returns, or exports as `config`. */
interface Returned {
  readonly dir?: Dir;
  readonly pathPrefix?: string;
}

interface Recorded {
  options?: Options;
  dir: Dir;
  readonly copies: { [source: string]: { readonly outputPath: string | true } };
  readonly others: { [name: string]: unknown };
  pathPrefix?: string;
}

/** @throws Error when there is no config, or it does not use the content plugin. */
export async function recordConfig(configPath = NAMES.find((name) => existsSync(name))): Promise<RecordedConfig> {
  if (configPath === undefined || !existsSync(configPath)) {
    throw new Error(`content: no Eleventy config found (${configPath ?? NAMES.join(", ")}); name it with --config`);
  }
  const module = (await importConfig(resolve(configPath))) as { readonly default?: unknown; readonly config?: Returned };
  if (typeof module.default !== "function") throw new Error(`content: ${configPath} exports no function by default; Eleventy needs one`);
  const record: Recorded = { dir: {}, copies: {}, others: {} };
  const returned = ((await module.default(standIn(record))) ?? {}) as Returned;
  return resultOf(record, { ...module.config, ...returned }, configPath);
}

function resultOf(record: Recorded, returned: Returned, configPath: string): RecordedConfig {
  const { options, copies, others } = record;
  if (options === undefined) throw new Error(`content: ${configPath} does not add the content plugin; call config.addPlugin(content, { kinds })`);
  const dir = { ...record.dir, ...returned.dir };
  const input = dir.input ?? ".";
  const below = [dir.includes ?? "_includes", dir.data ?? "_data", ...(dir.layouts === undefined ? [] : [dir.layouts])];
  const excluded = [...below.map((folder) => `${input}/${folder}`), dir.output ?? "_site"];
  return { options, copies, others, folders: { input, excluded }, pathPrefix: returned.pathPrefix ?? record.pathPrefix ?? "/" };
}

/**
 * Node by itself runs no TypeScript in version 20; a site with a config in TypeScript has tsx.
 *
 * @throws Error that says how to run the command when it has not.
 */
async function importConfig(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== "ERR_UNKNOWN_FILE_EXTENSION") throw error;
  }
  try {
    // Resolved from the site, by its folder: what `require` finds for the name itself is another format.
    const api = join(dirname(createRequire(path).resolve("tsx/package.json")), "dist", "esm", "api", "index.mjs");
    const { tsImport } = (await import(pathToFileURL(api).href)) as { tsImport(file: string, parent: string): Promise<unknown> };
    return await tsImport(pathToFileURL(path).href, import.meta.url);
  } catch (cause) {
    const isMissing = (cause as { readonly code?: unknown }).code === "MODULE_NOT_FOUND";
    if (!isMissing) throw cause;
    throw new Error(`content: ${path} is TypeScript, which this Node does not run; install tsx (npm i -D tsx) and try again`, { cause });
  }
}

/** Whatever else a config calls or reads is answered with the stand-in itself. */
function standIn(record: Recorded): object {
  const noted = notedCalls(record);
  const target = (): void => undefined;
  const proxy: object = new Proxy(target, {
    get: (_, name) => {
      if (name === "then") return undefined;
      if (name === "passthroughCopies") return record.copies;
      if (name === Symbol.toPrimitive) return () => "";
      if (name === Symbol.iterator) return [][Symbol.iterator];
      return noted[String(name)] ?? proxy;
    },
    set: () => true,
    apply: () => proxy,
    construct: () => proxy,
  });
  return proxy;
}

function notedCalls(record: Recorded): { readonly [name: string]: (...values: readonly unknown[]) => void } {
  const folder = (name: keyof Dir) => (value: unknown): void => {
    record.dir = { ...record.dir, [name]: String(value) };
  };
  return {
    addPlugin: (plugin, options) => {
      // A config may load the plugin twice, under another address: its name tells it, not its identity.
      const name = pluginNameOf(plugin);
      if (name === "wegwijzer/content") record.options = options as Options;
      else if (typeof name === "string") record.others[name] = options;
    },
    addPassthroughCopy: (paths) => Object.assign(record.copies, copiesOf(paths)),
    setInputDirectory: folder("input"),
    setIncludesDirectory: folder("includes"),
    setLayoutsDirectory: folder("layouts"),
    setDataDirectory: folder("data"),
    setOutputDirectory: folder("output"),
  };
}

function copiesOf(paths: unknown): Copies {
  if (typeof paths === "string") return { [paths]: { outputPath: true } };
  const entries = Object.entries((paths ?? {}) as { readonly [source: string]: string });
  return Object.fromEntries(entries.map(([source, outputPath]) => [source, { outputPath }]));
}

function pluginNameOf(plugin: unknown): unknown {
  return typeof plugin === "function" && "eleventyPackage" in plugin ? plugin.eleventyPackage : undefined;
}
