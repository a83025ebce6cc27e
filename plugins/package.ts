/**
 * Makes `dist/`: what the npm package carries.
 *
 * JavaScript and `.d.ts` of `src/` and `plugins/`, and what browsers download, bundled. npm runs this
 * as `prepare`, so that a fresh clone has it after installing. Types are not checked here: the gate
 * does that, and a type error under way must not keep `npm start` from showing the site.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scripts } from "./bundling.ts";
import { bundleOffline } from "./offline/bundle.ts";
import { list, write } from "./output.ts";
import { bundleBrowser, bundlePortable } from "./search/bundle.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// Beside, then switched: whoever imports `dist/` meanwhile still finds it whole.
const staging = join(root, ".cache", `dist-${process.pid}`);

/** @throws Error with the words of the compiler when a file cannot be parsed. */
function compile(): void {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const project = join(root, "plugins", "tsconfig.package.json");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, "-p", project, "--outDir", staging, "--noCheck"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`package: the compiler ended with ${status}; mend this and install again\n${stdout}${stderr}`);
}

/** The compiler copies no `.d.ts` that was written by hand; those of bundled code have done their work. */
function copyDeclarations(): void {
  for (const folder of ["src", "plugins"]) {
    for (const file of list(join(root, folder)).filter((name) => name.endsWith(".d.ts") && !/\/(browser|worker)\//.test(name))) {
      const copy = join(staging, folder, file);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(join(root, folder, file), copy);
    }
  }
}

/** Bundles what browsers download, so that the package needs no bundler where it is used. */
async function bundle(): Promise<void> {
  for (const [name, code] of Object.entries(await bundleBrowser())) {
    write(staging, `plugins/search/browser/${name}`, code);
  }
  for (const [name, code] of Object.entries(await bundlePortable())) {
    write(staging, `plugins/search/browser/portable/${name}`, code);
  }
  for (const [folder, scripts] of Object.entries<Scripts>({ ...(await bundleOffline()) })) {
    for (const [name, code] of Object.entries(scripts)) write(staging, `plugins/offline/${folder}/${name}`, code);
  }
}

/** What `bin` names must tell a shell what runs it. */
function openCommand(): void {
  const command = join(staging, "plugins", "cli.js");
  const code = readFileSync(command, "utf8");
  if (!code.startsWith("#!")) writeFileSync(command, `#!/usr/bin/env node\n${code}`);
  chmodSync(command, 0o755);
}

rmSync(staging, { recursive: true, force: true });
compile();
copyDeclarations();
await bundle();
openCommand();
rmSync(join(root, "dist"), { recursive: true, force: true });
renameSync(staging, join(root, "dist"));
