/** Which files Eleventy will copy, and to which address: links may lead there and pages may not lie there. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, posix, relative, sep } from "node:path";

/** What `addPassthroughCopy` was told: the source, and where below the output it goes (`true`: as in the input). */
export type Copies = Readonly<Record<string, { readonly outputPath: string | true }>>;

/**
 * Lists copied files: their address by their path below the input.
 *
 * A glob counts as all files below its fixed part: a link to a file that the glob leaves out is not
 * found here, but no link that is right is refused.
 */
export function copiedFiles(copies: Copies, input: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [source, { outputPath }] of Object.entries(copies)) {
    const { base, isGlob } = fixedPart(source);
    for (const file of filesBelow(base)) {
      const url = addressOf(file, base, isGlob, outputPath, input);
      found.set(slashes(relative(input, file)), posix.join("/", url));
    }
  }
  return found;
}

function addressOf(file: string, base: string, isGlob: boolean, outputPath: string | true, input: string): string {
  if (outputPath === true) return slashes(relative(input, file)).replace(/^(?:\.\.\/)+/, "");
  if (isGlob) return posix.join(outputPath, basename(file));
  const below = slashes(relative(base, file));
  if (below !== "") return posix.join(outputPath, below);
  // A file that goes into a folder keeps its name.
  return outputPath === "" || outputPath.endsWith("/") ? posix.join(outputPath, basename(file)) : outputPath;
}

function fixedPart(source: string): { readonly base: string; readonly isGlob: boolean } {
  const parts = source.split("/");
  const glob = parts.findIndex((part) => /[*?{}[\]!()]/.test(part));
  return glob === -1 ? { base: source, isGlob: false } : { base: parts.slice(0, glob).join("/") || ".", isGlob: true };
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((item) => {
    if (item.name === "node_modules" || item.name === ".git") return [];
    const child = join(path, item.name);
    if (item.isDirectory()) return filesBelow(child);
    return item.isFile() ? [child] : [];
  });
}

function slashes(path: string): string {
  return path.replaceAll(sep, "/");
}
