/**
 * Makes the scripts that visitors download: bundled, minified, and named by the hash of their text.
 *
 * In the published package they lie beside the code that hands them out, so that esbuild is needed
 * only where they are made.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";

/** File name -> text. */
export type Scripts = Readonly<Record<string, string>>;

/** What was made of the sources, in the package. */
export function scriptsIn(place: string): Scripts {
  const names = readdirSync(place).filter((name) => name.endsWith(".js")).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(place, name), "utf8")]));
}

/** Hexadecimal: on some disks two names that differ in case are one. */
export const endingOf = (text: string): string => `.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`;

/** @param constants - Names in the code that stand for a text. */
export async function bundle(entry: BuildOptions, constants: Readonly<Record<string, string>> = {}, plugins: readonly Plugin[] = []): Promise<string> {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    format: "esm", ...entry,
    bundle: true, write: false, minify: true, target: "es2022", charset: "utf8", legalComments: "inline",
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    plugins: [stylePlugin, ...plugins],
  });
  return outputFiles?.[0]?.text ?? "";
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
