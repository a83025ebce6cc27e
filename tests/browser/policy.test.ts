/**
 * The site under the policy that its own build wrote: a browser that obeys it shows every page whole.
 *
 * What a policy stops is told by the page itself, as an event, and fails the test.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { hostingName, parseHosting } from "../../src/cdn/hosting.ts";
import { headersOf } from "../../src/cdn/headerRules.ts";
import { list } from "../../plugins/output.ts";
import { serve, type TestServer } from "../serve.ts";
import { builtOnce } from "../site/builtSite.ts";
import { launch } from "./launch.ts";

let output = "";
let server: TestServer;
let browser: Browser;
let page: Page;
const stopped: string[] = [];

test.before(async () => {
  output = await builtOnce();
  const hosting = parseHosting(readFileSync(join(output, hostingName), "utf8"));
  server = await serve(output, { headers: (path) => headersOf(path.slice(1).replace(/(^|\/)$/, "$1index.html"), hosting) });
  browser = await launch();
  page = await browser.newPage();
  await page.exposeFunction("tellStopped", (what: string) => stopped.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { tellStopped } = window as unknown as { tellStopped(what: string): void };
      tellStopped(`${location.pathname}: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`);
    });
  });
});
test.after(async () => {
  await browser.close();
  await server.close();
});

/** The first page of each folder, by each depth: every layout is among them. */
function pagesOfEachKind(): readonly string[] {
  const urls = list(output).filter((path) => path.endsWith("index.html")).map((path) => `/${path.replace(/index\.html$/, "")}`);
  return [...new Map(urls.map((url) => [`${url.split("/")[1]} ${url.split("/").length}`, url])).values()];
}

test("a browser that obeys the policy stops nothing on a page of any kind, and each has its styles", async () => {
  const urls = [...pagesOfEachKind(), "/404.html"];
  assert.ok(urls.length > 20, urls.join(" "));
  const plain: string[] = [];
  for (const url of urls) {
    await page.goto(new URL(url, server.url).href, { waitUntil: "load" });
    const margin = await page.evaluate(() => getComputedStyle(document.body).getPropertyValue("--ww-font-size-m"));
    if (margin === "") plain.push(url);
  }
  assert.equal(plain, []);
  assert.equal(stopped, []);
});

test("searching works under the policy, and fetches nothing that is stopped", async () => {
  await page.goto(new URL("/", server.url).href);
  await page.keyboard.press("/");
  await page.keyboard.type("transitie");
  await page.locator('[role="option"]').first().waitFor();
  assert.equal(stopped, []);
});

test("fonts and pictures come by the names that hold their hash", () => {
  const asked = server.requests.map(({ path }) => path);
  assert.ok(asked.some((path) => /\/fonts\/overpass\.[0-9a-f]{10}\.woff2$/.test(path)));
  assert.ok(asked.some((path) => /\/pictures\/handleiding-\w+\.[0-9a-f]{10}\.svg$/.test(path)));
  assert.equal(server.requests.filter(({ status }) => status >= 400), []);
});

test.run();
