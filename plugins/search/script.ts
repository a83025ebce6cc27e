/** The script that answers, as a page names it. */
import type { EleventyConfig } from "../eleventy.ts";
import { prefixOf } from "../steps.ts";

/** The tag of the loader: everything else is fetched when a reader shows that they want to search. */
export function loaderTag(names: readonly string[], folder: string, config: EleventyConfig): string {
  const loader = names.find((name) => name.startsWith("loader."));
  if (!loader) throw new Error(`search: no loader among the browser files (${names.join(", ")}); build the package again`);
  return `<script type="module" src="${prefixOf(config)}${folder}/${loader}"></script>`;
}
