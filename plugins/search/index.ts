/**
 * A plugin that makes a site searchable: Lunr in shards, with Dutch as Dutch people search.
 *
 * It takes the pages that Eleventy has rendered, so it works with any template language, and gives
 * every page the script that answers.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { AnalysisMaker } from "../../src/search/language.ts";
import { searchFiles } from "../../src/search/files.ts";
import { BuildError } from "../buildError.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { write } from "../output.ts";
import { addStep } from "../steps.ts";
import { addToHead, isPage } from "../tags.ts";
import { browserFiles } from "./bundle.ts";
import { analysesFor } from "./languages.ts";
import { type Describe, searchPages } from "./pages.ts";
import { proofReport, proofSummary, prove, readProof } from "./proof.ts";
import { loaderTag } from "./script.ts";
import { engineIn } from "./site.ts";

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
  const scripts = browserFiles();
  if (options.script) {
    config.addTransform("wegwijzer/search", async function (content) {
      return isPage(this.page.outputPath) ? addToHead(content, loaderTag(Object.keys(await scripts), options.folder, config)) : content;
    });
  }
  addStep(config, "search", async ({ output, pages, pathPrefix }) => {
    const searched = searchPages(pages, pathPrefix, options.language, options.describe);
    const languages: Readonly<Record<string, AnalysisMaker>> = await analysesFor(new Set(searched.map(({ language }) => primary(language))));
    const folder = join(output.folder, options.folder);
    for (const [name, text] of searchFiles(searched, { languages, hash })) write(folder, name, text);
    for (const [name, text] of Object.entries(await scripts)) if (isNeeded(name, Object.keys(languages))) write(folder, name, text);
    if (options.proof) await proveIndex(options.proof, folder, pathPrefix, options.messages, output.runMode === "build");
  });
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

/** @throws Error with every question that leads elsewhere; under `--serve` it is told, and the pages are shown. */
async function proveIndex(proof: string, folder: string, pathPrefix: string, language: "en" | "nl", strict: boolean): Promise<void> {
  const problems = await prove(proof, readProof(proof, language), engineIn(folder), pathPrefix, language);
  if (problems.length === 0) return;
  const report = proofReport(problems, language);
  if (strict) throw new BuildError(report, proofSummary(problems, language));
  console.warn(report);
}

/** The stemmer of a language is written only where a page has that language. */
const isNeeded = (name: string, languages: readonly string[]): boolean => {
  const language = /^language-([a-z]+)\./.exec(name)?.[1];
  return language === undefined || languages.includes(language);
};

const primary = (language: string): string => language.toLowerCase().split("-", 1)[0] ?? "";
const hash = (...texts: readonly string[]): string => texts.reduce((sum, text) => sum.update(text), createHash("sha256")).digest("base64url");
