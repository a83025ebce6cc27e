/**
 * Lets `--incremental` live with an override of `md`.
 *
 * Eleventy 3.1 makes an engine for the override and forgets to tell it of the extensions, so the first
 * edit under `--incremental` ends with "missing `extensionMap` in TemplateEngine".
 */
import type { EleventyConfig } from "../eleventy.ts";

interface Engine {
  extensionMap: unknown;
}

interface ExtensionMap {
  readonly engineManager?: { readonly getEngine?: (name: string, map: ExtensionMap) => Promise<Engine> };
}

export function mendIncremental(config: EleventyConfig): void {
  config.on("eleventy.extensionmap", async (value) => {
    const map = value as ExtensionMap;
    const engine = await map.engineManager?.getEngine?.("md", map);
    if (engine !== undefined) engine.extensionMap = map;
  });
}
