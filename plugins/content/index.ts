/**
 * A plugin that reads all Markdown of a site as typed pages, before Eleventy does.
 *
 * Eleventy never parses front matter here: it gets what our reader read, once all of it is right.
 */
import { relative, sep } from "node:path";
import { isListFile } from "../../src/content/kind.ts";
import { formatReport, summaryOf } from "../../src/content/report.ts";
import type { ContentGraph } from "../../src/content/model.ts";
import type { BeforeEvent, EleventyConfig } from "../eleventy.ts";
import { prefixOf, takePart } from "../steps.ts";
import type { Copies } from "./copies.ts";
import { mendIncremental } from "./incremental.ts";
import { isError, loadSite } from "./load.ts";
import type { LoadedSite } from "./load.ts";
import { settingsOf } from "./options.ts";
import type { Options, Settings } from "./options.ts";
import { BuildError } from "../buildError.ts";

export { z } from "zod";
export { formerAddresses } from "../../src/content/formerAddresses.ts";
export type { FormerAddress } from "../../src/content/formerAddresses.ts";
export { date, partialDate, yearMonth } from "../../src/content/formats.ts";
export { defineKind } from "../../src/content/kind.ts";
export type * from "../../src/content/model.ts";
export type { Problem } from "../../src/problem.ts";
export { defaults } from "./options.ts";
export type { Options } from "./options.ts";

interface State {
  site?: LoadedSite;
  input: string;
}

const STATE = Symbol.for("wegwijzer.content");
type Marked = EleventyConfig & { [STATE]?: State };

export default function content(config: EleventyConfig, options: Options): void {
  takePart(config);
  const settings = settingsOf(options);
  const state: State = { input: "" };
  (config as Marked)[STATE] = state;
  const href = (url: string): string => prefixOf(config) + url.replace(/^\//, "");

  // Eleventy watches what it has templates for; a list file is none.
  const lists = settings.kinds.flatMap(({ folders }) => folders.filter(isListFile));
  for (const list of lists) config.addWatchTarget(`${config.directories.input}${list}`);

  config.on("eleventy.before", (event) => read(event, settings, config.passthroughCopies ?? {}, href, state));

  config.addExtension("md", {
    read: false,
    getData: (inputPath: string) => dataOf(pathOf(inputPath, state), state, href),
    compile: (text, inputPath) => () => state.site?.rendered.get(pathOf(inputPath, state))?.render() ?? text,
    compileOptions: { permalink: "raw", cache: false },
    // A relation that one page gains is shown on others.
    isIncrementalMatch: () => true,
  });
  mendIncremental(config);

  // What was read but is not shown, such as a draft, is no page for Eleventy either.
  config.addPreprocessor("wegwijzer/content", "md", function () {
    const path = pathOf(this.inputPath, state);
    return state.site?.paths.includes(path) && !state.site.rendered.has(path) ? false : undefined;
  });
}

/**
 * The pages of the build under way, for other plugins and the config.
 *
 * @throws Error before the build has begun, and where the plugin was not added.
 */
export function graphOf(config: EleventyConfig): ContentGraph {
  const graph = (config as Marked)[STATE]?.site?.graph;
  if (graph === undefined) throw new Error("content: no pages were read yet; add the content plugin, and ask for its graph after eleventy.before");
  return graph;
}

/** @throws BuildError with all problems, before Eleventy has read or written anything. */
function read({ directories, runMode }: BeforeEvent, settings: Settings, copies: Copies, href: (url: string) => string, state: State): void {
  const { input, includes, layouts, data, output } = directories;
  const excluded = [includes, layouts, data, output].filter((folder) => folder !== undefined);
  const site = loadSite(settings, { folders: { input, excluded }, copies, publish: runMode === "build", href });
  const told = site.problems.filter(({ level }) => level !== "hint");
  const report = formatReport(told, settings.language);
  const isBroken = told.some(isError);
  // Eleventy stops serving when its first build fails; better to wait, without pages, for the mending.
  const mayWait = runMode !== "build" && state.site === undefined;
  if (isBroken && !mayWait) throw new BuildError(report, summaryOf(told, settings.language));
  if (report !== "") console.warn(report);
  Object.assign(state, { site: isBroken ? { ...site, rendered: new Map() } : site, input });
}

/** What `check` and Eleventy know the plugin by. */
content.eleventyPackage = "wegwijzer/content";

/** Frozen, so that Eleventy hands it on instead of copying the whole graph for each page. */
function dataOf(path: string, { site }: State, href: (url: string) => string): unknown {
  const rendered = site?.rendered.get(path);
  if (site === undefined || rendered === undefined) return {};
  const { page, layout } = rendered;
  // Without a date of its own a page would get that of its file, which differs for each clone.
  return { wegwijzer: Object.freeze({ page, graph: site.graph, href }), layout, permalink: page.url, date: new Date(0) };
}

function pathOf(inputPath: string, { input }: State): string {
  return relative(input, inputPath).replaceAll(sep, "/");
}
