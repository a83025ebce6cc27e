/**
 * Makes the index of the pages that were rendered, writes it with its scripts, and asks its proof.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { searchFiles } from "../../src/search/files.ts";
import type { AnalysisMaker } from "../../src/search/language.ts";
import { BuildError } from "../buildError.ts";
import { write } from "../output.ts";
import type { StepContext } from "../steps.ts";
import type { BrowserFiles } from "./bundle.ts";
import { analysesFor } from "./languages.ts";
import { type Describe, searchPages } from "./pages.ts";
import { proofReport, proofSummary, prove, readProof } from "./proof.ts";
import { engineIn } from "./site.ts";

/** The options of the plugin that an index is made by. */
export interface IndexOptions {
  readonly language: string;
  readonly folder: string;
  readonly describe: Describe;
  readonly proof?: string;
  readonly messages: "en" | "nl";
}

/** @throws BuildError with every question of the proof that leads elsewhere. */
export async function writeIndex({ output, pages, pathPrefix }: StepContext, options: IndexOptions, scripts: BrowserFiles): Promise<void> {
  const searched = searchPages(pages, pathPrefix, options.language, options.describe);
  const languages: Readonly<Record<string, AnalysisMaker>> = await analysesFor(new Set(searched.map(({ language }) => primary(language))));
  const folder = join(output.folder, options.folder);
  for (const [name, text] of searchFiles(searched, { languages, hash })) write(folder, name, text);
  for (const [name, text] of Object.entries(scripts)) if (isNeeded(name, Object.keys(languages))) write(folder, name, text);
  if (options.proof) await proveIndex(options.proof, folder, pathPrefix, options.messages, output.runMode === "build");
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
