/** A page in which somebody searches all day: what is kept between questions is bounded. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../search/random.ts";
import { serve } from "../serve.ts";
import { launch } from "./launch.ts";
import { writeSearchSite } from "./searchSite.ts";

const most = 2_000_000;

/** Words enough for many shards, and a page for each; a site of a few pages would fit into memory whole. */
function manyPages(): Record<string, readonly [string, string]> {
  const next = random(21);
  const word = (): string => Array.from({ length: 2 + next(3) }, () => ["ver", "wa", "ter", "zon", "gie", "lo", "pen", "stad", "mo", "len"][next(10)]).join("");
  return Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`/p${at}/`, [`${word()} ${at}`, Array.from({ length: 80 }, word).join(" ")] as const]));
}

test("1,000 questions typed in one page leave it no more than 2 MB larger", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wegwijzer-"));
  const pages = manyPages();
  await writeSearchSite(folder, "/", pages);
  // From the browser's cache after the first time: it is memory that is measured, not the way.
  const server = await serve(folder, { headers: () => ({ "Cache-Control": "max-age=3600" }) });
  const browser = await launch();
  try {
    const context = await browser.newContext();
    // A reader who never rests: a thousand rests would take minutes.
    await context.addInitScript("{ const later = setTimeout; globalThis.setTimeout = (call, ms, ...rest) => later(call, 0, ...rest); }");
    const page = await context.newPage();
    await page.goto(server.url);
    await page.keyboard.press("/");
    await page.locator("[role=combobox]:focus").waitFor();
    const devtools = await context.newCDPSession(page);
    const usedBytes = async (): Promise<number> => {
      for (let turn = 0; turn < 3; turn++) await devtools.send("HeapProfiler.collectGarbage");
      return (await devtools.send("Runtime.getHeapUsage")).usedSize;
    };
    const questions = Object.values(pages).flatMap(([title, text]) => [title, ...text.split(" ").slice(0, 9)]).slice(0, 1200);
    const ask = (some: readonly string[]): Promise<number> => page.evaluate(async (some) => {
      const root = document.querySelector("body > div")?.shadowRoot;
      const field = root?.querySelector("input");
      if (!root || !field) throw new Error("no dialog");
      let answered = 0;
      for (const text of some) {
        const drawn = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!root.querySelector(".ww-note p")) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(root, { childList: true, subtree: true });
        });
        field.value = text;
        field.dispatchEvent(new InputEvent("input"));
        await drawn;
        answered++;
      }
      return answered;
    }, some);
    // What comes once (code, the table of characters, a full cache) comes with the first.
    await ask(questions.slice(0, 200));
    const before = await usedBytes();
    assert.is(await ask(questions.slice(200)), 1000);
    const grown = (await usedBytes()) - before;
    assert.ok(grown <= most, `the page grew by ${grown} B, expected at most ${most} B`);
    await context.close();
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.run();
