/** What offline writes into the output: the worker, its scripts, the list of pages and its part of the release. */
import { matcher, packsOf } from "../../src/offline/packs.ts";
import { offlinePart } from "../../src/offline/manifest.ts";
import { marks, offlineFolder, pagesName, workerName } from "../../src/offline/protocol.ts";
import type { Release } from "../../src/release.ts";
import { list, read, write } from "../output.ts";
import { hashOf, writeRelease } from "../release.ts";
import type { StepContext } from "../steps.ts";
import { addToHead } from "../tags.ts";
import { appManifest, appName } from "./app.ts";
import type { OfflineScripts } from "./bundle.ts";
import { factsOf } from "./facts.ts";
import { checkPacks, type Settings } from "./options.ts";
import { pageList, plainPage } from "./pages.ts";
import { offlineTags } from "./tags.ts";

/** @param isOn - Without it, the worker that removes itself stands where the worker stood. */
export function writeScripts(context: StepContext, settings: Settings, { worker, browser }: OfflineScripts, isOn: boolean): void {
  const { folder, runMode } = context.output;
  write(folder, workerName, (isOn ? worker["worker.js"] : worker["goodbye.js"]) ?? "");
  if (isOn) writeOffline(context, settings, browser);
  else if (runMode === "build") writeRelease(folder);
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
