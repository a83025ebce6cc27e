/** What search learns of a page beyond its text: kind, trail, everyday words, filters. */
import type { Description } from "../plugins/search/index.ts";
import type { ContentGraph, Page } from "../src/content/model.ts";
import { kindWords } from "./words.ts";

/** The same words as in the menu: where a page lies. */
const trails: Readonly<Record<string, readonly string[]>> = {
  thema: ["Thema’s"],
  transitie: ["Transities"],
  begrip: ["Begrippen"],
};

export function searchable(graph: ContentGraph): (page: { readonly url: string }) => Description {
  const byUrl = new Map(graph.pages.map((page) => [page.url, page]));
  return ({ url }) => {
    const page = byUrl.get(url);
    if (!page) return {};
    const kind = kindWords[page.kind];
    return {
      ...(kind ? { kind } : {}),
      trail: trails[page.kind] ?? [],
      keywords: keywordsOf(page),
      facets: facetsOf(page, graph),
    };
  };
}

function keywordsOf({ data }: Page): readonly string[] {
  const { zoekwoorden, synoniemen, afkorting } = data as Readonly<Record<string, unknown>>;
  return [zoekwoorden, synoniemen, afkorting].flat().filter((word) => typeof word === "string");
}

/** The themes and transitions that a page belongs to; a theme belongs to itself. */
function facetsOf(page: Page, graph: ContentGraph): Readonly<Record<string, readonly string[]>> {
  const titlesOf = (kind: string, relations: readonly string[]): readonly string[] => {
    const pages = relations.flatMap((relation) => graph.related(page, relation).map((related) => related.page));
    return [...new Set([page, ...pages].filter((one) => one.kind === kind).map(({ title }) => title))];
  };
  const kind = kindWords[page.kind];
  return {
    Soort: kind ? [kind] : [],
    Thema: titlesOf("thema", ["thema", "themas", "verwant"]),
    Transitie: titlesOf("transitie", ["transities", "verwant"]),
  };
}
