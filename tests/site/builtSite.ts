/** The site of this repository, built in another folder, time zone and language; and what leads where in it. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { list } from "../../plugins/output.ts";
import { elementsOf } from "./parsed.ts";
import type { ParsedElement } from "./parsed.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["eleventy.config.ts", "package.json", "tsconfig.json", "plugins", "site", "src"];

const CACHE = ".cache/wegwijzer/encodings";

/** Copies what a build needs; packages are shared, for they are not what is tested. */
export function copySources(from: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of SOURCES) cpSync(join(from, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  // Compressing takes longer than building, and what comes from the cache is compared with the bytes.
  mkdirSync(join(root, CACHE), { recursive: true });
  mkdirSync(join(folder, CACHE, ".."), { recursive: true });
  symlinkSync(join(root, CACHE), join(folder, CACHE), "junction");
}

export const removeSources = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** As `npm run build` does. */
export function buildSite(folder: string, surroundings: Readonly<Record<string, string>>): Promise<string> {
  const args = ["--import", "tsx", join("node_modules", "@11ty", "eleventy", "cmd.cjs"), "--config=eleventy.config.ts", "--quiet"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...surroundings }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(join(folder, "_site")) : reject(new Error(`the build ended with ${code}:\n${said}`))));
  });
}

export { root };

const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The site as these sources make it, built at most once for all test files: it is kept in `.cache/` by the hash of what it is made from.
 *
 * Nobody may change it.
 */
export async function builtOnce(): Promise<string> {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((name) => (statSync(join(root, name)).isDirectory() ? list(join(root, name)).map((file) => join(name, file)) : [name]));
  for (const file of [...files, "package-lock.json"]) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  const cache = join(root, ".cache");
  const kept = join(cache, `site-${hash.digest("hex").slice(0, 16)}`);
  if (!existsSync(kept)) {
    const folder = join(cache, `building-${process.pid}`);
    copySources(root, folder);
    await buildSite(folder, {});
    // Another test file may have been quicker; what it made is the same.
    if (!existsSync(kept)) renameSync(folder, kept);
    removeSources(folder);
    for (const name of readdirSync(cache).filter((each) => /^(site|building)-/.test(each))) {
      if (Date.now() - statSync(join(cache, name)).mtimeMs > A_DAY_MS) removeSources(join(cache, name));
    }
  }
  return join(kept, "_site");
}

/** A page of the output. */
export interface BuiltPage {
  /** `/themas/energie/` */
  readonly url: string;
  readonly html: string;
  readonly elements: readonly ParsedElement[];
  readonly ids: ReadonlySet<string>;
}

export function readPages(output: string): readonly BuiltPage[] {
  return list(output).filter((file) => file.endsWith(".html")).map((file) => {
    const html = readFileSync(join(output, file), "utf8");
    const elements = elementsOf(html);
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    return { url: `/${file.replace(/(^|\/)index\.html$/, "$1")}`, html, elements, ids: new Set(ids) };
  });
}

/** Every address of the own site that a page names, whole but for the origin: `/themas/#water`. */
export function addressesOn({ url, html, elements }: BuiltPage): readonly string[] {
  const named = elements.flatMap(({ attributes: { href, src, action } }) => [href, src, action].filter((address) => address !== undefined));
  const styles = [...html.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = ""]) => address);
  const origin = "https://here.example";
  return [...named, ...styles]
    .map((address) => new URL(address, origin + url))
    .filter((address) => address.origin === origin)
    .map(({ pathname, hash }) => decodeURIComponent(pathname) + decodeURIComponent(hash));
}

/** The file below the output that an address without fragment leads to. */
export const fileAt = (path: string): string => (path.endsWith("/") ? `${path}index.html` : path).slice(1);

/** How many links away from home each page is that one comes to by links alone. */
export function clicksFrom(home: string, pages: readonly BuiltPage[]): ReadonlyMap<string, number> {
  const links = new Map(pages.map((page) => [page.url, addressesOn({ ...page, html: "", elements: page.elements.filter(({ name }) => name === "a") })]));
  const clicks = new Map([[home, 0]]);
  // A map goes on to what is added while it is walked: each page once, the nearest first.
  for (const [url, count] of clicks) {
    for (const address of links.get(url) ?? []) {
      const path = address.split("#", 1)[0] ?? "";
      if (links.has(path) && !clicks.has(path)) clicks.set(path, count + 1);
    }
  }
  return clicks;
}
