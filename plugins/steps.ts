/**
 * What happens after Eleventy has written its pages, in one fixed order.
 *
 * Listeners of `eleventy.after` run in parallel, so plugins do not listen: they register steps here
 * and one listener runs them in the order of the table, whatever the order of the plugins.
 */
import type { AfterEvent, EleventyConfig, WrittenPage } from "./eleventy.ts";
import { type Output, publish, stageOutput } from "./output.ts";

/** The order of the day. */
export const stepNames = ["search", "standards", "fingerprint", "offline", "cdn"] as const;
export type StepName = (typeof stepNames)[number];

export interface StepContext {
  readonly output: Output;
  /** Every page of the site, also those that an incremental build left alone; sorted by address. */
  readonly pages: readonly WrittenPage[];
  /** With a slash at both ends: `/` or `/wegwijzer/`. */
  readonly pathPrefix: string;
}
export type Step = (context: StepContext) => Promise<void> | void;

const STEPS = Symbol.for("wegwijzer.steps");
type Marked = EleventyConfig & { [STEPS]?: Map<StepName, Step> };

export function addStep(config: EleventyConfig, name: StepName, step: Step): void {
  const steps = takePart(config);
  if (steps.has(name)) throw new Error(`wegwijzer: the plugin "${name}" was added twice; add it once`);
  steps.set(name, step);
}

/**
 * Makes a build write beside the last good output and switch at its end; every plugin calls it.
 *
 * @returns the steps that are registered so far.
 */
export function takePart(config: EleventyConfig): Map<StepName, Step> {
  const marked = config as Marked;
  const known = marked[STEPS];
  if (known) return known;
  const steps = new Map<StepName, Step>();
  marked[STEPS] = steps;
  listen(config, steps);
  return steps;
}

function listen(config: EleventyConfig, steps: ReadonlyMap<StepName, Step>): void {
  const output = stageOutput(config);
  // Under an incremental build Eleventy hands over only what it wrote anew.
  const written = new Map<string, WrittenPage>();
  config.on("eleventy.after", async (event: AfterEvent) => {
    if (event.outputMode !== "fs") return;
    for (const page of event.results) if (page.outputPath) written.set(page.outputPath, page);
    const pages = [...written.values()].sort((a, b) => (String(a.url) < String(b.url) ? -1 : 1));
    const context = { output: output(), pages, pathPrefix: prefixOf(config) };
    for (const name of stepNames) await steps.get(name)?.(context);
    publish(context.output);
  });
}

/** `pathPrefix` with a slash at both ends; Eleventy's default is `/`. */
export function prefixOf(config: EleventyConfig): string {
  const bare = (config.pathPrefix ?? "/").replace(/^\/+|\/+$/g, "");
  return bare === "" ? "/" : `/${bare}/`;
}
