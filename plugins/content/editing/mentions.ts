/** Where else an address or an id is written, in files that are no content: a search proof, a menu. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const TEXT = /\.(?:ya?ml|json|[cm]?[jt]sx?|html|njk|liquid|css)$/;

/** `site/zoekproef.yaml:12 /themas/energie/`, by file and line. */
export function mentionsIn(paths: readonly string[], input: string, words: readonly string[]): readonly string[] {
  const patterns = words.map((word) => ({ word, pattern: new RegExp(`(?<![\\w/-])${escaped(word)}(?![\\w-])`) }));
  return paths.filter((path) => TEXT.test(path)).flatMap((path) => {
    const lines = readFileSync(join(input, path), "utf8").split(/\r\n|\r|\n/);
    return lines.flatMap((line, index) => patterns.filter(({ pattern }) => pattern.test(line)).map(({ word }) => `${input}/${path}:${index + 1} ${word}`));
  });
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
