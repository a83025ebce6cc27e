/**
 * A plugin that stores a site on its readers' devices: one whole release at a time, verified.
 *
 * It takes what the other steps have written, names every file in a release manifest, and gives the
 * site a worker that believes nothing else.
 */
import type { EleventyConfig } from "../eleventy.ts";
import { once } from "../once.ts";
import { addStep, prefixOf } from "../steps.ts";
import { addToHead, isPage } from "../tags.ts";
import { type Options, settingsOf } from "./options.ts";
import { offlineTags } from "./tags.ts";

export type { AppOptions, Options } from "./options.ts";
export type { PackOption } from "../../src/offline/packs.ts";
export { offlineTags } from "./tags.ts";

export default function offline(config: EleventyConfig, userOptions: Options = {}): void {
  const settings = settingsOf(userOptions);
  // A command that only reads pages loads this plugin too, and has no use for scripts and parsers.
  const scripts = once(async () => (await import("./bundle.ts")).offlineScripts());
  // What is being written changes under its readers: bytes that are verified do not go with that.
  const isOn = (): boolean => settings.enabled && (process.env["ELEVENTY_RUN_MODE"] ?? "build") === "build";
  if (settings.script) {
    config.addTransform("wegwijzer/offline", async function (content) {
      return isOn() && isPage(this.page.outputPath) ? addToHead(content, offlineTags(await scripts(), settings, prefixOf(config))) : content;
    });
  }
  addStep(config, "offline", async (context) => (await import("./writing.ts")).writeScripts(context, settings, await scripts(), isOn()));
}
offline.eleventyPackage = "wegwijzer/offline";
