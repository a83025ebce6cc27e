import { test } from "uvu";
import * as assert from "uvu/assert";
import { takeApart } from "../../src/search/sections.ts";

const page = (body: string, head = "<title>Titel</title>"): string => `<!doctype html><html lang="nl"><head>${head}</head><body>${body}</body></html>`;
const texts = (html: string): string[] => takeApart(html).sections.map(({ anchor, heading, text }) => `${anchor}|${heading}|${text}`);

const cases: [name: string, html: string, sections: string[]][] = [
  ["the content is what stands in data-search", page("<main>niet dit</main><div data-search><p>dit</p></div>"), ["||dit"]],
  ["without it, the content is main", page("<header>kop</header><main><p>dit</p></main><footer>voet</footer>"), ["||dit"]],
  ["without that, the content is the body", page("<p>dit</p><nav>menu</nav>"), ["||dit"]],
  ["two marked places are one content", page("<div data-search>een</div><p>tussen</p><div data-search>twee</div>"), ["||een twee"]],
  ["what is marked to be ignored is left out, with all in it", page("<main>voor <div data-search-ignore>weg <b>ook</b></div>na</main>"), ["||voor na"]],
  ["what is hidden is left out", page('<main>voor <p hidden>weg</p><span aria-hidden="true">#</span>na</main>'), ["||voor na"]],
  ["scripts, styles and pictures of code are left out", page("<main>a<script>let b</script><style>c{}</style><svg><text>d</text></svg>e</main>"), ["||ae"]],
  ["headings with an id begin a section", page('<main><h1 id="t">Titel</h1><p>in</p><h2 id="x">Kop</h2><p>uit</p></main>'), ["||in", "x|Kop|uit"]],
  ["a heading without an id lands on the anchor before it", page('<main><h2 id="x">A</h2>een<h3>B</h3>twee</main>'), ["x|A|een", "x|B|twee"]],
  ["blocks part words, inline elements do not", page("<main><p>een</p><p>tw<b>ee</b></p><ul><li>drie</li><li>vier</li></ul>vijf<br>zes</main>"), ["||een twee drie vier vijf zes"]],
  ["soft hyphens and runs of space vanish", page("<main>duur\u00adzaam   <p>\n  en </p></main>"), ["||duurzaam en"]],
  ["the text of a picture is read", page('<main><img src="x.png" alt="Een molen"> draait</main>'), ["||Een molen draait"]],
  ["entities are characters", page("<main>&lt;b&gt; &amp; &eacute;&#8217;s</main>"), ["||<b> & é’s"]],
  ["tags that are never closed do no harm", page("<main><p>een<p>twee<div>drie"), ["||een twee drie"]],
  ["an empty page has no sections", page("<main></main>"), []],
  ["a body may go without saying", "<!doctype html><html lang=en><title>T</title><h1>Kop</h1><p>tekst", ["||tekst"]],
  ["a head that ends without a body", "<html><head><title>T</title></head><p>tekst</p></html>", ["||tekst"]],
  ["a piece of a page is content", "<p>los</p><h2 id=\"x\">Kop</h2><p>staand</p>", ["||los", "x|Kop|staand"]],
  ["what stands before the content is none", "<p>voor</p><main>in</main>", ["||in"]],
];
for (const [name, html, expected] of cases) test(name, () => assert.equal(texts(html), expected));

test("the title is the first h1, else the title of the document", () => {
  assert.is(takeApart(page("<main><h1>Kop <em>en</em> staart</h1></main>")).title, "Kop en staart");
  assert.is(takeApart(page("<main>x</main>")).title, "Titel");
  assert.is(takeApart(page("<main>x</main>", "")).title, "");
});

test("an h1 outside the content is the title all the same", () => {
  assert.is(takeApart(page("<header><h1>Kop</h1></header><main>x</main>")).title, "Kop");
});

test("the language is that of the document", () => {
  assert.is(takeApart(page('<main lang="en">x</main>')).language, "nl");
  assert.is(takeApart("<p>x</p>").language, "");
});

test("an entry is no part of the page's text, and has title, text and anchor of its own", () => {
  const { sections, entries } = takeApart(page('<main>voor<div id="kern" data-search-entry><dt><dfn>Kern</dfn></dt><dd>Het <b>midden</b>.</dd></div>na</main>'));
  assert.equal(entries, [{ anchor: "kern", title: "Kern", text: "Het midden." }]);
  assert.equal(sections.map(({ text }) => text), ["voor na"]);
});

test("an entry that is marked with true has no title of that name", () => {
  assert.is(takeApart(page('<main><div id="a" data-search-entry="true"><dt>Kern</dt></div></main>')).entries[0]?.title, "Kern");
});

test("an entry that is a term itself is called by it", () => {
  assert.equal(takeApart(page('<main><dl><dt id="dijk" data-search-entry>Dijk</dt><dd>Een muur van aarde.</dd></dl></main>')).entries, [{ anchor: "dijk", title: "Dijk", text: "" }]);
});

test("an entry may say its title", () => {
  assert.is(takeApart(page('<main><p id="a" data-search-entry="Naam">tekst</p></main>')).entries[0]?.title, "Naam");
});

for (const html of ['<html data-search-ignore><main>x</main>', "<body data-search-ignore>x</body>", "<main data-search-ignore>x</main>"]) {
  test(`a page asks to be left out: ${html}`, () => assert.is(takeApart(html).ignored, true));
}

for (const html of ["", "<", "<main", "<!--", "</main></main>", "<main>".repeat(5000), "<h2 id=>".repeat(3000), "\u0000<main>\uffff"]) {
  test(`bytes that are no page do no harm: ${JSON.stringify(html.slice(0, 20))}`, () => assert.type(takeApart(html).title, "string"));
}

test.run();
