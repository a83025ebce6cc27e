/** Types travel from the schema to the layout: this file compiles, or the promise is broken. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Page } from "../../src/content/model.ts";
import type { SiteGraph, SitePage, thema } from "../../site/kinds.ts";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Data = Page<typeof thema>["data"];

const held: readonly true[] = [
  true satisfies Equal<Data["groep"], "inhoudelijk" | "verbindend">,
  true satisfies Equal<Data["transities"][number]["rol"], "hoofd" | "raakt" | "ondersteunt">,
  true satisfies Equal<ReturnType<typeof themesOf>[number]["data"]["volgorde"], number>,
  true satisfies Equal<SitePage["kind"], "thema" | "transitie" | "uitleg" | "pagina" | "overzicht" | "bron" | "begrip">,
];

function themesOf(graph: SiteGraph) {
  return graph.ofKind("thema");
}

test("the data of a page has the type of its kind's schema", () => {
  assert.is(held.every(Boolean), true);
});

test.run();
