import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { list, mend } from "../plugins/output.ts";

const eleventy = fileURLToPath(new URL("../node_modules/@11ty/eleventy/cmd.cjs", import.meta.url));
const steps = new URL("../plugins/steps.ts", import.meta.url).href;
const folders: string[] = [];

test.after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A site of two pages and a file, with the steps given as the body of a config. */
function project(body = "addStep(config, 'search', () => {});"): string {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  folders.push(folder);
  const config = `import { existsSync, appendFileSync } from "node:fs";
import { addStep } from ${JSON.stringify(steps)};
export default function (config) {
  config.addPassthroughCopy("robots.txt");
  ${body}
}
`;
  writeAll(folder, { "eleventy.config.ts": config, "a.md": "# Een", "z.md": "# Twee", "robots.txt": "User-agent: *\n" });
  return folder;
}

function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

interface Run {
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

function start(folder: string, ...more: readonly string[]): Run {
  const args = ["--import", import.meta.resolve("tsx"), eleventy, "--config=eleventy.config.ts", ...more];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, output }))) };
}

async function build(folder: string, ...more: readonly string[]): Promise<string> {
  const { code, output } = await start(folder, ...more).ended;
  assert.is(code, 0, output);
  return output;
}

/** Every file of a folder with its text. */
const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(list(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]));

const siblingsIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith("._site"));

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 300) throw new Error(`waited 15 s for ${isTrue}`);
    await delay(50);
  }
}

test("a build ends with a plain folder, all of it and nothing beside it", async () => {
  const folder = project();
  await build(folder);
  assert.equal(list(join(folder, "_site")), ["a/index.html", "robots.txt", "z/index.html"]);
  assert.equal(siblingsIn(folder), []);
});

test("a page that is gone from the input is gone from the output", async () => {
  const folder = project();
  await build(folder);
  rmSync(join(folder, "z.md"));
  await build(folder);
  assert.equal(list(join(folder, "_site")), ["a/index.html", "robots.txt"]);
});

const faults: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["a layout throws on the last page", { "z.11ty.js": "export default () => { throw new Error('stuk'); };" }],
  ["a step throws", { "eleventy.config.ts": `import { addStep } from ${JSON.stringify(steps)};\nexport default (config) => addStep(config, "cdn", () => { throw new Error("stuk"); });` }],
  ["the process is killed in a step", { "eleventy.config.ts": `import { addStep } from ${JSON.stringify(steps)};\nexport default (config) => addStep(config, "cdn", () => process.kill(process.pid, "SIGKILL"));` }],
];
for (const [fault, files] of faults) {
  test(`when ${fault}, the last good output stands, and the next build is whole`, async () => {
    const folder = project();
    await build(folder);
    const before = contentOf(join(folder, "_site"));
    const config = readFileSync(join(folder, "eleventy.config.ts"), "utf8");
    writeAll(folder, { "a.md": "# Anders", ...files });
    const { code, output } = await start(folder).ended;
    assert.is.not(code, 0, output);
    assert.equal(contentOf(join(folder, "_site")), before);
    rmSync(join(folder, "z.11ty.js"), { force: true });
    writeAll(folder, { "eleventy.config.ts": config });
    await build(folder);
    assert.match(contentOf(join(folder, "_site"))["a/index.html"] ?? "", "Anders");
    assert.equal(siblingsIn(folder), []);
  });
}

const killed: readonly (readonly [string, readonly string[], string])[] = [
  ["between the two renames", ["._site.last", "._site.next"], "._site.next"],
  ["before the old output was thrown away", ["._site.last", "_site"], "_site"],
  ["between the renames, the new output being gone since", ["._site.last"], "._site.last"],
  ["before the first rename", ["._site.next", "_site"], "_site"],
];
for (const [moment, present, wins] of killed) {
  test(`killed ${moment}, the output is what stood in ${wins}`, () => {
    const folder = project();
    for (const name of present) writeAll(folder, { [`${name}/index.html`]: name });
    mend(join(folder, "_site"));
    assert.equal(contentOf(join(folder, "_site")), { "index.html": wins });
    assert.not(existsSync(join(folder, "._site.last")));
  });
}

test("a kill between the renames is mended by the next command, also by one that fails", async () => {
  const folder = project();
  await build(folder);
  cpSync(join(folder, "_site"), join(folder, "._site.next"), { recursive: true });
  renameSync(join(folder, "_site"), join(folder, "._site.last"));
  writeAll(folder, { "z.11ty.js": "export default () => { throw new Error('stuk'); };" });
  assert.is.not((await start(folder).ended).code, 0);
  assert.equal(list(join(folder, "_site")), ["a/index.html", "robots.txt", "z/index.html"]);
  assert.not(existsSync(join(folder, "._site.last")));
});

