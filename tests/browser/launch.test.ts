import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { serve, type TestServer } from "../serve.ts";
import { launch } from "./launch.ts";

interface State {
  folder: string;
  server: TestServer;
  browser: Browser;
}
const state = {} as State;

test.before(async () => {
  state.folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  mkdirSync(join(state.folder, "pagina"));
  writeFileSync(join(state.folder, "index.html"), "<!doctype html><html lang=nl><title>Café</title><script src=/klaar.js></script>");
  writeFileSync(join(state.folder, "klaar.js"), "document.documentElement.dataset.klaar = navigator.onLine;");
  writeFileSync(join(state.folder, "pagina/index.html"), "<!doctype html><title>Pagina</title><script src=https://example.org/x.js></script>");
  state.server = await serve(state.folder);
  state.browser = await launch();
});
test.after(async () => {
  await state.browser?.close();
  await state.server?.close();
  rmSync(state.folder, { recursive: true, force: true });
});

test("a real browser opens a page of this computer and runs its script", async () => {
  const context = await state.browser.newContext();
  const page = await context.newPage();
  await page.goto(state.server.url);
  assert.is(await page.title(), "Café");
  assert.is(await page.evaluate("document.documentElement.dataset.klaar !== undefined"), true);
  await context.close();
});

test("text has letters: the browser finds a font", async () => {
  const page = await state.browser.newPage();
  await page.setContent("<span style='font:100px sans-serif'>iiii</span><br><span style='font:100px sans-serif'>mmmm</span>");
  const widthOf = async (nth: number): Promise<number> => (await page.locator("span").nth(nth).boundingBox())?.width ?? 0;
  const [narrow, wide] = [await widthOf(0), await widthOf(1)];
  assert.ok(narrow > 0 && wide > 2 * narrow, `iiii is ${narrow} wide, mmmm ${wide}`);
  await page.close();
});

test("a page that asks for an address outside is told of when its context closes, and gets nothing", async () => {
  const context = await state.browser.newContext();
  const page = await context.newPage();
  const failures: string[] = [];
  page.on("requestfailed", (request) => failures.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.goto(`${state.server.url}pagina/`);
  assert.equal(failures, ["https://example.org/x.js net::ERR_NAME_NOT_RESOLVED"]);
  try {
    await context.close();
    assert.unreachable("closing should have thrown");
  } catch (error) {
    assert.match(String(error), "browser: a page asked for https://example.org/x.js; nothing outside this site may be asked for");
  }
});

test.run();
