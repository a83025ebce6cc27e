/** A site in a temporary folder, built by a real Eleventy in this process. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { list } from "../../plugins/output.ts";

const plugin = new URL("../../plugins/content/index.ts", import.meta.url).href;

/** A file: its text, its bytes, or where a link leads. */
export type File = string | Uint8Array | { readonly symlink: string };
export type Files = Readonly<Record<string, File>>;

export interface Built {
  /** Files of the output with their text, by path. */
  readonly output: Readonly<Record<string, string>>;
  /** What the build failed with; empty when it did not. */
  readonly report: string;
  /** What the build warned of. */
  readonly warnings: string;
}

/** A config with one kind for all Markdown below `site/`, and a layout that escapes. */
export const plainConfig = `
  const kinds = [defineKind({
    name: "pagina",
    folder: "",
    titleKey: "title",
    idKey: "id",
    schema: z.object({ title: z.string().min(1), id: z.string().optional(), date: date.optional() }),
    layout: "page.11ty.js",
  })];
  config.addPlugin(content, { kinds });
`;

export const plainLayout = `
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
export default ({ content, wegwijzer: { page } }) =>
  "<!doctype html><title>" + escape(page.title) + "</title><main>" + content + "</main>";
`;

const folders: string[] = [];

/** Writes a project: pages below \`site/\`, an asset that is copied, a layout and a config. */
export function project(files: Files, config = plainConfig): string {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-content-"));
  folders.push(folder);
  write(folder, {
    "package.json": '{ "type": "module" }',
    "site/_includes/page.11ty.js": plainLayout,
    "site/app.css": "body { color: black }",
    "eleventy.config.mjs": `import content, { date, defineKind, z } from ${JSON.stringify(plugin)};
export default async function (config) {
  config.addTemplateFormats("md,11ty.js");
  config.addPassthroughCopy("site/app.css");
  ${config}
  return { dir: { input: "site", output: "_site" }, markdownTemplateEngine: false };
}`,
  });
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [name, file] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof file === "string" || file instanceof Uint8Array) writeFileSync(path, file);
    else symlinkSync(file.symlink, path);
  }
}

/** Builds in the folder of the project; Eleventy takes paths from there. */
export async function build(folder: string): Promise<Built> {
  const before = process.cwd();
  process.chdir(folder);
  const { error, warn } = console;
  let warnings = "";
  console.error = () => undefined;
  console.warn = (text: unknown) => (warnings += `${String(text)}\n`);
  try {
    const eleventy = new Eleventy("site", "_site", { configPath: "eleventy.config.mjs", quietMode: true });
    await eleventy.write();
    return { output: outputOf(folder), report: "", warnings };
  } catch (cause) {
    return { output: outputOf(folder), report: cause instanceof Error ? cause.message : String(cause), warnings };
  } finally {
    Object.assign(console, { error, warn });
    process.chdir(before);
  }
}

export function removeProjects(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

function outputOf(folder: string): Readonly<Record<string, string>> {
  const output = join(folder, "_site");
  if (!existsSync(output)) return {};
  return Object.fromEntries(list(output).map((file) => [file, readFileSync(join(output, file), "utf8")]));
}
