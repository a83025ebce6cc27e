/**
 * The scripts that visitors download: bundled, minified, and named by the hash of their text.
 *
 * In the published package they lie beside this file, so that esbuild is needed only where they are made.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
import { snowballLanguages } from "../../src/search/snowball.ts";
import { englishParts, languageParts, lunrWith, type LunrParts, rankingParts } from "./lunrParts.ts";

/** File name -> text. */
export type BrowserFiles = Readonly<Record<string, string>>;

const folder = dirname(fileURLToPath(import.meta.url));
const sources = join(folder, "browser");

/** From the sources in development; in the package, what was made of them. */
export async function browserFiles(): Promise<BrowserFiles> {
  if (existsSync(join(sources, "loader.ts"))) return bundleBrowser();
  return scriptsIn(sources);
}

/** The same for classic scripts; in the package they lie in a folder of their own. */
export async function portableScripts(): Promise<BrowserFiles> {
  if (existsSync(join(sources, "loader.ts"))) return bundlePortable();
  return scriptsIn(join(sources, "portable"));
}

function scriptsIn(place: string): BrowserFiles {
  const names = readdirSync(place).filter((name) => name.endsWith(".js")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(place, name), "utf8")]));
}

/** The loader names the main script, which names the others: each is made before it is named. */
export async function bundleBrowser(): Promise<BrowserFiles> {
  const texts = await Promise.all(snowballLanguages.map((language) => bundleLanguage(language)));
  // One hash for all of them: the main script would hold fourteen.
  const ending = endingOf(texts.join(""));
  const filters = await bundleScript("filters", {});
  const search = await bundleScript("search", { FILTERS_SCRIPT: filters.name, LANGUAGES: `,${snowballLanguages},`, LANGUAGE_ENDING: ending });
  const loader = await bundleScript("loader", { SEARCH_SCRIPT: search.name });
  const languages = snowballLanguages.map((language, at) => [`language-${language}${ending}`, texts[at] ?? ""]);
  return Object.fromEntries([loader, search, filters].map(({ name, text }) => [name, text]).concat(languages));
}

/** Hexadecimal: on some disks two names that differ in case are one. */
const endingOf = (text: string): string => `.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`;

async function bundleScript(name: string, constants: Readonly<Record<string, string>>): Promise<{ readonly name: string; readonly text: string }> {
  const text = await bundle({ entryPoints: [join(sources, `${name}.ts`)] }, rankingParts, constants);
  return { name: name + endingOf(text), text };
}

/**
 * The same for a site that is opened from a folder: classic scripts, whose names nobody has to guess.
 *
 * `portable.js` holds all but the stemmers of other languages.
 */
export async function bundlePortable(): Promise<BrowserFiles> {
  const constants = { SEARCH_SCRIPT: "search", FILTERS_SCRIPT: "filters", LANGUAGES: `,${snowballLanguages},`, LANGUAGE_ENDING: "" };
  const portable = await bundle({ entryPoints: [join(sources, "loader.ts")], format: "iife" }, rankingParts, constants, [fromFolder]);
  const texts = await Promise.all(snowballLanguages.map((language) => bundleLanguage(language, "iife")));
  return Object.fromEntries([["portable.js", portable], ...snowballLanguages.map((language, at) => [`language-${language}.js`, texts[at] ?? ""])]);
}

/** Puts what loads from a folder in the place of what fetches. */
const fromFolder: Plugin = {
  name: "from-folder",
  setup(build) {
    build.onResolve({ filter: /^\.\/origin\.ts$/ }, () => ({ path: join(sources, "portable", "origin.ts") }));
  },
};

function bundleLanguage(language: string, format: "esm" | "iife" = "esm"): Promise<string> {
  const [parts, add] = language === "en"
    ? [englishParts, ""]
    : [languageParts, `import support from "lunr-languages/lunr.stemmer.support.js"; import add from "lunr-languages/lunr.${language}.js"; support(lunr); add(lunr);`];
  const contents = `import lunr from "lunr"; import { snowball } from "../../src/search/snowball.ts"; ${add}
    ${format === "esm" ? "export default" : "document.currentScript.stemming ="} snowball(lunr, "${language}");`;
  return bundle({ stdin: { contents, resolveDir: folder, loader: "ts" }, format }, parts, {});
}

async function bundle(entry: BuildOptions, parts: LunrParts, constants: Readonly<Record<string, string>>, plugins: readonly Plugin[] = []): Promise<string> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    format: "esm", ...entry,
    bundle: true, write: false, minify: true, target: "es2022", charset: "utf8", legalComments: "inline",
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    plugins: [lunrPlugin(parts), stylePlugin, ...plugins],
  });
  return outputFiles?.[0]?.text ?? "";
}

/** Puts a Lunr with these parts in the place of Lunr. */
function lunrPlugin(parts: LunrParts): Plugin {
  const file = createRequire(import.meta.url).resolve("lunr");
  return {
    name: "lunr",
    setup(build) {
      build.onResolve({ filter: /^lunr$/ }, () => ({ path: file }));
      build.onLoad({ filter: /[\\/]lunr[\\/]lunr\.js$/ }, () => ({ contents: lunrWith(parts, readFileSync(file, "utf8")) }));
    },
  };
}

/** A style sheet becomes a text in the script, so that it comes with it. */
const stylePlugin: Plugin = {
  name: "style",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await build.esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};
