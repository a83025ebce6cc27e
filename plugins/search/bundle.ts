/**
 * The scripts that visitors download: bundled, minified, and named by the hash of their text.
 *
 * In the published package they lie beside this file, so that esbuild is needed only where they are made.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Plugin } from "esbuild";
import { snowballLanguages } from "../../src/search/snowball.ts";
import { bundle as bundleCode, endingOf, type Scripts, scriptsIn } from "../bundling.ts";
import { englishParts, languageParts, lunrWith, type LunrParts, rankingParts } from "./lunrParts.ts";

export type BrowserFiles = Scripts;

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

/** The loader names the main script, which names the others: each is made before it is named. */
export async function bundleBrowser(): Promise<BrowserFiles> {
  const texts = await Promise.all(snowballLanguages.map((language) => bundleLanguage(language)));
  // One hash for all of them: the main script would hold fourteen.
  const ending = endingOf(texts.join(""));
  const laters = await Promise.all(Object.entries(later).map(([name, place]) => bundleScript(name, {}, [], place)));
  const search = await bundleScript("search", { LANGUAGES: `,${snowballLanguages},`, LANGUAGE_ENDING: ending }, [apart(laters.map(({ name }) => name))]);
  const loader = await bundleScript("loader", { SEARCH_SCRIPT: search.name });
  const languages = snowballLanguages.map((language, at) => [`language-${language}${ending}`, texts[at] ?? ""]);
  return Object.fromEntries([loader, search, ...laters].map(({ name, text }) => [name, text]).concat(languages));
}

async function bundleScript(name: string, constants: Readonly<Record<string, string>> = {}, plugins: readonly Plugin[] = [], place = sources): Promise<{ readonly name: string; readonly text: string }> {
  const text = await bundle({ entryPoints: [join(place, `${name}.ts`)], banner: { js: name === "search" ? eager : "" } }, rankingParts, constants, plugins);
  return { name: name + endingOf(text), text };
}

/**
 * Asks Chromium to compile the functions while the script comes in, beside the page and not in its way:
 * the first answer needs most of them. Other browsers read a comment.
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
const eager = "//# allFunctionsCalledOnLoad";

/** What the search imports when it is needed, and where it lies. */
const later: Readonly<Record<string, string>> = { filters: sources, marks: sources, rare: join(folder, "..", "..", "src", "search") };

/** Those stay scripts of their own. */
const apart = (names: readonly string[]): Plugin => ({
  name: "apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ kind, path }) => {
      const name = kind === "dynamic-import" ? names.find((one) => one.startsWith(path.slice(2, -2))) : undefined;
      return name === undefined ? undefined : { path: `./${name}`, external: true };
    });
  },
});

/**
 * The same for a site that is opened from a folder: classic scripts, whose names nobody has to guess.
 *
 * `portable.js` holds all but the stemmers of other languages.
 */
export async function bundlePortable(): Promise<BrowserFiles> {
  const constants = { SEARCH_SCRIPT: "search", LANGUAGES: `,${snowballLanguages},`, LANGUAGE_ENDING: "" };
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

const bundle = (entry: BuildOptions, parts: LunrParts, constants: Readonly<Record<string, string>>, plugins: readonly Plugin[] = []): Promise<string> =>
  bundleCode(entry, constants, [lunrPlugin(parts), ...plugins]);

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
