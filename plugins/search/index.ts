/**
 * A plugin that makes a site searchable: Lunr in shards, with Dutch as Dutch people search.
 *
 * It takes the pages that Eleventy has rendered, so it works with any template language, and gives
 * every page the script that answers.
 */
import type { EleventyConfig } from "../eleventy.ts";
import { once } from "../once.ts";
import { addStep } from "../steps.ts";
import { addToHead, isPage } from "../tags.ts";
import type { Describe } from "./pages.ts";
import { loaderTag } from "./script.ts";

export type { Description } from "../../src/search/document.ts";
export type { Describe, RenderedPage } from "./pages.ts";

export interface Options {
  /** The language of pages that have no `lang`, as a BCP 47 tag. */
  readonly language?: string;
  /** Folder of the index below the output. */
  readonly folder?: string;
  /** Says more of a page: kind, trail, facets, search words, synonyms. */
  readonly describe?: Describe;
  /** A YAML file with what readers ask and the page that must come first; see the README. */
  readonly proof?: string;
  /** The language of messages to editors. */
  readonly messages?: "en" | "nl";
  /** Whether the script is put into every page; without it, put `loaderTag` there yourself. */
  readonly script?: boolean;
}

export const defaults = { language: "nl", folder: "wegwijzer-search", describe: () => undefined, script: true, messages: "en" } satisfies Options;

export default function search(config: EleventyConfig, userOptions: Options = {}): void {
  const options = checked({ ...defaults, ...userOptions });
  // A command that only reads pages loads this plugin too, and has no use for scripts, dictionary and Lunr.
  const scripts = once(async () => (await import("./bundle.ts")).browserFiles());
  if (options.script) {
    config.addTransform("wegwijzer/search", async function (content) {
      return isPage(this.page.outputPath) ? addToHead(content, loaderTag(Object.keys(await scripts()), options.folder, config)) : content;
    });
  }
  addStep(config, "search", async (context) => (await import("./indexing.ts")).writeIndex(context, options, await scripts()));
}
search.eleventyPackage = "wegwijzer/search";

/** @throws TypeError or RangeError that names the option, what was expected and what was got. */
function checked<Given extends Required<Pick<Options, "language" | "folder">>>(options: Given): Given {
  const known = ["language", "folder", "describe", "proof", "messages", "script"];
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new TypeError(`search: unknown option "${unknown}", expected one of ${known.join(", ")}`);
  const { language, folder } = options;
  if (typeof language !== "string" || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language)) {
    throw new RangeError(`search: option language: expected a language tag such as "nl" or "en-GB", got ${JSON.stringify(language)}`);
  }
  if (typeof folder !== "string" || !/^[\w-]+$/.test(folder)) {
    throw new RangeError(`search: option folder: expected a folder below the output such as "wegwijzer-search", got ${JSON.stringify(folder)}`);
  }
  return options;
}
