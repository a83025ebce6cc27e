/** Types travel from the schema to the layout: this file compiles, or the promise is broken. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Page } from "../../src/content/model.ts";
import type { SiteGraph, SitePage, thema, transitie } from "../../site/kinds.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type KindName =
  | "thema" | "onderwerp" | "transitie" | "uitleg" | "instrument" | "tafel" | "actor" | "voorbeeld" | "organisatie"
  | "pagina" | "overzicht" | "bron" | "begrip" | "wijziging";
type Data = Page<typeof thema>["data"];

const held: readonly true[] = [
  true satisfies Equal<Data["groep"], "inhoudelijk" | "verbindend">,
  true satisfies Equal<Data["transities"][number]["rol"], "hoofd" | "raakt" | "ondersteunt">,
  true satisfies Equal<ReturnType<typeof themesOf>[number]["data"]["volgorde"], number>,
  true satisfies Equal<SitePage["kind"], KindName>,
  true satisfies Equal<ReturnType<typeof themesOfTransition>[number]["page"]["data"]["groep"], "inhoudelijk" | "verbindend">,
  true satisfies Equal<ReturnType<typeof transitionsOfTheme>[number]["page"]["kind"], "transitie">,
  true satisfies Equal<ReturnType<typeof anythingOf>[number]["page"]["kind"], SitePage["kind"]>,
];

function themesOfTransition(graph: SiteGraph, page: Page<typeof transitie>) {
  return graph.related(page, "themas");
}

function transitionsOfTheme(graph: SiteGraph, page: Page<typeof thema>) {
  return graph.related(page, "transities");
}

function anythingOf(graph: SiteGraph, page: Page<typeof thema>, relation: string) {
  return graph.related(page, relation);
}

function themesOf(graph: SiteGraph) {
  return graph.ofKind("thema");
}

test("the data of a page, and of what it is related to, has the type of its kind's schema", () => {
  assert.is(held.every(Boolean), true);
});

test.run();
