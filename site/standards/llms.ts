/** A list of all pages for programs that read, by the proposal of llmstxt.org: each leads to its Markdown copy. */
import type { AnyPage, Graph, KindName } from "../_includes/data.ts";
import { byTitle } from "../_includes/reading/alphabet.ts";
import { summaryOf } from "../_includes/reading/summary.ts";
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import { addresses, copyOf } from "./addresses.ts";
import { destination, escaped } from "./markdown/inline.ts";
import { publishedPages } from "./published.ts";
import type { Whole } from "./where.ts";

/** In this order; `Optional` is the proposal's own word for what one may skip. */
const sections: readonly (readonly [title: string, kinds: readonly KindName[]])[] = [
  ["Thema’s", ["thema"]],
  ["Transities", ["transitie"]],
  ["Onderwerpen", ["onderwerp"]],
  ["Uitleg", ["uitleg"]],
  ["Instrumenten", ["instrument"]],
  ["Participatietafels", ["tafel"]],
  ["Wie doet mee", ["actor"]],
  ["Voorbeelden", ["voorbeeld"]],
  ["Begrippen", ["begrip"]],
  ["Organisaties", ["organisatie"]],
  ["Optional", ["overzicht", "pagina"]],
];

export function llms(graph: Graph, site: Site, whole: Whole): string {
  const pages = publishedPages(graph);
  const home = pages.find(({ url }) => url === "/");
  const lists = sections.flatMap(([title, kinds]) => {
    const own = pages.filter(({ kind }) => kinds.includes(kind)).sort(byTitle);
    return own.length === 0 ? [] : [`## ${title}`, own.map((page) => line(page, whole)).join("\n")];
  });
  const intro = home === undefined ? [] : [`> ${escaped(summaryOf(home))}`];
  const data = `${words.independent} ${words.licenceBefore} [${words.licence}](${words.licenceUrl}). ${words.glossaryAsData} ${whole(addresses.turtle)}`;
  return `${[`# ${escaped(site.name)}`, ...intro, data, ...lists].join("\n\n")}\n`;
}

function line(page: AnyPage, whole: Whole): string {
  return `- [${escaped(page.title)}](${destination(whole(copyOf(page.url)))}): ${escaped(summaryOf(page))}`;
}