test("of two builds at once the second refuses and names the first, which ends well", async () => {
  const folder = project(`addStep(config, "search", async () => {
    appendFileSync("here", "");
    while (!existsSync("go")) await new Promise((resolve) => setTimeout(resolve, 20));
  });`);
  const first = start(folder);
  await until(() => existsSync(join(folder, "here")));
  const second = await start(folder).ended;
  assert.is(second.code, 1);
  assert.match(second.output, `wegwijzer: process ${first.child.pid} is building into _site; wait for it to end, or end it, and build again`);
  writeAll(folder, { go: "" });
  const { code, output } = await first.ended;
  assert.is(code, 0, output);
  assert.equal(list(join(folder, "_site")), ["a/index.html", "robots.txt", "z/index.html"]);
});

test("a server writes elsewhere and leaves the output alone", async () => {
  const folder = project();
  await build(folder);
  const before = contentOf(join(folder, "_site"));
  writeAll(folder, { "a.md": "# Anders" });
  const server = start(folder, "--serve", "--port=0");
  await until(() => existsSync(join(folder, "._site.serve/z/index.html")) && existsSync(join(folder, "._site.serve/a/index.html")));
  assert.match(contentOf(join(folder, "._site.serve"))["a/index.html"] ?? "", "Anders");
  server.child.kill();
  await server.ended;
  assert.equal(contentOf(join(folder, "_site")), before);
});

test("a server keeps writing to one folder when files and its config change", async () => {
  const folder = project("config.addPassthroughCopy('look.css'); config.addWatchTarget('look.css'); addStep(config, 'search', () => {});");
  const styleIs = (style: string) => (): boolean => contentOf(join(folder, "._site.serve"))["look.css"] === style;
  writeAll(folder, { "look.css": "1" });
  const server = start(folder, "--serve", "--port=0");
  await until(styleIs("1"));
  // A change before the watcher is ready would be missed.
  await until(() => server.output().includes("Server at"));
  for (const style of ["2", "3"]) {
    writeAll(folder, { "look.css": style });
    await until(styleIs(style));
  }
  const config = readFileSync(join(folder, "eleventy.config.ts"), "utf8");
  writeAll(folder, { "eleventy.config.ts": config.replace("robots.txt", "other.txt"), "other.txt": "new" });
  await until(() => existsSync(join(folder, "._site.serve/other.txt")));
  server.child.kill();
  await server.ended;
  assert.equal(siblingsIn(folder), ["._site.serve"], server.output());
});

test("steps run in the order of the table, whatever the order of the plugins", async () => {
  const folder = project(["cdn", "search", "offline", "fingerprint"]
    .map((name) => `addStep(config, "${name}", async () => { await null; appendFileSync("order", "${name} "); });`)
    .join("\n"));
  await build(folder);
  assert.is(readFileSync(join(folder, "order"), "utf8"), "search fingerprint offline cdn ");
});

test("a step knows every page with its address and the prefix of the site", async () => {
  const folder = project(`addStep(config, "search", ({ pages, pathPrefix }) => appendFileSync("seen", [pathPrefix, ...pages.map(({ url }) => url)].join(" ")));`);
  await build(folder, "--pathprefix=wegwijzer");
  assert.is(readFileSync(join(folder, "seen"), "utf8"), "/wegwijzer/ /a/ /z/");
});

test("a plugin that is added twice is refused", async () => {
  const folder = project("for (const twice of [1, 2]) addStep(config, 'search', () => {});");
  const { code, output } = await start(folder).ended;
  assert.is(code, 1);
  assert.match(output, 'wegwijzer: the plugin "search" was added twice; add it once');
});

test("the output may be any folder of its own, given on the command line", async () => {
  const folder = project();
  const elsewhere = project();
  await build(folder, "--output=public/site/");
  assert.equal(list(join(folder, "public")), ["site/a/index.html", "site/robots.txt", "site/z/index.html"]);
  await build(folder, `--output=${join(elsewhere, "site")}`);
  assert.equal(list(join(elsewhere, "site")).filter((file) => file.startsWith("a/") || file.startsWith("z/")), ["a/index.html", "z/index.html"]);
});

test("a build into the project's own folder is refused: switching would throw its sources away", async () => {
  const folder = project();
  const { code, output } = await start(folder, "--output=.").ended;
  assert.is(code, 1);
  assert.match(output, 'wegwijzer: the output folder is "." and holds what the site is made from, expected a folder of its own such as "_site"');
  assert.ok(existsSync(join(folder, "a.md")));
});

test.run();
