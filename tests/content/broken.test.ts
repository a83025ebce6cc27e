/** Sites with one fault each, and one with five: what an editor reads, from \`check\` and from a build. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { check } from "../../plugins/content/check.ts";
import { formatReport } from "../../src/content/report.ts";
import { build, plainLayout, project, removeProjects } from "./eleventySite.ts";
import { copyOfSite, fixtures, kinds, remove } from "./smallSite.ts";
import type { Problem } from "../../src/problem.ts";

/** A line with the name of a folder in \`broken/\`, then one with its problem. */
const expected = readFileSync(join(fixtures, "broken.txt"), "utf8").trimEnd().split("\n");
const names = expected.filter((line) => !line.startsWith(" "));

test.after(removeProjects);

async function problemsOf(overlay?: string, language: "en" | "nl" = "en"): Promise<readonly Problem[]> {
  const folder = copyOfSite(...(overlay === undefined ? [] : [overlay]));
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { problems } = await check({ kinds, language, input: "site", copies: { "site/beeld": { outputPath: true } } });
    return problems;
  } finally {
    process.chdir(before);
    remove(folder);
  }
}

test("the sound site has no problem", async () => {
  assert.equal(await problemsOf(), []);
});

test("every broken site is in the table", () => {
  assert.equal(readdirSync(join(fixtures, "broken")), names);
});

for (const name of names) {
  const line = expected[expected.indexOf(name) + 1]?.trim() ?? "";
  test(`${name} is told as ${line}`, async () => {
    assert.is(formatReport(await problemsOf(`broken/${name}`), "en"), `${line}\n1 problem in 1 file`);
  });
}

test("five faults in three files are one report of five lines, by file, line and column", async () => {
  const problems = await problemsOf("five-faults", "nl");
  assert.equal(formatReport(problems, "nl").split("\n"), readFileSync(join(fixtures, "five-faults.txt"), "utf8").trimEnd().split("\n"));
});

test("a real build fails once with the same report, and leaves the last good output", async () => {
  const kindsFile = new URL("./smallSite.ts", import.meta.url).href;
  const folder = project({ "_site/index.html": "good" }, `
    const { kinds } = await import(${JSON.stringify(kindsFile)});
    config.addPassthroughCopy("site/beeld");
    config.addPlugin(content, { kinds, language: "nl" });
  `);
  for (const overlay of ["sound", "five-faults"]) cpSync(join(fixtures, overlay), join(folder, "site"), { recursive: true });
  writeFileSync(join(folder, "site/_includes/page.11ty.js"), plainLayout);
  const { output, report } = await build(folder);
  assert.is(report.trimEnd(), readFileSync(join(fixtures, "five-faults.txt"), "utf8").trimEnd());
  assert.equal(output, { "index.html": "good" });
});

test.run();
