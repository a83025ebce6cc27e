/** The command \`check\`: the kinds come from the site's own config, and no page is built. */
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkCommand } from "../../plugins/content/check.ts";
import { project, removeProjects, write } from "./eleventySite.ts";
import type { Problem } from "../../src/problem.ts";
import { fixtures } from "./smallSite.ts";

const kindsFile = new URL("./smallSite.ts", import.meta.url).href;

/** Calls of every kind that a config may hold. */
const config = `
  const { kinds } = await import(${JSON.stringify(kindsFile)});
  config.setServerOptions({ port: 8080 });
  config.addPassthroughCopy({ "site/beeld": "beeld" });
  config.ignores.add("x");
  config.nunjucks.environment.on("x", () => {}).addFilter("y");
  config.on("eleventy.after", () => { throw new Error("no build here"); });
  config.addPlugin(function other() { throw new Error("no other plugin either"); });
  config.addPlugin(content, { kinds, language: "nl" });
`;

test.after(removeProjects);

async function checked(overlay: string, ...args: readonly string[]): Promise<{ code: number; printed: string; folder: string }> {
  const folder = project({}, config);
  for (const name of ["sound", overlay]) cpSync(join(fixtures, name), join(folder, "site"), { recursive: true });
  const before = process.cwd();
  const { log } = console;
  let printed = "";
  process.chdir(folder);
  console.log = (text: unknown) => (printed += `${String(text)}\n`);
  try {
    return { code: await checkCommand(args), printed, folder };
  } finally {
    console.log = log;
    process.chdir(before);
  }
}

test("a sound site ends with 0, says how many pages it has, and writes nothing", async () => {
  const { code, printed, folder } = await checked("sound", "--config=eleventy.config.mjs");
  assert.is(code, 0);
  assert.is(printed, "9 pages, 0 problems\n");
  assert.not.ok(existsSync(join(folder, "_site")));
});

test("from the sources it runs as one bundle, made anew only when a file of it has changed", () => {
  const listing = ".cache/run/inputs.json";
  const checkedSite = (): string => spawnSync(process.execPath, ["plugins/run.mjs", "check"], { encoding: "utf8" }).stdout;
  assert.match(checkedSite(), /^\d+ pages, 0 problems\n$/);
  const made = readFileSync(listing, "utf8");
  writeFileSync(listing, made.replace(/("src\/problem\.ts":")\d+/, "$10"));
  assert.match(checkedSite(), /^\d+ pages, 0 problems\n$/);
  assert.is(readFileSync(listing, "utf8").match(/"src\/problem\.ts":"[^"]*"/)?.[0], made.match(/"src\/problem\.ts":"[^"]*"/)?.[0]);
  assert.ok(Object.keys(JSON.parse(made) as object).includes("site/kinds.ts"));
});

test("a broken site ends with 1", async () => {
  const { code, printed } = await checked("five-faults");
  assert.is(code, 1);
  assert.is(printed, readFileSync(join(fixtures, "five-faults.txt"), "utf8"));
});

test("hints are told when asked for, and the exit code stays 0", async () => {
  const { code, printed } = await checked("sound", "--hints");
  assert.is(code, 0);
  assert.match(printed, /unlinked-page: tip: verwacht een pagina waar een andere pagina naartoe leidt/);
});

test("programs read the problems as JSON", async () => {
  const { printed } = await checked("five-faults", "--json");
  const { problems } = JSON.parse(printed) as { readonly problems: readonly Problem[] };
  assert.equal(problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`), [
    "3:16 invalid-value",
    "4:15 unknown-reference",
    "6:10 unknown-source",
    "5:21 broken-link",
    "4:1 unknown-key",
  ]);
});

test("with --watch a change is told when it is saved, until it is told to stop", async () => {
  const folder = project({}, config);
  cpSync(join(fixtures, "sound"), join(folder, "site"), { recursive: true });
  const before = process.cwd();
  const { log } = console;
  const stop = new AbortController();
  const printed: string[] = [];
  process.chdir(folder);
  // Each end of a round has an answer: mend nothing, break a page, stop.
  const steps = [() => writeFileSync(join(folder, "site/themas/water.md"), "---\ntitel: W\n---\n"), () => stop.abort()];
  console.log = (text: unknown) => {
    printed.push(String(text));
    if (String(text).endsWith("check: end") && (steps.length > 1 || printed.some((line) => line.includes("missing-value")))) steps.shift()?.();
  };
  try {
    assert.is(await checkCommand(["--watch"], undefined, stop.signal), 1);
  } finally {
    console.log = log;
    process.chdir(before);
  }
  assert.equal(printed.slice(0, 4), ["wegwijzer check: begin", "9 pages, 0 problems", "wegwijzer check: end", "wegwijzer check: begin"]);
  assert.match(printed.join("\n"), "site/themas/water.md:1:1 missing-value");
});

test("a config that is not there is named", async () => {
  await checked("sound", "--config=weg.js").then(
    () => assert.unreachable(),
    (error: unknown) => assert.match(String(error), "content: no Eleventy config found (weg.js); name it with --config"),
  );
});

test("a config without the plugin is told so", async () => {
  const folder = project({}, "");
  write(folder, {});
  const before = process.cwd();
  process.chdir(folder);
  try {
    await checkCommand([]).then(() => assert.unreachable(), (error: unknown) => assert.match(String(error), "does not add the content plugin"));
  } finally {
    process.chdir(before);
  }
});

test.run();
