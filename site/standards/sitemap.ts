/** Every page with the day on which it last changed, for search engines: sitemaps.org, version 0.9. */
import type { Graph } from "../_includes/data.ts";
import { changedOn, publishedPages } from "./published.ts";
import type { Whole } from "./where.ts";
import { xml, xmlDocument } from "./xml.ts";

export function sitemap(graph: Graph, whole: Whole): string {
  const urls = publishedPages(graph).map((page) => {
    const date = changedOn(graph, page);
    return xml("url", {}, xml("loc", {}, whole(page.url)), ...(date === undefined ? [] : [xml("lastmod", {}, date)]));
  });
  return xmlDocument(xml("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, ...urls));
}
