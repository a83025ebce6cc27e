/** A plain site with the plugin of offline, built by a real Eleventy. */
/// <reference path="../content/eleventy.d.ts" />
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Eleventy } from "@11ty/eleventy";

const plugin = (name: string): string => JSON.stringify(new URL(`../../plugins/${name}/index.ts`, import.meta.url).href);

export const page = (title: string, body = ""): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="/style.css"></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

export const plainSite: Readonly<Record<string, string>> = {
  "site/index.html": page("Begin"),
  "site/blog/een.html": page("Een", `<img src="/foto.svg" alt="">`),
  "site/404.html": `---\npermalink: /404.html\n---\n${page("Weg")}`,
  "site/style.css": "body { color: black }",
  "site/foto.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
};

/**
 * @param options - The text of the options that the config gives to the plugin.
 * @param search - Whether the site can be searched, too.
 * @returns The folder of the output.
 */
export async function buildSite(folder: string, files: Readonly<Record<string, string>>, options: string, search = false): Promise<string> {
  const config = `import offline from ${plugin("offline")};
import search from ${plugin("search")};
export default function (config) {
  ${search ? "config.addPlugin(search, {});" : "void search;"}
  config.addPlugin(offline, ${options});
  config.addPassthroughCopy({ "site/*.css": ".", "site/*.svg": "." });
  return { dir: { input: "site", output: "_site" } };
}`;
  for (const [path, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files, "eleventy.config.mjs": config })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const before = process.cwd();
  process.chdir(folder);
  try {
    await new Eleventy("site", "_site", { configPath: "eleventy.config.mjs", quietMode: true }).write();
  } finally {
    process.chdir(before);
  }
  return join(folder, "_site");
}
