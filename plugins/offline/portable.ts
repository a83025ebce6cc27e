/**
 * `wegwijzer portable`: a built site as one zip that opens from a folder, with its search.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { zip, type Zippable } from "fflate";
import { type Edition, isRewritten, modulesIn, needsServer, portableText, type SearchScript } from "../../src/offline/portable.ts";
import { list, read } from "../output.ts";

/** The search of an edition; the command is told where it comes from, since one subject does not see another. */
export interface PortableSearch extends SearchScript {
  /** Paths below the site -> texts. */
  readonly files: ReadonlyMap<string, string>;
}
export type MakeSearch = (site: string) => Promise<PortableSearch>;

export const portableUsage = `wegwijzer portable [--site _site] [--out FILE.zip] [--path-prefix /]

Makes one zip of a built site. Unpacked, it opens from its folder: index.html, with links, pictures and search.`;

/** @returns the exit code: 0, or 2 for an unknown option. */
export async function portableCommand(args: readonly string[], makeSearch: MakeSearch): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) return 2;
  const { site, out } = options;
  if (!existsSync(`${site}/index.html`)) throw new Error(`portable: expected a built site with an index.html in "${site}", found none; build the site first, or name its folder with --site`);
  const search = await makeSearch(site).catch((error: unknown) => {
    console.warn(`portable: without search, since ${(error as Error).message.replace(/^search: /, "")}`);
    return undefined;
  });
  const { files, modules } = portableFiles(site, options.prefix ?? prefixIn(site), search);
  const bytes = await zipped(files);
  const staging = `${out}.${process.pid}`;
  try {
    writeFileSync(staging, bytes);
    renameSync(staging, out);
  } finally {
    rmSync(staging, { force: true });
  }
  for (const module of modules) console.warn(`portable: ${module} is a module, and browsers run none from a folder; make it a classic script, or have the page do without`);
  console.log(`${out}: ${files.size} files, ${(bytes.length / 1e6).toFixed(1)} MB. Unpack it and open index.html.`);
  return 0;
}

function optionsOf(args: readonly string[]): { readonly site: string; readonly out: string; readonly prefix: string | undefined } | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { site: { type: "string", default: "_site" }, out: { type: "string" }, "path-prefix": { type: "string" } } });
    const site = values.site.replace(/(?<=.)[\\/]+$/, "");
    const prefix = values["path-prefix"]?.replace(/^\/*|\/*$/g, "");
    return { site, out: values.out ?? `${site}.zip`, prefix: prefix === undefined ? undefined : prefix === "" ? "/" : `/${prefix}/` };
  } catch (error) {
    console.error(`portable: ${(error as Error).message}\n\n${portableUsage}`);
    return undefined;
  }
}

/** The scripts of our plugins stand right below the prefix. */
function prefixIn(site: string): string {
  const home = read(site, "index.html").toString("utf8");
  return /<script\b[^>]*\bsrc=["']?(\/(?:[^"'\s>]*\/)?)(?:wegwijzer-offline\/page|[\w-]+\/loader)\.[0-9a-f]+\.js/.exec(home)?.[1] ?? "/";
}

/** @returns the files of the edition, sorted by path, and the modules that will not run in it. */
export function portableFiles(site: string, pathPrefix: string, search: PortableSearch | undefined): { readonly files: ReadonlyMap<string, Uint8Array>; readonly modules: ReadonlySet<string> } {
  const kept = list(site).filter((path) => !needsServer(path) && !(search && path.startsWith(search.folder)));
  const edition: Edition = { standing: { pathPrefix }, files: new Set([...kept, ...(search?.files.keys() ?? [])]), search };
  const modules = new Set<string>();
  const files = new Map<string, Uint8Array>();
  for (const path of kept) {
    const bytes = read(site, path);
    if (!isRewritten(path)) {
      files.set(path, bytes);
      continue;
    }
    const text = bytes.toString("utf8");
    for (const module of modulesIn(path, text, edition)) modules.add(module);
    files.set(path, Buffer.from(portableText(path, text, edition)));
  }
  for (const [path, text] of search?.files ?? []) files.set(path, Buffer.from(text));
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), modules };
}

/** The same bytes for the same site: a zip tells local time, so it is given one. */
const never = new Date(1980, 0, 1);
/** Compressed in themselves. */
const dense = /\.(png|jpe?g|webp|avif|woff2|zip|mp4|webm|mp3)$/i;

function zipped(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const [path, bytes] of files) entries[path] = [bytes, { level: dense.test(path) ? 0 : 9, mtime: never }];
  return new Promise((resolve, reject) => zip(entries, (error, bytes) => (error ? reject(error) : resolve(bytes))));
}
