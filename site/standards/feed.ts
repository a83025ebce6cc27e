/** The changes as an Atom feed (RFC 4287): an entry for each line that an editor wrote. */
import type { Graph } from "../_includes/data.ts";
import { changesByDay } from "../_includes/reading/changes.ts";
import type { Change } from "../_includes/reading/changes.ts";
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import { addresses } from "./addresses.ts";
import { changedOn, publishedPages } from "./published.ts";
import type { Whole } from "./where.ts";
import { xml, xmlDocument } from "./xml.ts";
import type { Xml } from "./xml.ts";

/** A reader asks for the whole feed every hour; what is older stands on the page. */
const MAX_ENTRIES = 50;

export function feed(graph: Graph, site: Site, whole: Whole): string {
  const changes = changesByDay(graph).flatMap(({ items }) => items).filter(({ page }) => !page.draft);
  const checked = publishedPages(graph).flatMap((page) => changedOn(graph, page) ?? []);
  const updated = changes[0]?.entry.data.datum ?? checked.sort().at(-1);
  return xmlDocument(xml(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": site.language },
    xml("title", {}, words.feedTitle(site.name)),
    xml("id", {}, whole(addresses.feed)),
    xml("link", { rel: "self", type: "application/atom+xml", href: whole(addresses.feed) }),
    xml("link", { rel: "alternate", type: "text/html", href: whole("/wijzigingen/") }),
    ...(updated === undefined ? [] : [xml("updated", {}, beginOf(updated))]),
    xml("author", {}, xml("name", {}, site.name), xml("uri", {}, whole("/"))),
    xml("icon", {}, whole("/pictures/icon.svg")),
    xml("rights", {}, `${words.licence} ${words.licenceUrl}`),
    ...changes.slice(0, MAX_ENTRIES).map((change) => entry(change, whole)),
  ));
}

/** Its address is its id: it has one of its own, and keeps it. */
function entry({ entry: { data, url }, page }: Change, whole: Whole): Xml {
  return xml(
    "entry",
    {},
    xml("title", {}, data.zin),
    xml("id", {}, whole(url)),
    xml("link", { rel: "alternate", type: "text/html", href: whole(page.url) }),
    xml("updated", {}, beginOf(data.datum)),
    xml("summary", {}, `${page.title}: ${data.zin}`),
  );
}

/** An editor writes the day; Atom wants a moment, and the time zone of whoever builds may not matter. */
function beginOf(date: string): string {
  return `${date}T00:00:00Z`;
}
