/** Links, pictures, headings and citations in Markdown: their places, what is refused, what is shown. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { page, siteOf } from "./smallSite.ts";
import type { Site } from "../../src/content/site.ts";

const sources = "a:\n  titel: Bron A\n  url: https://example.org/a\nb:\n  titel: <b>\n  url: https://example.org/b\n";
const others = { "themas/water.md": page("", "## Zuinig met water\n\nTekst."), "bronnen.yaml": sources };
const assets = new Map([["beeld/kaart.svg", "/beeld/kaart.svg"]]);
/** \`page\` writes five lines before the body. */
const FIRST_LINE = 5;

function siteWith(body: string): Site {
  return siteOf({ ...others, "themas/energie.md": page("", body) }, { assets });
}

function problemsOf(body: string): readonly string[] {
  return siteWith(body).problems.map(({ line, column, rule, got }) => `${line - FIRST_LINE + 1}:${column} ${rule} ${got}`);
}

function htmlOf(body: string): string {
  const { rendered, problems } = siteWith(body);
  assert.equal(problems, []);
  return rendered.get("themas/energie.md")?.render() ?? "";
}

const places: readonly (readonly [what: string, body: string, problems: readonly string[]])[] = [
  ["a link to nothing", "[x](nergens.md)", ["1:5 broken-link nergens.md"]],
  ["a link on the second line of a paragraph", "een\ntwee [x](nergens.md)", ["2:10 broken-link nergens.md"]],
  ["a link in a list in a quote", "> - een\n>   [x](nergens.md)", ["2:9 broken-link nergens.md"]],
  ["a link in an indented list with a tab", "1.\tzie [x](nergens.md)", ["1:12 broken-link nergens.md"]],
  ["a link after an emphasis with a picture in it", "*a ![b](kaart.svg)* [x](nergens.md)", ["1:9 broken-image kaart.svg", "1:25 broken-link nergens.md"]],
  ["a link around a picture", "[![b](../beeld/kaart.svg)](nergens.md)", ["1:28 broken-link nergens.md"]],
  ["a link in a heading", "## Kop [x](nergens.md) ##", ["1:12 broken-link nergens.md"]],
  ["two links in the cells of a table", "| a | b |\n|---|---|\n| [x](een.md) | [x](twee.md) |", ["3:7 broken-link een.md", "3:21 broken-link twee.md"]],
  ["a link in a cell after a pipe", "| a | b |\n|---|---|\n| p \\| q | [x](een.md) |", ["3:16 broken-link een.md"]],
  ["a link by reference, at the link", "zie [x][y]\n\n[y]: nergens.md", ["1:5 broken-link nergens.md"]],
  ["an anchor to nothing", "[x](#nergens)", ["1:5 unknown-anchor #nergens"]],
  ["an anchor to nothing on another page", "[x](water.md#nergens)", ["1:5 unknown-anchor water.md#nergens"]],
  ["an address that nothing has", "[x](/nergens/)", ["1:5 broken-link /nergens/"]],
  ["a link that climbs out", "[x](../../../etc/passwd)", ["1:5 broken-link ../../../etc/passwd"]],
  ["a link that runs", "[x](JavaScript:alert(1))", ["1:5 link-scheme JavaScript:alert(1)"]],
  ["a link that runs, as an address", "<javascript:alert(1)>", ["1:2 link-scheme javascript:alert(1)"]],
  ["a picture in its address", "![x](data:image/png;base64,AA)", ["1:6 link-scheme data:image/png;base64,AA"]],
  ["a picture from elsewhere", "![x](https://example.org/x.png)", ["1:6 foreign-image https://example.org/x.png"]],
  ["a link without a scheme of its own", "[x](//example.org/)", ["1:5 link-scheme //example.org/"]],
  ["a link that leads nowhere", "[x]()", ["1:5 empty-link "]],
  ["a citation to nothing, second of two", "Zin. [@a; @cc]", ["1:11 unknown-source cc"]],
  ["a citation on the next line", "Zin.\n[@a;\n@cc]", ["3:1 unknown-source cc"]],
  ["a citation with a note that is no date", "Zin. [@a, gisteren]", ["1:7 malformed-citation [@a, gisteren]"]],
  ["a citation without a name", "Zin. [@]", ["1:7 malformed-citation [@]"]],
  ["a citation in a heading", "## Kop [@a]", ["1:9 misplaced-citation [@a]"]],
  ["a title in the body", "# Titel", ["1:3 heading-level # Titel"]],
];

