/** What search learns of a page beyond its text: kind, trail, everyday words, filters. */
import type { Description } from "../plugins/search/index.ts";
import type { ContentGraph, Page } from "../src/content/model.ts";
import { kindWords } from "./words.ts";

/** The same words as in the menu: where a page lies, by the first part of its address. */
const trails: Readonly<Record<string, string>> = {
  themas: "Thema’s",
  transities: "Transities",
  "het-nieuwe-samenwerken": "Samenwerken",
  uitleg: "Uitleg",
  instrumenten: "Instrumenten",
  participatietafels: "Participatietafels",
  "wie-doet-mee": "Wie doet mee",
  voorbeelden: "Voorbeelden",
  organisaties: "Organisaties",
  begrippen: "Begrippen",
};

/** Relations, and inverses of them, that say to which theme or transition a page belongs. */
const belonging = {
  thema: ["thema", "ookBij", "themas", "zie"],
  transitie: ["transities", "zie"],
} as const;

export function searchable(graph: ContentGraph): (page: { readonly url: string }) => Description {
  const byUrl = new Map(graph.pages.map((page) => [page.url, page]));
  return ({ url }) => {
    const page = byUrl.get(url);
    if (!page) return {};
    const kind = kindWords[page.kind];
    return {
      ...(kind ? { kind } : {}),
      trail: trailOf(page, graph),
      keywords: keywordsOf(page),
      facets: facetsOf(page, graph),
    };
  };
}

/** The part of the site, and for a topic its theme; the page that enters a part has none. */
function trailOf(page: Page, graph: ContentGraph): readonly string[] {
  const [, part = "", ...rest] = page.url.split("/");
  const trail = trails[part];
  if (trail === undefined || rest.join("") === "") return [];
  const theme = page.kind === "onderwerp" ? graph.related(page, "thema")[0]?.page.title : undefined;
  return theme === undefined ? [trail] : [trail, theme];
}

function keywordsOf({ data }: Page): readonly string[] {
  const { zoekwoorden, synoniemen, afkorting, ookGenoemd, vroegereNamen } = data as Readonly<Record<string, unknown>>;
  const names = [vroegereNamen].flat().map((former) => (former as { readonly naam?: string } | undefined)?.naam);
  return [zoekwoorden, synoniemen, afkorting, ookGenoemd, names].flat().filter((word) => typeof word === "string");
}

function facetsOf(page: Page, graph: ContentGraph): Readonly<Record<string, readonly string[]>> {
  const kind = kindWords[page.kind];
  return {
    Soort: kind ? [kind] : [],
    Thema: titlesOf("thema", page, graph),
    Transitie: titlesOf("transitie", page, graph),
  };
}

/** A theme belongs to itself; a page that no relation gives a theme belongs to those that it names as akin. */
function titlesOf(kind: keyof typeof belonging, page: Page, graph: ContentGraph): readonly string[] {
  if (page.kind === kind) return [page.title];
  const ofKind = (relation: string): readonly Page[] =>
    graph.related(page, relation).map((related) => related.page).filter((one) => one.kind === kind);
  const typed = belonging[kind].flatMap(ofKind);
  return [...new Set((typed.length > 0 ? typed : ofKind("verwant")).map(({ title }) => title))];
}
