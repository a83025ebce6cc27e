/**
 * Releases of one small site, built by a real Eleventy with the real plugins.
 *
 * Everything of a release carries its name, so that a mix is seen: the text of its pages, its styles,
 * its scripts, its index. `off` has the kill switch on.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { parseRelease, type ReleaseFile } from "../../src/release.ts";

export const releaseNames = ["alfa", "bravo", "charlie"] as const;
export type ReleaseName = (typeof releaseNames)[number];

export interface SmallRelease {
  /** What its pages, styles and scripts carry. */
  readonly name: string;
  readonly folder: string;
  /** As the release manifest has it. */
  readonly id: string;
  readonly files: readonly ReleaseFile[];
  /** Addresses of its pages, below the site's own: `onderwerp-1/`. */
  readonly pages: readonly string[];
}

export interface SmallSite {
  readonly folder: string;
  readonly releases: Readonly<Record<ReleaseName | "off", SmallRelease>>;
  remove(): void;
}

export interface SiteOptions {
  /** The releases that are built; all by default. */
  readonly names?: readonly string[];
  readonly pathPrefix?: string;
  /** The text of the options that the config gives to the plugin. */
  readonly offline?: string;
}

const plugin = (name: string): string => JSON.stringify(new URL(`../../plugins/${name}/index.ts`, import.meta.url).href);

/** A page that only one release has: an address that comes and goes. */
const only: Readonly<Record<string, string>> = { alfa: "oud", bravo: "nieuw", charlie: "nieuwer", off: "uit" };
const subjects = ["Molen", "Sluis", "Brug", "Haven", "Markt", "Toren", "Gracht", "Polder", "Dijk"];

export async function buildReleases(options: SiteOptions = {}): Promise<SmallSite> {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-releases-"));
  const releases: Record<string, SmallRelease> = {};
  for (const name of options.names ?? [...releaseNames, "off"]) releases[name] = await buildRelease(join(folder, name), name, options);
  return { folder, releases: releases as SmallSite["releases"], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of a release in which files are others: what a host does on the way, or a format of tomorrow. */
export function changedRelease(site: SmallSite, from: SmallRelease, name: string, change: (path: string, bytes: Buffer) => Buffer | string | undefined): SmallRelease {
  const folder = join(site.folder, name);
  cpSync(from.folder, folder, { recursive: true });
  for (const { path } of [...from.files, { path: "release.json" }]) {
    const changed = change(path, readFileSync(join(folder, path)));
    if (changed === undefined) continue;
    writeFileSync(join(folder, path), changed);
  }
  return { ...from, name, folder };
}

async function buildRelease(folder: string, name: string, options: SiteOptions): Promise<SmallRelease> {
  for (const [path, text] of Object.entries(filesOf(name, options))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const before = process.cwd();
  process.chdir(folder);
  try {
    await new Eleventy("site", "_site", { configPath: "eleventy.config.mjs", quietMode: true, ...(options.pathPrefix ? { pathPrefix: options.pathPrefix } : {}) }).write();
  } finally {
    process.chdir(before);
  }
  return openRelease(name, join(folder, "_site"));
}

/** A release that was built, from its manifest. */
export function openRelease(name: string, folder: string): SmallRelease {
  const { id, files } = parseRelease(readFileSync(join(folder, "release.json"), "utf8"));
  // The page of offline is the plugin's own and carries no release.
  const pages = files.filter(({ path }) => /(^|\/)index\.html$/.test(path) && path !== "offline/index.html").map(({ path }) => path.replace(/index\.html$/, ""));
  return { name, folder, id, files, pages };
}

function filesOf(mark: string, { offline = `{ language: "nl", enabled: ${mark !== "off"} }` }: SiteOptions): Readonly<Record<string, string>> {
  const topics = subjects.map((subject, at) => [`onderwerp-${at + 1}`, subject] as const);
  return {
    "package.json": '{ "type": "module" }',
    "eleventy.config.mjs": config(offline),
    "site/style.css": `:root { --release: ${mark} }\nbody { font-family: sans-serif; max-width: 40rem }\n`,
    "site/app.js": `document.documentElement.dataset.script = "${mark}";\n`,
    // As a fingerprint names it: another release has another name.
    [`site/hashed.${mark.padEnd(8, "0")}.js`]: `document.documentElement.dataset.hashed = "${mark}";\n`,
    "site/plaatje.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><title>${mark}</title><circle cx="30" cy="30" r="25"/></svg>\n`,
    "site/index.11ty.js": page(mark, "Start", "Hier begint het.", "/"),
    "site/zoeken.11ty.js": page(mark, "Zoeken", `<div data-wegwijzer-results data-search-ignore></div>`, "/zoeken/"),
    "site/404.11ty.js": page(mark, "Niet gevonden", "Deze pagina is er niet.", "/404.html"),
    [`site/${only[mark]}.11ty.js`]: page(mark, `Alleen ${mark}`, `Deze pagina heeft alleen ${mark}.`, `/${only[mark]}/`),
    ...Object.fromEntries(topics.map(([address, subject]) => [
      `site/${address}.11ty.js`,
      page(mark, subject, `Over de ${subject.toLowerCase()} valt veel te vertellen.`, `/${address}/`),
    ])),
  };
}

const config = (offline: string): string => `
import offline from ${plugin("offline")};
import search from ${plugin("search")};
export default function (config) {
  config.addPlugin(search, { language: "nl" });
  config.addPlugin(offline, ${offline});
  config.addPassthroughCopy({ "site/*.css": ".", "site/*.svg": ".", "site/app.js": "app.js", "site/hashed.*.js": "." });
  return { dir: { input: "site", output: "_site" } };
}
`;

/** A template that gives one page; links pass the filter that knows the prefix. */
function page(mark: string, title: string, text: string, permalink: string): string {
  const links = subjects.map((subject, at) => `<li><a href="\${url("/onderwerp-${at + 1}/")}">${subject}</a></li>`).join("");
  return `export const data = { permalink: ${JSON.stringify(permalink)} };
export function render() {
  const url = (path) => this.url(path);
  return \`<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="\${url("/style.css")}"><script src="\${url("/app.js")}" defer></script><script src="\${url("/hashed.${mark.padEnd(8, "0")}.js")}" defer></script></head>
<body><header><form role="search" action="\${url("/zoeken/")}"><label>Zoek <input type="search" name="q"></label><button>Zoek</button></form></header>
<main><h1>${title}</h1><p>Uitgave <b id="release">${mark}</b>.</p><p>${text}</p><p>Lees deze uitgave van ${mark} op je gemak; er staat meer in dan je op het eerste gezicht denkt.</p>
<img src="\${url("/plaatje.svg")}" alt="Een rondje"></main><nav><ul>${links}</ul></nav></body></html>\`;
}
`;
}