for (const [what, body, problems] of places) {
  test(`${what} is found at ${problems.join(" and ")}`, () => assert.equal(problemsOf(body), problems));
}

const shown: readonly (readonly [what: string, body: string, html: string])[] = [
  ["a link to a file", "[x](water.md)", '<p><a href="/themas/water/">x</a></p>\n'],
  ["a link to a heading of a file", "[x](water.md#zuinig-met-water)", '<p><a href="/themas/water/#zuinig-met-water">x</a></p>\n'],
  ["a link to an address with a question", "[x](/themas/water/?q=1)", '<p><a href="/themas/water/?q=1">x</a></p>\n'],
  ["a link to another site", "[x](https://example.org/)", '<p><a href="https://example.org/" rel="external" class="external">x</a></p>\n'],
  ["a link to a mail address", "<a@example.org>", '<p><a href="mailto:a@example.org">a@example.org</a></p>\n'],
  ["a picture of the site", "![k](../beeld/kaart.svg)", '<p><img src="/beeld/kaart.svg" alt="k"></p>\n'],
  ["raw HTML as text", "<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>\n"],
  ["template language as text", "{{ 6 * 7 }} {% x %}", "<p>{{ 6 * 7 }} {% x %}</p>\n"],
  ["a citation in a code span as text", "`[@a]`", "<p><code>[@a]</code></p>\n"],
  ["an escaped citation as text", "\\[@a]", "<p>[@a]</p>\n"],
  ["a link with the text of a citation as a link", "[@a](water.md)", '<p><a href="/themas/water/">@a</a></p>\n'],
  ["headings with ids, each its own", "## Kop\n\n## Kop", '<h2 id="kop">Kop</h2>\n<h2 id="kop-1">Kop</h2>\n'],
  ["a heading of signs alone", "## ???", '<h2 id="3f-3f-3f">???</h2>\n'],
];

for (const [what, body, html] of shown) {
  test(`${what} is shown as it should`, () => assert.is(htmlOf(body), html));
}

test("citations are numbered by source, link to it, and say what they are", () => {
  assert.is(
    htmlOf("Een. [@a; @b] Twee. [@a, stand 2025-10]"),
    '<p>Een.\u00a0<span class="citations" data-search-ignore><a id="Citation-1" class="citation" href="/bronnen/#a" aria-label="Source 1: Bron A">[1]</a>'
    + '<a id="Citation-2" class="citation" href="/bronnen/#b" aria-label="Source 2: &lt;b&gt;">[2]</a></span> Twee.\u00a0'
    + '<span class="citations" data-search-ignore><a id="Citation-3" class="citation" href="/bronnen/#a" aria-label="Source 1: Bron A, as of 2025-10">[1]</a></span></p>\n',
  );
});

test("a page lists its citations, with number, date and anchor", () => {
  const { graph } = siteWith("Een. [@a; @b] Twee. [@a, stand 2025-10]");
  const cited = graph.page("thema:energie")?.citations.map(({ source, number, anchor, asOf }) => [source, number, anchor, asOf]);
  assert.equal(cited, [["bron:a", 1, "Citation-1", undefined], ["bron:b", 2, "Citation-2", undefined], ["bron:a", 1, "Citation-3", "2025-10"]]);
  assert.equal(graph.citedBy(graph.page("bron:a")!).map(({ id }) => id), ["thema:energie"]);
});

test("addresses get the path prefix, and those of other sites do not", () => {
  const files = { ...others, "themas/energie.md": page("", "[x](water.md) [y](https://example.org/) [@a]") };
  const { rendered } = siteOf(files, { href: (url) => `/wegwijzer${url}` });
  const addresses = [...(rendered.get("themas/energie.md")?.render() ?? "").matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  assert.equal(addresses, ["/wegwijzer/themas/water/", "https://example.org/", "/wegwijzer/bronnen/#a"]);
});

test("the heading of a page is what a link to it must name", () => {
  const { graph } = siteWith("## Wat kun *je* `doen`?");
  assert.equal(graph.page("thema:energie")?.headings, [{ level: 2, id: "wat-kun-je-doen", text: "Wat kun je doen?" }]);
});

test.run();
