/**
 * From the pages that Eleventy has rendered, whatever made them, to the pages that are searched.
 */
import type { Description, SearchPage } from "../../src/search/document.ts";
import { type Entry, takeApart } from "../../src/search/sections.ts";
import type { WrittenPage } from "../eleventy.ts";

/** What is known of a page when a site is asked to say more of it. */
export interface RenderedPage {
  /** As Eleventy gives it, without `pathPrefix`; for an entry inside a page with its anchor. */
  readonly url: string;
  readonly inputPath: string;
  readonly title: string;
  readonly language: string;
}

export type Describe = (page: RenderedPage) => Description | undefined;

/** Every HTML page gives one page, and one more for each `data-search-entry` in it. */
export function searchPages(pages: readonly WrittenPage[], pathPrefix: string, language: string, describe: Describe): SearchPage[] {
  return pages.flatMap((page) => {
    if (!page.url || !page.outputPath || !page.outputPath.endsWith(".html") || typeof page.content !== "string") return [];
    const apart = takeApart(page.content);
    if (apart.ignored) return [];
    const common = { language: apart.language || language };
    const add = (url: string, title: string, sections: SearchPage["sections"]): SearchPage => ({
      ...common, title: title || url, sections, url: pathPrefix + url.replace(/^\//, ""),
      ...describe({ url, inputPath: page.inputPath, title, language: common.language }),
    });
    const url = page.url;
    return [
      add(url, apart.title, apart.sections),
      ...onePerAnchor(apart.entries).map(({ anchor, title, text }) => add(`${url}#${anchor}`, title, [{ anchor, heading: "", text }])),
    ];
  });
}

/** An `id` that stands twice leads to the first of the two; what the other says is found there. */
function onePerAnchor(entries: readonly Entry[]): readonly Entry[] {
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    const first = known.get(entry.anchor);
    known.set(entry.anchor, first ? { ...first, text: `${first.text} ${entry.text}` } : entry);
  }
  return [...known.values()];
}
