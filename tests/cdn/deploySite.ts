/**
 * Small built sites to deploy, and the commands that deploy them, run in this process.
 *
 * Every page names its release and refers to a style, a script and a picture that name it too, so that a
 * reader can tell what belongs together.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { deployCommand } from "../../plugins/cdn/deploy/command.ts";
import type { Environment } from "../../plugins/cdn/deploy/open.ts";
import { releasesCommand } from "../../plugins/cdn/deploy/releases.ts";
import { rollbackCommand } from "../../plugins/cdn/deploy/rollback.ts";
import type { Surroundings } from "../../plugins/cdn/deploy/session.ts";
import { verifyCommand } from "../../plugins/cdn/deploy/verify.ts";
import { write } from "../../plugins/output.ts";
import { writeRelease } from "../../plugins/release.ts";
import { IMMUTABLE, REVALIDATE } from "../../src/cdn/headerRules.ts";
import { encodeHosting, type Hosting, hostingName, type Redirect } from "../../src/cdn/hosting.ts";
import { retryDefaults } from "../../src/cdn/deploy/retry.ts";
import { bucket, type S3Server } from "./s3Server.ts";

export interface SiteShape {
  /** What each page says of itself, and part of every asset's bytes. */
  readonly version: string;
  /** Names of pages beside the first. @default a, b, c, d */
  readonly pages?: readonly string[];
  readonly redirects?: readonly Redirect[];
  readonly hosting?: Partial<Hosting>;
  /** Compressed siblings of pages and styles. */
  readonly siblings?: boolean;
  /** An index in so many shards, named by a manifest at a fixed address. @default 0 */
  readonly shards?: number;
  /** Files beside those of every site. */
  readonly more?: Readonly<Record<string, string>>;
}

export const hostingOf = (redirects: readonly Redirect[] = [], more: Partial<Hosting> = {}): Hosting => ({
  origin: "https://wegwijzer.example",
  pathPrefix: "/",
  security: null,
  types: { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml", xml: "application/xml", json: "application/json", txt: "text/plain", "": "application/octet-stream" },
  rules: [
    { pattern: "^assets/", headers: { "Cache-Control": IMMUTABLE, "X-Content-Type-Options": "nosniff" } },
    { pattern: "", headers: { "Cache-Control": REVALIDATE, "X-Content-Type-Options": "nosniff" } },
  ],
  redirects,
  notFound: "404.html",
  ...more,
});

/** How a name tells its bytes. */
export const short = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("base64url").slice(0, 10);

/** Writes a whole built site. */
export function makeSite(folder: string, { version, pages = ["a", "b", "c", "d"], redirects, hosting, siblings, shards = 0, more = {} }: SiteShape): void {
  const assets = { css: `/* ${version} */ p { color: red }`, js: `/* ${version} */ 1;`, svg: `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${version} --></svg>` };
  const names = Object.fromEntries(Object.entries(assets).map(([kind, text]) => [kind, `assets/${kind}.${short(text)}.${kind}`]));
  for (const [kind, text] of Object.entries(assets)) write(folder, names[kind] ?? "", text);
  const index = searchIndex(version, shards);
  for (const [path, text] of Object.entries(index)) write(folder, path, text);
  const page = (title: string): string =>
    `<!doctype html><html lang="nl"><title>${title}</title><meta name="release" content="${version}"><link rel="stylesheet" href="/${names["css"]}"><script src="/${names["js"]}"></script><img src="/${names["svg"]}" alt=""><p>${title} in ${version}</p>`;
  const files = { "index.html": page("thuis"), "404.html": page("nergens"), ...Object.fromEntries(pages.map((name) => [`${name}/index.html`, page(name)])), "sitemap.xml": `<urlset>${pages.join(" ")} ${version}</urlset>`, "robots.txt": "User-agent: *", ...more };
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  if (siblings === true) for (const [path, text] of Object.entries({ ...files, [names["css"] ?? ""]: assets.css })) compress(folder, path, text);
  writeRelease(folder);
  write(folder, hostingName, encodeHosting(hostingOf(redirects, hosting)));
}

/** Every shard says of which release it is, and so does the manifest that names them. */
function searchIndex(version: string, count: number): Readonly<Record<string, string>> {
  if (count === 0) return {};
  const texts = Array.from({ length: count }, (_, place) => JSON.stringify({ version, place }));
  const shards = texts.map((text) => `assets/shard.${short(text)}.json`);
  return { ...Object.fromEntries(shards.map((path, place) => [path, texts[place] ?? ""])), "search/manifest.json": JSON.stringify({ version, shards }) };
}

function compress(folder: string, path: string, text: string): void {
  write(folder, `${path}.br`, brotliCompressSync(text));
  write(folder, `${path}.gz`, gzipSync(text));
}

/** A temporary folder with room for sites and a target; `clear` takes it away. */
export interface Bench {
  readonly root: string;
  /** Makes a site and returns its folder. */
  site(shape: SiteShape): string;
  clear(): void;
}

export function bench(): Bench {
  const root = mkdtempSync(join(tmpdir(), "wegwijzer-deploy-"));
  return {
    root,
    site: (shape) => {
      const folder = mkdtempSync(join(root, "site-"));
      makeSite(folder, shape);
      return folder;
    },
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}

export const envOf = ({ url, keys }: S3Server): Readonly<Record<"AWS_ENDPOINT_URL" | "AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY" | "AWS_REGION", string>> => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: keys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  AWS_REGION: "eu-central-1",
});

export const bucketTarget = `s3://${bucket}`;

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Command = (args: readonly string[], around?: Surroundings) => Promise<number>;
/** As patient as users get it, and sooner. */
const retry = { ...retryDefaults, baseMs: 5 };

/** Runs a command in this process and keeps what it says. */
async function said(command: Command, args: readonly string[], env: Environment): Promise<Said> {
  const { log, error } = console;
  const [out, err]: [string[], string[]] = [[], []];
  console.log = (...parts: readonly unknown[]) => void out.push(parts.join(" "));
  console.error = (...parts: readonly unknown[]) => void err.push(parts.join(" "));
  try {
    const code = await command(args, { env, retry });
    return { code, out: out.join("\n"), err: err.join("\n") };
  } finally {
    Object.assign(console, { log, error });
  }
}

export const deploy = (args: readonly string[], env: Environment = {}): Promise<Said> => said(deployCommand, args, env);
export const rollback = (args: readonly string[], env: Environment = {}): Promise<Said> => said(rollbackCommand, args, env);
export const releases = (args: readonly string[], env: Environment = {}): Promise<Said> => said(releasesCommand, args, env);
export const verify = (args: readonly string[], env: Environment = {}): Promise<Said> => said(verifyCommand, args, env);
