/** Whatever an editor may type, reading it ends with pages or problems, never with an error. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { page, siteOf } from "./smallSite.ts";

const yamlBits = ["titel", ": ", "x", "\n", "  ", "- ", "[", "]", "{", "}", '"', "'", "&a ", "*a", "!!str ", "|", ">", "#", "?", "---", "__proto__", "0x1f", "~", "\t", "%", "@", "é", "🌷", "<<", ",", "..."];
const markdownBits = ["# ", "[", "]", "(", ")", "@a", "; ", "[@a]", "![", "../", "water.md", "#x", "`", "*", "> ", "- ", "|", "\n", "\n\n", "---", "<", ">", "http://", "javascript:", "%", "%zz", "\\", "&#x0;", "1. ", "\t", "~~~", "🌷", "{{", "[x]: y"];

/** Numbers that are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function textOf(bits: readonly string[], seed: number): string {
  const next = numbersFrom(seed);
  return Array.from({ length: 3 + Math.floor(next() * 40) }, () => bits[Math.floor(next() * bits.length)]).join("");
}

function assertReadable(files: Readonly<Record<string, string>>, seed: number): void {
  const lines = Object.values(files).map((text) => text.split("\n").length);
  const { problems, rendered } = siteOf({ "themas/water.md": page(), ...files });
  for (const { rendered: html } of [...rendered.values()].map(({ render }) => ({ rendered: render() }))) {
    assert.not.match(html, /href="(?:javascript|data|vbscript):/i, `seed ${seed}`);
  }
  for (const { line, column, rule } of problems) {
    assert.ok(line >= 1 && line <= Math.max(...lines) && column >= 1 && rule !== "", `seed ${seed}: ${line}:${column} ${rule}`);
  }
}

test("three hundred random front matters end in pages or problems with a place in the file", () => {
  for (let seed = 0; seed < 300; seed += 1) assertReadable({ "themas/x.md": `---\n${textOf(yamlBits, seed)}\n---\nTekst.\n` }, seed);
});

test("three hundred random list files end in pages or problems with a place in the file", () => {
  for (let seed = 0; seed < 300; seed += 1) assertReadable({ "bronnen.yaml": textOf(yamlBits, seed) }, seed);
});

test("three hundred random bodies end in pages or problems with a place in the file", () => {
  for (let seed = 0; seed < 300; seed += 1) assertReadable({ "themas/x.md": page("", textOf(markdownBits, seed)) }, seed);
});

const deep: readonly (readonly [what: string, text: string])[] = [
  ["brackets in front matter", `---\na: ${"[".repeat(100_000)}\n---\n`],
  ["maps in front matter", `---\n${Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")}\n---\n`],
  ["open citations", page("", "[@".repeat(100_000))],
  ["citations to nothing", page("", "[@x] ".repeat(20_000))],
  ["quotes in quotes", page("", "> ".repeat(50_000))],
  ["links to nothing", page("", "[a](x.md) ".repeat(20_000))],
  ["rows of a table", page("", `| a |\n|---|\n${"| [x](y.md) |\n".repeat(10_000)}`)],
];

for (const [what, text] of deep) {
  // What is read over and over takes minutes, and the gate ends a suite that does.
  test(`${what} by the thousand are read`, () => {
    assertReadable({ "themas/x.md": text }, 0);
  });
}

test.run();
