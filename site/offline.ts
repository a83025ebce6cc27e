/** What of this site is stored on the devices of its readers: a pack for each theme, with all that hangs on it. */
import type { Options, PackOption } from "../plugins/offline/index.ts";
import type { ContentGraph } from "../plugins/content/index.ts";
import type { AnyPage, Graph, PageOf } from "./_includes/data.ts";
import { relatedTo } from "./_includes/data.ts";
import { writtenDate } from "./_includes/reading/dates.ts";
import { site } from "./site.ts";
import { addresses, icons } from "./standards/addresses.ts";
import { changedOn, publishedPages } from "./standards/published.ts";

/** Relations, and inverses of them, that lead from a theme to what hangs on it. */
const hanging = ["onderwerpen", "ookOnderwerpen", "tafels", "voorbeelden", "transities", "verwant"];

/** Where the links of every text lead: sources and terms. */
const behind = ["/bronnen/", "/begrippen/"];

/** @param ask - Gives the pages of the build under way, once they are all written. */
export function offlineOptions(ask: () => ContentGraph): Options {
  return {
    language: site.language,
    shell: ["/zoeken/", "/wegwijzer-search/manifest.json", ...Object.values(icons)],
    // All of it, with room to grow: pages are large since each carries its style, and compress to a fifth.
    budget: 2_000_000,
    // What machines read nobody needs on the way.
    leaveOut: ["/404.html", "*.md", ...Object.values(addresses)],
    packs: () => themePacks(ask() as Graph),
    version: () => lastChange(ask() as Graph),
    app: {
      name: site.name,
      themeColor: "#fbfaf7",
      backgroundColor: "#fbfaf7",
      icons: [
        { src: icons.small, sizes: "192x192", type: "image/png" },
        { src: icons.large, sizes: "512x512", type: "image/png" },
        { src: icons.maskable, sizes: "512x512", type: "image/png", purpose: "maskable" },
        { src: "/pictures/icon.svg", sizes: "any", type: "image/svg+xml" },
      ],
    },
  };
}

/** In the order of the themes; named as the theme page names its own. */
export function themePacks(graph: Graph): readonly PackOption[] {
  const themes = [...graph.ofKind("thema")].filter(({ draft }) => !draft).sort((a, b) => a.data.volgorde - b.data.volgorde);
  return themes.map((theme) => ({ name: theme.name, title: theme.title, match: [...addressesOf(graph, theme), ...behind] }));
}

function addressesOf(graph: Graph, theme: PageOf<"thema">): readonly string[] {
  const near = hanging.flatMap((relation) => pagesOf(graph, theme, relation));
  const instruments = near.filter(({ kind }) => kind === "voorbeeld").flatMap((example) => pagesOf(graph, example, "instrumenten"));
  const pages = [theme, ...near, ...instruments];
  const terms = pages.flatMap((page) => page.terms.flatMap(({ term }) => graph.page(term)?.url ?? []));
  const urls = [...pages.map(({ url }) => url), ...terms].map((url) => url.split("#")[0] ?? url);
  return [...new Set(urls)].sort();
}

const pagesOf = (graph: Graph, page: AnyPage, relation: string): readonly AnyPage[] => relatedTo(graph, page, relation).map(({ page: other }) => other);

/** A release is named by the last day on which something of it was written or checked. */
function lastChange(graph: Graph): string {
  return writtenDate(publishedPages(graph).flatMap((page) => changedOn(graph, page) ?? []).sort().at(-1) ?? "");
}
