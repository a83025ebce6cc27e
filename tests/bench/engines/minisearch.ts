/**
 * MiniSearch as VitePress sets it, over sections; and the same with the analysis that a Dutch site
 * would add: folding, stop words and the Snowball stemmer of lunr-languages.
 */
import MiniSearch, { type Options, type SearchResult } from "minisearch";
import type { CorpusPage } from "../corpus.ts";
import { plain } from "../text.ts";
import { type Contender, pagesOf } from "./engine.ts";
import { dutchPipeline } from "./lunr.ts";

export interface SectionDocument {
  readonly id: string;
  readonly title: string;
  readonly titles: readonly string[];
  readonly text: string;
}

/** VitePress, `src/node/plugins/localSearchPlugin.ts` and `VPLocalSearchBox.vue`. */
const vitePress: Options<SectionDocument> = {
  fields: ["title", "titles", "text"],
  storeFields: ["title", "titles"],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
};

const stem = dutchPipeline();
const dutch: Options<SectionDocument> = { ...vitePress, processTerm: (term) => stem(plain(term.toLowerCase())) };

/** A document for each section; the page's title is the heading of what stands before the first, as VitePress has it. */
export const sectionsOf = (pages: readonly CorpusPage[]): SectionDocument[] => pages.flatMap(({ url, title, sections }) => {
  const top = sections[0]?.heading === "" ? [] : [{ heading: "", text: "" }];
  return [...top, ...sections].map(({ heading, text }, place): SectionDocument => ({
    id: `${url}#${place}`,
    title: heading === "" ? title : heading,
    titles: heading === "" ? [] : [title],
    text,
  }));
});

export function indexed(pages: readonly CorpusPage[], options: Options<SectionDocument>): MiniSearch<SectionDocument> {
  const index = new MiniSearch<SectionDocument>(options);
  index.addAll(sectionsOf(pages));
  return index;
}

export const reopened = (json: string, options: Options<SectionDocument>): MiniSearch<SectionDocument> => MiniSearch.loadJSON<SectionDocument>(json, options);
export const settings = { vitePress, dutch } as const;

function* addresses(results: readonly SearchResult[]): Iterable<string> {
  for (const { id } of results) yield String(id);
}

const contender = (name: string, options: Options<SectionDocument>): Contender => ({
  name,
  async index(pages) {
    const index = indexed(pages, options);
    return { search: async (query, limit) => pagesOf(addresses(index.search(query)), limit) };
  },
});

export const miniSearch = contender("MiniSearch", vitePress);
export const miniSearchDutch = contender("MiniSearch nl", dutch);
