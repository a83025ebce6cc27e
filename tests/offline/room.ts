/**
 * What every test of offline stands in: three releases, a browser, a host that breaks and a stranger's.
 *
 * Each test has a host and a reader of its own: nothing that one has stored or broken is seen by another.
 */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { suite, type Test } from "uvu";
import { launch } from "../browser/launch.ts";
import { type FaultHost, openFaultHost } from "./faultServer.ts";
import { openReader, type Reader, visit } from "./reader.ts";
import { buildReleases, type SiteOptions, type SmallRelease, type SmallSite } from "./releases.ts";
import { keepStates, stored } from "./stored.ts";

export interface Room {
  site: SmallSite;
  browser: Browser;
  /** Serves `alfa` until it is told otherwise. */
  host: FaultHost;
  /** Another origin: a captive portal that lets everybody read it. */
  stranger: FaultHost;
  reader: Reader;
}

/** Builds and starts what all tests of a file share, and what each has for its own. */
function furnish(test: Test<Room>, room: Room, { browserOptions, ...options }: SiteOptions & { readonly browserOptions?: BrowserContextOptions } = {}): void {
  test.before(async () => {
    room.site = await buildReleases(options);
    room.browser = await launch();
  });
  test.after(async () => {
    await room.browser?.close();
    room.site?.remove();
  });
  test.before.each(async () => {
    room.host = await openFaultHost(room.site.releases.alfa.folder, options.pathPrefix);
    room.stranger = await openFaultHost(room.site.releases.bravo.folder);
    room.stranger.always({ "Access-Control-Allow-Origin": "*" });
    room.stranger.break({ kind: "portal" });
    room.reader = await openReader(room.browser, room.host, browserOptions);
    await keepStates(room.reader);
  });
  test.after.each(async () => {
    await room.reader.context.close();
    await Promise.all([room.host.close(), room.stranger.close()]);
  });
}

/**
 * A suite in such a room. A proof takes long, so each failure is told at once, and the environment's
 * `WEGWIJZER_ONLY` names, by a pattern, the tests that run.
 */
export function suiteIn(name: string, room: Room, options: SiteOptions & { readonly browserOptions?: BrowserContextOptions } = {}): Test<Room> {
  const test = suite<Room>(name, room);
  furnish(test, room, options);
  const only = new RegExp(process.env["WEGWIJZER_ONLY"] ?? "");
  const add = (title: string, prove: () => Promise<void>): void => {
    if (!only.test(title)) return test.skip(title);
    test(title, () => prove().catch((error: unknown) => {
      console.log(`\nFAIL ${title}\n     ${error instanceof Error ? `${error.message}\n${String((error as { details?: string }).details ?? "")}` : String(error)}`);
      throw error;
    }));
  };
  return Object.assign(add as Test<Room>, test);
}

/** A first visit, with its background work done: the site is on the device. */
export async function install({ reader, host }: Pick<Room, "reader" | "host">, release: SmallRelease): Promise<void> {
  host.release(release.folder);
  await visit(reader);
  await stored(reader, release);
}
