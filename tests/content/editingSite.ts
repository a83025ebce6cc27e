/** A small project in a temporary folder, and the commands of editors run inside it. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { list } from "../../plugins/output.ts";
import { project, write } from "./eleventySite.ts";
import type { Files } from "./eleventySite.ts";
import { fixtures } from "./smallSite.ts";

const kindsFile = new URL("./smallSite.ts", import.meta.url).href;

/** The sound site of `smallSite.ts`, with files of one's own over it. */
export function editingSite(files: Files = {}, language = "nl"): string {
  const folder = project({}, `
  const { kinds } = await import(${JSON.stringify(kindsFile)});
  config.addPassthroughCopy({ "site/beeld": "beeld" });
  config.addPlugin(content, { kinds, language: "${language}" });
`);
  cpSync(join(fixtures, "sound"), join(folder, "site"), { recursive: true });
  write(folder, files);
  return folder;
}

/** Every content file with its text. */
export function textsIn(folder: string): Readonly<Record<string, string>> {
  const files = list(join(folder, "site")).filter((file) => !file.startsWith("_includes/"));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, "site", file), "utf8")]));
}

/** Runs a command where the site is; what it printed, and its exit code. */
export async function run(folder: string, command: () => Promise<number>): Promise<{ readonly code: number; readonly printed: string; readonly refused: string }> {
  const before = process.cwd();
  const { log, error } = console;
  let printed = "";
  let refused = "";
  process.chdir(folder);
  console.log = (text: unknown) => (printed += `${String(text)}\n`);
  console.error = (text: unknown) => (refused += `${String(text)}\n`);
  try {
    return { code: await command(), printed, refused };
  } finally {
    Object.assign(console, { log, error });
    process.chdir(before);
  }
}
