/** Puts the script that answers into a page. */
import type { EleventyConfig } from "../eleventy.ts";
import { prefixOf } from "../steps.ts";

/** The tag of the loader: everything else is fetched when a reader shows that they want to search. */
export function loaderTag(names: readonly string[], folder: string, config: EleventyConfig): string {
  const loader = names.find((name) => name.startsWith("loader."));
  if (!loader) throw new Error(`search: no loader among the browser files (${names.join(", ")}); build the package again`);
  return `<script type="module" src="${prefixOf(config)}${folder}/${loader}"></script>`;
}

/** At the end of the head, else before the end of the body, else at the very end. */
export function addScript(html: string, tag: string): string {
  const at = [/<\/head\s*>/i, /<\/body\s*>/i].map((end) => html.search(end)).find((place) => place >= 0) ?? html.length;
  return html.slice(0, at) + tag + html.slice(at);
}
