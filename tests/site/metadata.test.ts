import { test } from "uvu";
import * as assert from "uvu/assert";
import { addresses } from "../../site/standards/addresses.ts";
import { elementsOf, named } from "./parsed.ts";
import type { ParsedElement } from "./parsed.ts";
import { renderSample } from "./sample.ts";

const ORIGIN = "https://wegwijzer.example/wegwijzer";
const HOSTILE = `</script><!--<script>"&amp;`;
const pages = (await renderSample(HOSTILE, "/wegwijzer")).filter(({ url }) => url !== "/404.html");

interface Thing {
  readonly "@type": string;
  readonly "@id"?: string;
  readonly name?: string;
  readonly mainEntity?: Thing;
  readonly citation?: readonly Thing[];
  readonly step?: readonly unknown[];
  readonly itemListElement?: readonly { readonly item: string; readonly position: number }[];
}

function thingsOn(elements: readonly ParsedElement[]): readonly Thing[] {
  const data = named(elements, "script").filter(({ attributes }) => attributes["type"] === "application/ld+json");
  assert.is(data.length, 1);
  return (JSON.parse(data[0]?.text ?? "") as { readonly "@graph": readonly Thing[] })["@graph"];
}
const propertyOf = (elements: readonly ParsedElement[], name: string): string | undefined =>
  named(elements, "meta").find(({ attributes }) => attributes["property"] === name)?.attributes["content"];
const hrefOf = (elements: readonly ParsedElement[], type: string): string | undefined =>
  named(elements, "link").find(({ attributes }) => attributes["type"] === type)?.attributes["href"];

for (const { url, html } of pages) {
  const elements = elementsOf(html);

  test(`${url} tells who shares it its title, sentence, address and language`, () => {
    assert.is(propertyOf(elements, "og:title"), HOSTILE);
    assert.ok(propertyOf(elements, "og:description")?.startsWith(HOSTILE));
    assert.is(propertyOf(elements, "og:url"), ORIGIN + url);
    assert.is(propertyOf(elements, "og:image"), ORIGIN + addresses.shareImage);
    assert.is(propertyOf(elements, "og:locale"), "nl_NL");
    assert.is(propertyOf(elements, "og:type"), url === "/" ? "website" : "article");
    assert.is(named(elements, "link").find(({ attributes }) => attributes["rel"] === "canonical")?.attributes["href"], ORIGIN + url);
  });

  test(`${url} leads to its feed, its copy and its search`, () => {
    assert.is(hrefOf(elements, "application/atom+xml"), `/wegwijzer${addresses.feed}`);
    assert.is(hrefOf(elements, "application/opensearchdescription+xml"), `/wegwijzer${addresses.openSearch}`);
    assert.is(hrefOf(elements, "text/markdown"), `/wegwijzer${url}index.md`);
    assert.is(hrefOf(elements, "text/turtle"), url === "/begrippen/" ? `/wegwijzer${addresses.turtle}` : undefined);
  });

  test(`${url} says as data what it is and where it lies, with nothing that could end the data`, () => {
    const things = thingsOn(elements);
    const page = things.find((thing) => thing["@id"] === ORIGIN + url);
    assert.is(page?.name, HOSTILE);
    const trail = things.find((thing) => thing["@type"] === "BreadcrumbList")?.itemListElement;
    if (url === "/") assert.is(trail, undefined);
    else assert.equal([trail?.[0]?.item, trail?.at(-1)?.item], [`${ORIGIN}/`, ORIGIN + url]);
    assert.not.match(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "<", "<");
  });
}

const entities: readonly (readonly [url: string, type: string, id: string | undefined])[] = [
  ["/begrippen/niche/", "DefinedTerm", `${ORIGIN}/begrippen/#niche`],
  ["/instrumenten/kring/", "HowTo", undefined],
  ["/organisaties/bureau/", "Organization", undefined],
];
for (const [url, type, id] of entities) {
  test(`${url} is about a ${type}`, () => {
    const page = thingsOn(elementsOf(pages.find((each) => each.url === url)?.html ?? "")).find((thing) => thing["@id"] === ORIGIN + url);
    assert.is(page?.mainEntity?.["@type"], type);
    assert.is(page?.mainEntity?.["@id"], id);
    assert.is(page?.citation?.length, 1);
  });
}

test("the page for what is not there is to be kept by no search engine", async () => {
  const missing = (await renderSample("Gewoon")).find(({ url }) => url === "/404.html");
  const robots = named(elementsOf(missing?.html ?? ""), "meta").filter(({ attributes }) => attributes["name"] === "robots");
  assert.equal(robots.map(({ attributes }) => attributes["content"]), ["noindex"]);
  assert.not.match(missing?.html ?? "", "og:title");
});

test.run();
