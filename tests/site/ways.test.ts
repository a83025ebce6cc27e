/** Ways through the site: what is above a page, beside it, and what search learns of where it lies. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { AnyPage } from "../../site/_includes/data.ts";
import { groupsOf } from "../../site/_includes/reading/groups.ts";
import { accentIn } from "../../site/_includes/reading/lines.ts";
import { besideInSeries } from "../../site/_includes/reading/series.ts";
import { onwardOf, trailOf } from "../../site/_includes/reading/surroundings.ts";
import { searchable } from "../../site/searchable.ts";
import { elementsOf, named } from "./parsed.ts";
import { renderSample, sampleGraph } from "./sample.ts";

const graph = sampleGraph();
const here = (id: string) => ({ page: graph.page(id) as AnyPage, graph, href: (url: string) => url });
const names = (pages: readonly AnyPage[]): readonly string[] => pages.map(({ id }) => id);

test("a topic lies below its theme, and has its colour", () => {
  assert.is(here("onderwerp:warmte").page.url, "/themas/energie/warmte/");
  assert.equal(names(trailOf(here("onderwerp:warmte"))), ["thema:energie"]);
  assert.is(accentIn(graph, here("onderwerp:warmte").page), "accent-thema-energie");
});

test("a page of a folder leads to the one before and the one after, and the last to none", () => {
  assert.equal([besideInSeries(here("uitleg:samen")).previous?.id, besideInSeries(here("uitleg:samen")).next?.id], [undefined, "uitleg:verder"]);
  assert.equal([besideInSeries(here("uitleg:verder")).previous?.id, besideInSeries(here("uitleg:verder")).next?.id], ["uitleg:samen", undefined]);
});

test("every page has two to four ways on, and none to itself", () => {
  for (const page of graph.pages as readonly AnyPage[]) {
    const arms = names(onwardOf({ ...here("thema:energie"), page }));
    assert.ok(arms.length >= 2 && arms.length <= 4 && !arms.includes(page.id), page.id);
  }
});

test("a relation shows at both ends", async () => {
  const pages = await renderSample("Gewone titel");
  const linksOf = (url: string) => new Set(named(elementsOf(pages.find((page) => page.url === url)?.html ?? ""), "a").map(({ attributes }) => attributes["href"]));
  const pairs = [
    ["/themas/energie/", "/themas/energie/warmte/"], ["/themas/energie/", "/participatietafels/energie/"],
    ["/themas/energie/", "/voorbeelden/dak/"], ["/wie-doet-mee/inwoners/", "/instrumenten/ronde/"],
    ["/instrumenten/kring/", "/instrumenten/ronde/"], ["/instrumenten/ronde/", "/voorbeelden/dak/"],
    ["/organisaties/bureau/", "/organisaties/dienst/"], ["/transities/circulair/", "/themas/energie/warmte/"],
  ] as const;
  for (const [one, other] of pairs) {
    assert.ok(linksOf(one).has(other), `${one} leads to ${other}`);
    assert.ok(linksOf(other).has(one), `${other} leads to ${one}`);
  }
});

test("an overview lists every page of its kind once, and no entry of a list", () => {
  for (const kind of ["instrument", "actor", "organisatie", "onderwerp", "voorbeeld", "begrip"] as const) {
    const listed = names(groupsOf(kind, graph).flatMap(({ pages }) => pages));
    assert.equal([...listed].sort(), names(graph.ofKind(kind).filter(({ url }) => !url.includes("#")) as readonly AnyPage[]).toSorted());
  }
});

const learnt: readonly (readonly [url: string, trail: readonly string[], theme: readonly string[], transition: readonly string[]])[] = [
  ["/themas/energie/", ["Thema’s"], ["energie"], ["circulair", "eiwittransitie", "energietransitie"]],
  ["/themas/energie/warmte/", ["Thema’s", "Gewoon"], ["energie", "voedsel"], ["circulair"]],
  ["/participatietafels/energie/", ["Participatietafels"], ["energie"], []],
  ["/voorbeelden/dak/", ["Voorbeelden"], ["energie"], ["circulair"]],
  ["/begrippen/#coalitie", ["Begrippen"], ["energie"], []],
  ["/uitleg/samen/", ["Uitleg"], ["energie"], []],
];

for (const [url, trail, themes, transitions] of learnt) {
  test(`search learns that ${url} lies in ${trail.join(" › ")}`, () => {
    const told = searchable(graph)({ url });
    assert.equal(told.trail, trail);
    // All pages of the sample have one title, so that the facets show how many kinds of it there are.
    assert.equal([told.facets?.["Thema"]?.length ?? 0, told.facets?.["Transitie"]?.length ?? 0], [Math.min(themes.length, 1), Math.min(transitions.length, 1)]);
  });
}

test.run();
