/** Every case of the shared bad input: refused with a place, right, or without effect. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { build, project, removeProjects, write } from "./eleventySite.ts";
import type { File } from "./eleventySite.ts";

interface Case {
  readonly id: string;
  readonly expect: "reject" | "accept" | "neutral";
  readonly files: readonly { readonly path: string; readonly base64?: string; readonly symlink?: string; readonly generate?: string }[];
}

const cases = fileURLToPath(new URL("../../../shared/bad-input/cases.json", import.meta.url));
const front = "---\ntitle: P\n---\n";

/** Pathological pages, as the descriptions in the cases say. */
const generators: Readonly<Record<string, () => string>> = {
  "size-50mb": () => `${front}${"Lorem ipsum dolor sit amet, *consectetur* adipiscing [elit](/x/).\n\n".repeat(760_000)}`,
  "size-line-5mb": () => front + "woord ".repeat(870_000),
  "patho-emph-60k": () => front + "*".repeat(60_000) + "a".repeat(60_000),
  "patho-strong-emph": () => front + "*a **a ".repeat(10_000),
  "patho-quotes-50k": () => front + "> ".repeat(50_000),
  "patho-img-brackets": () => front + "![[]()".repeat(20_000),
  "patho-comment-open": () => `${front}</${"<!--".repeat(100_000)}`,
  "patho-backticks": () => front + Array.from({ length: 3000 }, (_, index) => `e${"`".repeat(index + 1)}`).join(""),
  "patho-dash-list-30k": () => front + "- ".repeat(45_000),
  "patho-angle-400k": () => front + "<".repeat(400_000),
  // The addresses lead nowhere, which is beside the point here.
  "patho-refs-many": () => front + Array.from({ length: 20_000 }, (_, index) => `[r${index}]: https://example.org/x${index}\n`).join("") + "\n[r0] [r19999]\n",
  "patho-deep-html": () => front + "<div>".repeat(50_000),
};

const PLACE_AND_RULE = /^site\/.+:\d+:\d+ [a-z0-9-]+: expected .+, got .+/m;

const verdicts: Readonly<Record<Case["expect"], (id: string, folder: string) => Promise<void>>> = {
  reject: async (id, folder) => {
    const { report } = await build(folder);
    assert.match(report, PLACE_AND_RULE, `${id} was not refused with a place`);
    assert.not.match(report, /^\s+at /m, "a report has no stack");
    assert.is(readFileSync(join(folder, "_site/last-good.html"), "utf8"), "good", "the last good output stands");
  },
  accept: async (id, folder) => {
    const { output, report } = await build(folder);
    assert.is(report, "", `${id} is legal`);
    const pages = Object.entries(output).filter(([file, text]) => file.endsWith(".html") && text.includes("<main>"));
    assert.is(pages.length, 2, `${id} is built beside the other page`);
    for (const [file] of pages) assert.match(file, /^[a-z0-9/.-]+$/, "addresses are plain");
  },
  neutral: async (id, folder) => {
    const { output, report } = await build(folder);
    if (report !== "") assert.match(report, PLACE_AND_RULE, id);
    const html = Object.values(output).join("\n");
    assert.not.match(html, /<img[^>]+onerror|href="(?:javascript|data|vbscript):|src="(?:javascript|data):|VERGIFTIGD/i);
    assert.not.match(html, /\b42\b/, "no template ran");
    assert.is(({} as Record<string, unknown>)["title2"] ?? ({} as Record<string, unknown>)["title3"], undefined, "nothing is polluted");
    assert.not.ok(existsSync(join(folder, "../ontsnapt")) || existsSync(join(folder, "ontsnapt")), "nothing is written outside");
    for (const trace of ["PWNED-fmjs", "PWNED-njk", "PWNED-ovr"]) assert.not.ok(existsSync(join(folder, trace)), "no code ran");
  },
};

function fileOf(id: string, { base64, symlink }: Case["files"][number]): File {
  if (symlink !== undefined) return { symlink };
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  const generate = generators[id];
  if (generate === undefined) throw new RangeError(`no generator for case ${id}; add one`);
  return generate();
}

const all: readonly Case[] = existsSync(cases) ? (JSON.parse(readFileSync(cases, "utf8")) as readonly Case[]) : [];

test.after(removeProjects);

for (const { id, expect, files } of all) {
  test(`${id}: ${expect}`, async () => {
    const folder = project({ "site/anders.md": "---\ntitle: Anders\n---\nTekst.\n", "_site/last-good.html": "good" });
    for (const file of files) write(folder, { [`site/${file.path}`]: fileOf(id, file) });
    await verdicts[expect](id, folder);
  });
}

// The cases are no part of the project: without them it must pass, and say by name what it did not try.
if (all.length === 0) test.skip("the cases of bad-input stand beside the project", () => undefined);

test.run();
