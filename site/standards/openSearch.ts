/** Makes the search of this site one of the browser's own: OpenSearch 1.1. */
import type { Site } from "../site.ts";
import { words } from "../words.ts";
import { addresses } from "./addresses.ts";
import type { Whole } from "./where.ts";
import { xml, xmlDocument } from "./xml.ts";

/** The longest name that the specification allows. */
const MAX_NAME = 16;

export function openSearch(site: Site, whole: Whole): string {
  return xmlDocument(xml(
    "OpenSearchDescription",
    { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    xml("ShortName", {}, site.name.slice(0, MAX_NAME)),
    xml("Description", {}, `${words.searchLabel}: ${site.name}`),
    xml("Url", { type: "text/html", method: "get", template: `${whole("/zoeken/")}?q={searchTerms}` }),
    xml("Url", { type: "application/opensearchdescription+xml", rel: "self", template: whole(addresses.openSearch) }),
    xml("Image", { height: "36", width: "36", type: "image/svg+xml" }, whole("/pictures/icon.svg")),
    xml("Language", {}, site.language),
    xml("InputEncoding", {}, "UTF-8"),
    xml("OutputEncoding", {}, "UTF-8"),
  ));
}
