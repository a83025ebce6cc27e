/**
 * What the site says to machines, made after its pages: search engines, feed readers, browsers,
 * vocabularies and programs that read.
 */
import type { ContentGraph } from "../../plugins/content/index.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { addStep } from "../../plugins/steps.ts";

export interface Options {
  /** The pages of the build under way; asked for when they are all written. */
  readonly graph: () => ContentGraph;
}

export default function standards(config: EleventyConfig, { graph }: Options): void {
  // What only reads pages loads this config, too, and draws and writes nothing.
  addStep(config, "standards", async (context) => (await import("./writing.ts")).writeStandards(context, graph()));
}
standards.eleventyPackage = "wegwijzer-site/standards";
