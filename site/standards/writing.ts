/** Writes what the site says to machines; everything is a text made from the graph and `site.ts`. */
import type { Graph } from "../_includes/data.ts";
import type { ContentGraph } from "../../plugins/content/index.ts";
import { write } from "../../plugins/output.ts";
import type { StepContext } from "../../plugins/steps.ts";
import { originOf, site } from "../site.ts";
import { addresses, copyOf } from "./addresses.ts";
import { drawnIcons } from "./icons.ts";
import { feed } from "./feed.ts";
import { glossary, prefixes } from "./glossary.ts";
import { jsonLd, turtle } from "./linkedData.ts";
import { llms } from "./llms.ts";
import { markdownCopy } from "./markdown/copy.ts";
import { openSearch } from "./openSearch.ts";
import { pngOf } from "./png.ts";
import { publishedPages } from "./published.ts";
import { robots } from "./robots.ts";
import { shareImage } from "./shareImage.ts";
import { sitemap } from "./sitemap.ts";
import { wholeAddresses } from "./where.ts";
import type { Whole } from "./where.ts";

/** @param read - The pages, with the kinds of this site, which the type of the content plugin cannot say. */
export async function writeStandards({ output, pages, pathPrefix }: StepContext, read: ContentGraph): Promise<void> {
  const graph = read as Graph;
  const whole = wholeAddresses(originOf(site), (url) => pathPrefix + url.slice(1));
  const html = new Map(pages.map(({ url, content }) => [url, content]));
  const files = [...Object.entries(fixedFiles(graph, whole)), ...copies(graph, html, whole)];
  for (const [address, text] of files) write(output.folder, address.slice(1), text);
  // Nobody shares a page of a server at home, and drawing takes as long as a fifth of a build.
  if (output.runMode !== "build") return;
  for (const [address, picture] of [[addresses.shareImage, shareImage(graph, site)] as const, ...Object.entries(drawnIcons)]) {
    write(output.folder, address.slice(1), await pngOf(picture));
  }
}

/** By their address. */
export function fixedFiles(graph: Graph, whole: Whole): Readonly<Record<string, string>> {
  const terms = glossary(graph, site, whole);
  return {
    [addresses.sitemap]: sitemap(graph, whole),
    [addresses.feed]: feed(graph, site, whole),
    [addresses.turtle]: turtle(prefixes, terms),
    [addresses.jsonLd]: jsonLd(prefixes, terms),
    [addresses.llms]: llms(graph, site, whole),
    [addresses.openSearch]: openSearch(site, whole),
    [addresses.robots]: robots(whole),
  };
}

function copies(graph: Graph, html: ReadonlyMap<string | false, string>, whole: Whole): readonly (readonly [address: string, text: string])[] {
  return publishedPages(graph).flatMap((page) => {
    const text = html.get(page.url);
    return text === undefined ? [] : [[copyOf(page.url), markdownCopy(page, text, graph, whole)]];
  });
}
