/**
 * A reader with a browser of their own, who remembers everything that was shown.
 *
 * What they see is compared with what one release holds: text, styles, scripts and index of a page must
 * be of one and the same, and no page may be a stranger's.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { FaultHost } from "./faultServer.ts";
import type { SmallRelease } from "./releases.ts";

/** What one page showed; each names a release, or is empty. */
export interface Seen {
  readonly path: string;
  readonly text: string;
  readonly script: string;
  readonly hashed: string;
  readonly style: string;
}

export interface Reader {
  readonly context: BrowserContext;
  readonly host: FaultHost;
  readonly console: string[];
  page: Page;
}

/** Longer than any good answer takes; a test never waits for it to pass. */
export const PATIENCE_MS = 60_000;
/** For what waits on a connection that hangs: the worker gives one up after a while, and tries again. */
export const SLOW_MS = 90_000;

export async function openReader(browser: Browser, host: FaultHost, options: BrowserContextOptions = {}): Promise<Reader> {
  return readerIn(await browser.newContext({ viewport: { width: 800, height: 600 }, ...options }), host);
}

export async function readerIn(context: BrowserContext, host: FaultHost): Promise<Reader> {
  context.setDefaultTimeout(PATIENCE_MS);
  const said: string[] = [];
  context.on("console", (message) => said.push(message.text()));
  return { context, host, console: said, page: await context.newPage() };
}

/** Goes to an address as a link does. @returns What is shown, or undefined when nothing came. */
export async function visit({ page, host }: Pick<Reader, "page" | "host">, path = ""): Promise<Seen | undefined> {
  try {
    await page.goto(host.url + path, { waitUntil: "load" });
  } catch (error) {
    if (!/net::|NS_ERROR|interrupted/.test(String(error))) throw error;
    return undefined;
  }
  return look(page);
}

/** Goes to an address and waits for no more than the first byte: the rest may never come. */
export const glimpse = ({ page, host }: Pick<Reader, "page" | "host">): Promise<void> => page.goto(host.url, { waitUntil: "commit" }).then(() => undefined, () => undefined);

/** What the page that is open shows; runs in it. */
export const shown = (): Seen => {
  const { script = "", hashed = "" } = document.documentElement.dataset;
  return {
    path: location.pathname,
    text: document.querySelector("#release")?.textContent ?? document.title,
    script,
    hashed,
    style: getComputedStyle(document.documentElement).getPropertyValue("--release").trim(),
  };
};
export const look = (page: Page): Promise<Seen> => page.evaluate(shown);

/** The one release that all of a page is of; else an error that tells the mix. */
export function releaseOfPage(seen: Seen | undefined): string {
  if (!seen) throw new Error("nothing was shown");
  const { text, script, hashed, style } = seen;
  if (text === "" || [script, hashed, style].some((part) => part !== text)) throw new Error(`a mixed, broken or foreign page was shown: ${JSON.stringify(seen)}`);
  return text;
}

/** A new tab; the one before stays as it is. */
export async function newTab(reader: Reader): Promise<Page> {
  reader.page = await reader.context.newPage();
  return reader.page;
}

/** Closes every tab but a new one. */
export async function onlyNewTab(reader: Reader): Promise<Page> {
  const old = reader.context.pages();
  await newTab(reader);
  await Promise.all(old.map((page) => page.close()));
  return reader.page;
}

/** Nothing may answer but what is stored: the host is dead, and what the browser kept on its own is gone. */
export async function goOffline(reader: Reader): Promise<void> {
  const session = await reader.context.newCDPSession(reader.page);
  await session.send("Network.clearBrowserCache");
  await session.detach();
  await reader.host.die();
}

/** Pages that tell: the first, the one that faults are tried on, one that only this release has. */
const tellingPages = ({ pages }: SmallRelease): readonly string[] => pages.filter((path) => !/^(onderwerp-[^3]|zoeken)/.test(path));

/**
 * Fetches every file of a release, and opens the pages that tell, with a dead host.
 *
 * @returns What is wrong; empty when the release is whole.
 */
export async function faultsOffline(reader: Reader, release: SmallRelease, pages = tellingPages(release)): Promise<readonly string[]> {
  await goOffline(reader);
  const faults: string[] = [];
  for (const path of pages) {
    try {
      const name = releaseOfPage(await visit(reader, path));
      if (name !== release.name) faults.push(`/${path} is of ${name}`);
    } catch (error) {
      faults.push(`/${path}: ${(error as Error).message}`);
    }
  }
  faults.push(...(await wrongFiles(reader, release).catch((error: Error) => [error.message])));
  await reader.host.revive();
  return faults;
}

/** What is told of a tab may stand apart from the release: the worker itself, and pages of the host. */
const apart = /^(service-worker\.js|robots\.txt|404\.html|sitemap\.xml)$/;

async function wrongFiles({ page, host }: Reader, { files, folder }: SmallRelease): Promise<readonly string[]> {
  const wanted = files.filter(({ path }) => !apart.test(path));
  const hashes = await page.evaluate(async (addresses) => Promise.all(addresses.map(async (address) => {
    try {
      const response = await fetch(address);
      const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
      return `${response.status} ${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    } catch {
      return "no answer";
    }
  })), wanted.map(({ path }) => host.url + path.replace(/(^|\/)index\.html$/, "$1")));
  return wanted.flatMap(({ path }, at) => {
    const good = `200 ${createHash("sha256").update(readFileSync(join(folder, path))).digest("hex")}`;
    return hashes[at] === good ? [] : [`${path}: ${hashes[at]?.slice(0, 12)}`];
  });
}

/** Asks the search of the page that is open. @returns The texts of its results. */
export async function ask({ page }: Reader, question: string): Promise<string> {
  await page.keyboard.press("/");
  const field = page.locator("dialog[open] .ww-field");
  await field.fill(question);
  await page.locator(".ww-note p").first().waitFor();
  const answer = await page.locator("dialog[open]").innerText();
  await page.locator("dialog[open]").evaluate((dialog) => (dialog as HTMLDialogElement).close());
  return answer;
}
