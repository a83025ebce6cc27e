/** Relations are written on one side and read from both; what cannot be is a problem with a name. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { defineKind, z } from "../../plugins/content/index.ts";
import { checkKinds, schemasOf } from "../../src/content/options.ts";
import { kinds, page, siteOf, thema } from "./smallSite.ts";
import type { ContentGraph, Page } from "../../src/content/model.ts";

const files = {
  "themas/energie.md": page("transities:\n  - { transitie: zon, rol: hoofd }\n"),
  "themas/water.md": page("onderdeelVan: energie\ntransities:\n  - { transitie: zon, rol: raakt }\n"),
  "themas/afval.md": page("onderdeelVan: energie\n"),
  "transities/zon.md": page("verwant: ['thema:water', 'uitleg:hoe']\n"),
  "uitleg/hoe.md": page("over: [water, 'transitie:zon']\n"),
};

function pageIn(graph: ContentGraph, id: string): Page {
  const found = graph.page(id);
  if (found === undefined) throw new RangeError(`no page ${id}`);
  return found;
}

const related: readonly (readonly [id: string, relation: string, pages: readonly string[]])[] = [
  ["thema:energie", "transities", ["transitie:zon"]],
  ["transitie:zon", "themas", ["thema:energie", "thema:water"]],
  ["thema:energie", "onderdelen", ["thema:afval", "thema:water"]],
  ["thema:water", "onderdeelVan", ["thema:energie"]],
  ["transitie:zon", "verwant", ["thema:water", "uitleg:hoe"]],
  ["thema:water", "uitleg", ["uitleg:hoe"]],
  ["transitie:zon", "uitleg", ["uitleg:hoe"]],
  ["thema:water", "verwant", []],
  ["thema:water", "nergens", []],
];

for (const [id, relation, pages] of related) {
  test(`${relation} of ${id} is ${pages.join(", ") || "empty"}`, () => {
    const { graph, problems } = siteOf(files);
    assert.equal(problems, []);
    assert.equal(graph.related(pageIn(graph, id), relation).map((each) => each.page.id), pages);
  });
}

test("what a writer said about a relation is read from both sides", () => {
  const { graph } = siteOf(files);
  const roles = graph.related(pageIn(graph, "transitie:zon"), "themas").map(({ data }) => data["rol"]);
  assert.equal(roles, ["hoofd", "raakt"]);
});

test("pages come by kind in the order of the site, then by name", () => {
  const { graph } = siteOf(files);
  assert.equal(graph.pages.map(({ id }) => id), ["thema:afval", "thema:energie", "thema:water", "transitie:zon", "uitleg:hoe"]);
  assert.equal(graph.ofKind("transitie").map(({ url }) => url), ["/transities/zon/"]);
});

const faults: readonly (readonly [what: string, file: string, text: string, problem: string])[] = [
  ["a relation to nothing", "themas/x.md", page("onderdeelVan: enegrie\n"), "4:15 unknown-reference enegrie energie"],
  ["a relation to nothing, qualified", "themas/x.md", page("onderdeelVan: thema:enegrie\n"), "4:15 unknown-reference thema:enegrie thema:energie"],
  ["a relation to another kind", "themas/x.md", page("onderdeelVan: transitie:zon\n"), "4:15 wrong-kind transitie:zon -"],
  ["a relation to another kind, by name", "themas/x.md", page("onderdeelVan: hoe\n"), "4:15 wrong-kind hoe -"],
  ["a relation to itself", "themas/x.md", page("verwant: ['thema:x']\n"), "4:11 self-reference thema:x -"],
  ["a name without its kind", "uitleg/x.md", page("verwant: [water]\n"), "4:11 unqualified-reference water thema:water"],
  ["a name that two kinds have", "uitleg/x.md", page("over: [dubbel]\n"), "4:8 ambiguous-reference dubbel thema:dubbel"],
  ["an address over another", "themas/x.md", page("permalink: /themas/water/index.html\n"), "4:12 duplicate-address /themas/water/ -"],
  ["an address that differs in case", "themas/x.md", page("permalink: /themas/Water/\n"), "4:12 colliding-address /themas/Water/ -"],
  ["an address inside a file", "themas/x.md", page("permalink: /vast.html/x/\n"), "4:12 colliding-address /vast.html/x/ -"],
  ["an address over a copied file", "themas/x.md", page("permalink: /kaart.html\n"), "4:12 address-over-asset /kaart.html -"],
  ["an address with a question mark", "themas/x.md", page("permalink: '/a?b/'\n"), "4:12 permalink-characters /a?b/ -"],
  ["an address that is no page", "themas/x.md", page("permalink: /app.css\n"), "4:12 permalink-form /app.css -"],
  ["a name that differs in case", "themas/Water.md", page(), "1:1 colliding-name themas/water.md -"],
];

const besides = {
  ...files,
  "themas/dubbel.md": page(),
  "transities/dubbel.md": page(),
  "paginas/vast.md": page("permalink: /vast.html\n"),
};

for (const [what, file, text, problem] of faults) {
  test(`${what} is ${problem}`, () => {
    const { problems } = siteOf({ ...besides, [file]: text }, { assets: new Map([["kaart.html", "/kaart.html"]]) });
    const told = problems.map(({ line, column, rule, got, nearest }) => `${line}:${column} ${rule} ${got} ${nearest ?? "-"}`);
    assert.equal(told, [problem]);
  });
}

test("two names that differ in the form of an accent collide", () => {
  const { problems } = siteOf({ "themas/caf\u00e9.md": page(), "themas/cafe\u0301.md": page() });
  assert.equal(problems.map(({ rule }) => rule), ["colliding-name"]);
});

test("a circle of three is told once, with the way round", () => {
  const circle = { a: "b", b: "c", c: "a" };
  const entries = Object.entries(circle).map(([from, to]) => [`themas/${from}.md`, page(`onderdeelVan: ${to}\n`)]);
  const { problems } = siteOf(Object.fromEntries(entries) as Record<string, string>);
  assert.equal(problems.map(({ rule, remedy }) => [rule, remedy]), [["cycle", "Remove one of a → b → c → a."]]);
});

test("a draft is missing when publishing, shown else, and nobody may lean on it", () => {
  const drafts = { ...files, "themas/later.md": page("status: concept\n"), "uitleg/x.md": page("over: [later]\n") };
  const published = siteOf(drafts);
  assert.equal(published.problems.map(({ file, rule }) => [file, rule]), [["site/uitleg/x.md", "draft-reference"]]);
  assert.is(published.graph.page("thema:later"), undefined);
  const served = siteOf(drafts, { publish: false });
  assert.equal(served.problems, []);
  assert.is(served.graph.page("thema:later")?.draft, true);
});

test("a list file that cannot be read is one problem, not one for each citation", () => {
  const { problems } = siteOf({ "bronnen.yaml": "a: b: c\n", "themas/x.md": page("", "Zin. [@a]") });
  assert.equal(problems.map(({ rule }) => rule), ["unquoted-colon"]);
});

test("rules of the site's own see a page among all others", () => {
  const strict = { ...thema, rules: [{ name: "two-at-most", *check(of: Page, graph: ContentGraph) {
    if (graph.ofKind("thema").length > 2) yield { path: ["titel"], expected: "two themes", got: of.name };
  } }] };
  const strictKinds = [strict, ...kinds.slice(1)];
  const { problems } = siteOf(files, { kinds: strictKinds, schemaOf: schemasOf(strictKinds) });
  assert.equal(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)[0], "site/themas/afval.md:2 two-at-most");
});

const schema = z.object({ titel: z.string(), over: z.string().optional() });
const one = defineKind({ name: "een", folder: "een", schema });

const refused: readonly (readonly [what: string, make: () => unknown, message: string])[] = [
  ["a kind without a place", () => defineKind({ name: "een", schema }), 'content: kind "een" has no place; give it a folder ("themas") or a list file ("bronnen.yaml")'],
  ["a kind without a title", () => defineKind({ name: "een", folder: "een", schema, titleKey: "title" }), 'content: kind "een" takes its title from "title", which its schema lacks (titel, over); set titleKey'],
  ["two kinds of one name", () => checkKinds([one, { ...one, folders: ["twee"] }]), 'content: two kinds have the name "een"; give each its own'],
  ["two kinds of one folder", () => checkKinds([one, { ...one, name: "twee" }]), 'content: two kinds have the folder "een"; give each its own'],
  ["a relation to no kind", () => checkKinds([{ ...one, relations: { over: { to: "twee" } } }]), 'content: relation "over" of kind "een" leads to "twee", expected one of een'],
  ["an inverse that is hidden", () => checkKinds([{ ...one, relations: { over: { to: "een", inverse: "over" } } }]), 'content: the inverse "over" of relation "over" (een) is hidden by the relation "over" of kind "een"; rename one'],
];

for (const [what, make, message] of refused) {
  test(`${what} is a fault of code: ${message}`, () => {
    assert.throws(make, (error: unknown) => error instanceof TypeError && error.message === message);
  });
}

test.run();
