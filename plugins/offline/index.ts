/**
 * A plugin that stores a site on its readers' devices: one whole release at a time, verified.
 *
 * It takes what the other steps have written, names every file in a release manifest, and gives the
 * site a worker that believes nothing else.
 */
import { matcher, packsOf } from "../../src/offline/packs.ts";
import { offlinePart } from "../../src/offline/manifest.ts";
import { marks, offlineFolder, pagesName, workerName } from "../../src/offline/protocol.ts";
import type { Release } from "../../src/release.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { list, read, write } from "../output.ts";
import { hashOf, writeRelease } from "../release.ts";
import { addStep, prefixOf, type StepContext } from "../steps.ts";
import { addToHead, isPage } from "../tags.ts";
import { appManifest, appName } from "./app.ts";
import { type OfflineScripts, offlineScripts } from "./bundle.ts";
import { factsOf } from "./facts.ts";
import { checkPacks, type Options, type Settings, settingsOf } from "./options.ts";
import { pageList, plainPage } from "./pages.ts";

export type { AppOptions, Options } from "./options.ts";
export type { PackOption } from "../../src/offline/packs.ts";

export default function offline(config: EleventyConfig, userOptions: Options = {}): void {
  const settings = settingsOf(userOptions);
  const scripts = offlineScripts();
  // What is being written changes under its readers: bytes that are verified do not go with that.
  const isOn = (): boolean => settings.enabled && (process.env["ELEVENTY_RUN_MODE"] ?? "build") === "build";
  if (settings.script) {
    config.addTransform("wegwijzer/offline", async function (content) {
      return isOn() && isPage(this.page.outputPath) ? addToHead(content, offlineTags(await scripts, settings, prefixOf(config))) : content;
    });
  }
  addStep(config, "offline", async (context) => {
    const { worker, browser } = await scripts;
    const { folder, runMode } = context.output;
    write(folder, workerName, (isOn() ? worker["worker.js"] : worker["goodbye.js"]) ?? "");
    if (isOn()) writeOffline(context, settings, browser);
    else if (runMode === "build") writeRelease(folder);
  });
}
offline.eleventyPackage = "wegwijzer/offline";

/** What every page has in its head. */
export function offlineTags({ browser }: OfflineScripts, { app }: Options, prefix: string): string {
  const name = Object.keys(browser).find((script) => script.startsWith("page."));
  if (!name) throw new Error(`offline: no page script among ${Object.keys(browser).join(", ")}; build the package again`);
  return `${app ? `<link rel="manifest" href="${prefix}${appName}">` : ""}<script type="module" ${marks.page}="" src="${prefix}${offlineFolder}/${name}"></script>`;
}

function writeOffline({ output: { folder }, pathPrefix }: StepContext, settings: Settings, browser: OfflineScripts["browser"]): void {
  const { app, language, page, leaveOut } = settings;
  const fallback = page.slice(1).replace(/(^|\/)$/, "$1index.html");
  for (const [name, text] of Object.entries(browser)) write(folder, `${offlineFolder}/${name}`, text);
  if (app) write(folder, appName, appManifest(app, language, pathPrefix));
  if (!list(folder).includes(fallback)) write(folder, fallback, addToHead(plainPage(language, pathPrefix), offlineTags({ browser, worker: {} }, settings, pathPrefix)));
  namePages(folder);
  write(folder, `${offlineFolder}/${pagesName}`, pageList(folder, matcher(leaveOut)));
  writeRelease(folder, (release) => partOf(release, folder, pathPrefix, fallback, settings));
}

/** Each page by the hash of its text: a worker that comes later knows by it of which release the page is. */
function namePages(folder: string): void {
  const unnamed = `${marks.page}=""`;
  for (const path of list(folder).filter((name) => name.endsWith(".html"))) {
    const html = read(folder, path).toString("utf8");
    if (html.includes(unnamed)) write(folder, path, html.replace(unnamed, `${marks.page}="${hashOf(html).slice(0, 16)}"`));
  }
}

function partOf({ id, files }: Release, folder: string, pathPrefix: string, fallback: string, settings: Settings): Readonly<Record<string, unknown>> {
  const { packs: given, version = id, shell } = settings;
  const packs = typeof given === "function" ? given() : given;
  checkPacks(packs);
  const facts = new Map(files.map(({ path }) => [path, factsOf(path, read(folder, path), pathPrefix)]));
  const rules = {
    ...settings, packs, fallback, version: typeof version === "function" ? version() : version,
    shell: [...shell, `/${offlineFolder}/*`], leaveOut: [...settings.leaveOut, `/${workerName}`],
  };
  return offlinePart(id, packsOf(files, facts, rules), hashOf);
}
