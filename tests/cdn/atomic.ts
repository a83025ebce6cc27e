/** A small site with everything that a build does at its end, to be stopped at whatever moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { list } from "../../plugins/output.ts";

const eleventy = fileURLToPath(new URL("../../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));
const door = (name: string): string => JSON.stringify(new URL(`../../plugins/${name}/index.ts`, import.meta.url).href);

const PAGES = 12;

/** Writes the site in an edition; of two editions no file of a page is the same. */
export function writeEdition(folder: string, edition: string): void {
  const files: Record<string, string> = {
    "eleventy.config.ts": `import cdn from ${door("cdn")};
export default function (config) {
  config.addPassthroughCopy({ beeld: "beeld" });
  config.addPlugin(cdn);
  return { dir: { input: "in", includes: "../delen" }, markdownTemplateEngine: false };
}\n`,
    "delen/pagina.njk": `<!doctype html><html lang="nl"><head><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1><img src="/beeld/kaart.svg" alt="">{{ content | safe }}</main></body></html>`,
    "beeld/kaart.svg": `<svg xmlns="http://www.w3.org/2000/svg"><title>${edition}</title></svg>`,
  };
  for (let at = 0; at < PAGES; at++) files[`in/p${at}.md`] = `---\ntitle: Pagina ${at} van ${edition}\nlayout: pagina.njk\n---\n${`Tekst ${at} van ${edition}. `.repeat(120)}\n`;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

export interface Building {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

export function startBuild(folder: string): Building {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), eleventy, "--config=eleventy.config.ts", "--quiet"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, said }))) };
}

/** One text for all that a folder holds: names and bytes. */
export function printOf(folder: string): string {
  const hash = createHash("sha256");
  for (const file of list(folder)) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest("hex");
}
