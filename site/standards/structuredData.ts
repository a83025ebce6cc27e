/** What a page is, in the words of schema.org, for search engines: JSON-LD in its head. */
import type { AnyPage, Graph, Here, PageOf } from "../_includes/data.ts";
import { checkedOn, summaryOf } from "../_includes/reading/summary.ts";
import { trailOf } from "../_includes/reading/surroundings.ts";
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import { conceptAddress } from "./glossary.ts";
import { changedOn } from "./published.ts";
import type { Whole } from "./where.ts";

type Thing = Readonly<Record<string, unknown>>;

export function structuredData(here: Here, site: Site, whole: Whole): Thing {
  const { page } = here;
  const things = page.url === "/" ? [website(site, whole), pageThing(here, site, whole)] : [pageThing(here, site, whole), trail(here, whole)];
  return { "@context": "https://schema.org", "@graph": things };
}

const SITE = "/#website";

function website({ name, language }: Site, whole: Whole): Thing {
  return {
    "@type": "WebSite",
    "@id": whole(SITE),
    url: whole("/"),
    name,
    inLanguage: language,
    license: words.licenceUrl,
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${whole("/zoeken/")}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}

function pageThing(here: Here, site: Site, whole: Whole): Thing {
  const { page, graph } = here;
  const about = aboutOf(page, whole);
  const cited = citedBy(graph, page);
  return {
    "@type": typeOf(page),
    "@id": whole(page.url),
    url: whole(page.url),
    name: page.title,
    description: summaryOf(page),
    inLanguage: site.language,
    isPartOf: { "@id": whole(SITE) },
    license: words.licenceUrl,
    ...(page.url === "/" ? {} : { breadcrumb: { "@id": whole(`${page.url}#trail`) } }),
    ...dated("dateModified", changedOn(graph, page)),
    ...dated("lastReviewed", checkedOn(page)),
    ...(about === undefined ? {} : { mainEntity: about }),
    ...(cited.length === 0 ? {} : { citation: cited.map(work) }),
  };
}

function dated(name: string, date: string | undefined): Thing {
  return date === undefined ? {} : { [name]: date };
}

/** Single pages by their template; the rest is a page like another. */
const templateTypes: Partial<Record<PageOf<"pagina">["data"]["sjabloon"], string>> = {
  begrippen: "CollectionPage",
  bronnen: "CollectionPage",
  wijzigingen: "CollectionPage",
  zoeken: "SearchResultsPage",
};

function typeOf(page: AnyPage): string {
  if (page.kind === "overzicht") return "CollectionPage";
  return page.kind === "pagina" ? templateTypes[page.data.sjabloon] ?? "WebPage" : "WebPage";
}

/** Only for kinds of which schema.org has the like: a term, a way of working, an organisation. */
function aboutOf(page: AnyPage, whole: Whole): Thing | undefined {
  if (page.kind === "begrip") {
    const set = { "@type": "DefinedTermSet", "@id": whole("/begrippen/") };
    return { "@type": "DefinedTerm", "@id": whole(conceptAddress(page)), name: page.title, description: page.data.kort, inDefinedTermSet: set };
  }
  if (page.kind === "instrument") {
    return { "@type": "HowTo", name: page.title, step: page.data.stappen.map((text, index) => ({ "@type": "HowToStep", position: index + 1, text })) };
  }
  if (page.kind !== "organisatie") return undefined;
  const { afkorting, website: url } = page.data;
  return { "@type": "Organization", name: page.title, ...(afkorting === undefined ? {} : { alternateName: afkorting }), ...(url === undefined ? {} : { url }) };
}

/** Each source once, by the number that the text gives it. */
function citedBy(graph: Graph, { citations }: AnyPage): readonly PageOf<"bron">[] {
  const ids = new Set([...citations].sort((a, b) => a.number - b.number).map(({ source }) => source));
  const sources = new Map(graph.ofKind("bron").map((source) => [source.id, source]));
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}

function work({ title, data: { url, uitgever, datum } }: PageOf<"bron">): Thing {
  return { "@type": "CreativeWork", name: title, url, publisher: { "@type": "Organization", name: uitgever }, ...dated("datePublished", datum) };
}

function trail(here: Here, whole: Whole): Thing {
  const steps = [{ title: words.home, url: "/" }, ...trailOf(here), here.page];
  return {
    "@type": "BreadcrumbList",
    "@id": whole(`${here.page.url}#trail`),
    itemListElement: steps.map(({ title, url }, index) => ({ "@type": "ListItem", position: index + 1, name: title, item: whole(url) })),
  };
}
