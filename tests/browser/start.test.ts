/**
 * `npm start` as an editor and a maintainer use it: a copy of this very site, served by the script of
 * package.json, with a page open in a browser while files change.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { launch } from "./launch.ts";

interface State {
  folder: string;
  server: ChildProcess;
  said: string;
  url: string;
  browser: Browser;
  page: Page;
}
const state = { said: "" } as State;
const root = fileURLToPath(new URL("../../", import.meta.url));
const RELOAD_LIMIT_MS = 20_000;

test.before(async () => {
  // Not below `.cache/`: what lies in a hidden folder is not watched.
  state.folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  for (const name of ["site", "src", "plugins", "eleventy.config.ts", "package.json", "tsconfig.json"]) {
    cpSync(join(root, name), join(state.folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(state.folder, "node_modules"), "junction");
  const port = await freePort();
  state.url = `http://localhost:${port}/`;
  state.server = start(state.folder, port);
  state.browser = await launch();
  state.page = await state.browser.newPage();
});
test.after(async () => {
  await state.browser?.close();
  const ended = new Promise((resolve) => state.server.once("close", resolve));
  state.server.kill();
  await ended;
  rmSync(state.folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The script of package.json, word for word. */
function start(folder: string, port: number): ChildProcess {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts: { start: string } };
  const [command, ...args] = scripts.start.split(" ");
  assert.is(command, "tsx");
  const server = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), ...args, `--port=${port}`], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk: Buffer) => (state.said += chunk.toString()));
  return server;
}

test("it builds, serves and prints its address", async () => {
  for (let waited = 0; !state.said.includes(`Server at ${state.url}`); waited += 100) {
    assert.ok(waited < 60_000, `after a minute it has said:\n${state.said}`);
    await delay(100);
  }
  const answer = await state.page.goto(state.url);
  assert.is(answer?.status(), 200);
});

test("a worker that was stored from this address removes itself, and no page brings it back", async () => {
  const worker = await fetch(`${state.url}service-worker.js`);
  assert.match(await worker.text(), "unregister()");
  assert.is(await state.page.locator("script[data-wegwijzer-page]").count(), 0);
});

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(state.folder, file);
  const text = readFileSync(path, "utf8");
  assert.is.not(change(text), text, `${file} does not hold what this test changes`);
  writeFileSync(path, change(text));
};

const changes: readonly (readonly [what: string, file: string, change: (text: string) => string, isSeen: string])[] = [
  ["Markdown", "site/themas/energie.md", (text) => `${text}\n\nDit is een proefzin.\n`, `document.body.innerText.includes("Dit is een proefzin.")`],
  ["a layout", "site/_includes/thema.11ty.tsx", (text) => text.replace(/<\/(Article|Document)>/, `<p id="proef">Proef</p></$1>`), `document.querySelector("#proef")`],
  ["a part of a layout", "site/_includes/shell/document.tsx", (text) => text.replace("<main ", `<main title="proef" `), `document.querySelector("main").title === "proef"`],
  ["a style", "site/styles/base.css", (text) => `${text}\nmain { outline: 3px solid rgb(1, 2, 3); }\n`, `getComputedStyle(document.querySelector("main")).outlineColor === "rgb(1, 2, 3)"`],
  ["a style, a second time", "site/styles/base.css", (text) => text.replace("rgb(1, 2, 3)", "rgb(3, 2, 1)"), `getComputedStyle(document.querySelector("main")).outlineColor === "rgb(3, 2, 1)"`],
  ["plugin code", "plugins/steps.ts", (text) => `${text}\n// A comment.\n`, `performance.timeOrigin > Number(sessionStorage.getItem("origin"))`],
  ["Markdown, after all that", "site/themas/energie.md", (text) => text.replace("een proefzin", "een tweede proefzin"), `document.body.innerText.includes("een tweede proefzin")`],
];
for (const [what, file, change, isSeen] of changes) {
  test(`an open page shows a change of ${what}`, async () => {
    await state.page.goto(`${state.url}themas/energie/`);
    await state.page.evaluate(`sessionStorage.setItem("origin", performance.timeOrigin)`);
    // Eleventy's script connects after the page has loaded, and what changes before is not told to it.
    await delay(500);
    edit(file, change);
    const seen = await state.page.waitForFunction(isSeen, undefined, { timeout: RELOAD_LIMIT_MS }).then(() => "seen", String);
    assert.is(seen, "seen", state.said.slice(-2000));
  });
}

test.run();
