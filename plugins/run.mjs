/**
 * Runs the commands of editors from their sources: `node plugins/run.mjs check`.
 *
 * Loading three hundred small modules through a compiler takes longer than checking three hundred
 * pages. So sources, packages and the site's config are bundled once, into `.cache/run/`, and again
 * when one of the files in it has changed. Plain JavaScript, since it is what runs the rest; users of
 * the package have `dist/` and do without it.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache", "run");
const listing = join(cache, "inputs.json");

/** Enough to see that a file was written, without reading it. */
function stampOf(file) {
  const { mtimeMs, size } = statSync(join(root, file));
  return `${mtimeMs} ${size}`;
}

function isFresh() {
  try {
    return Object.entries(JSON.parse(readFileSync(listing, "utf8"))).every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    // Never made, or a file of it is gone.
    return false;
  }
}

async function bundle() {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root, entryPoints: ["plugins/cli.ts", "eleventy.config.ts"], entryNames: "[name]", outdir: cache,
    bundle: true, splitting: true, format: "esm", platform: "node", target: "node20", metafile: true, logLevel: "error",
    external: ["@11ty/*", "esbuild", "lightningcss", "@resvg/*", "typescript", "*.css"],
    banner: { js: 'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);' },
  });
  const made = Object.keys(metafile.outputs);
  const names = new Set(made.map((file) => basename(file)));
  for (const name of readdirSync(cache)) if (!names.has(name)) rmSync(join(cache, name), { force: true });
  const files = [...Object.keys(metafile.inputs).filter((file) => !file.includes(":")), ...made, "package-lock.json", "tsconfig.json"];
  writeFileSync(`${listing}.${process.pid}`, JSON.stringify(Object.fromEntries(files.map((file) => [file, stampOf(file)]))));
  renameSync(`${listing}.${process.pid}`, listing);
}

mkdirSync(cache, { recursive: true });
if (!isFresh()) await bundle();
if (!process.argv.includes("--config")) process.argv.push("--config", join(cache, "eleventy.config.js"));
await import(pathToFileURL(join(cache, "cli.js")).href);
