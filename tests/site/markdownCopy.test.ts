import MarkdownIt from "markdown-it";
import { parseDocument } from "htmlparser2";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { allPages } from "../../site/_includes/data.ts";
import { copyOf } from "../../site/standards/addresses.ts";
import { blocksOf } from "../../site/standards/markdown/blocks.ts";
import { markdownCopy } from "../../site/standards/markdown/copy.ts";
import { wholeAddresses } from "../../site/standards/where.ts";
import { elementsOf, named } from "./parsed.ts";
import { renderSample, sampleGraph } from "./sample.ts";

const whole = wholeAddresses("https://voorbeeld.nl", (url) => `/wegwijzer${url}`);
const written = (html: string): string =>
  blocksOf(parseDocument(html).children, { whole: (href) => new URL(href, "https://voorbeeld.nl/a/").href }).join("\n\n");

const cases: readonly (readonly [html: string, markdown: string])[] = [
  ["<h2>Kop</h2><p>Een <strong>vet </strong>woord\n en <em>meer</em>.</p>", "## Kop\n\nEen **vet** woord en *meer*."],
  ["<p>Zie <a href=\"../b/#c\">daar</a>.</p>", "Zie [daar](https://voorbeeld.nl/b/#c)."],
  ["<p>Zie <a href=\"https://x.nl/a(b)\">x</a>.</p>", "Zie [x](https://x.nl/a%28b%29)."],
  ["<p>Zin. <span><a class=\"citation\" href=\"#\">[1]</a><a class=\"citation\" href=\"#\">[12]</a></span></p>", "Zin. [^1][^12]"],
  ["<ul><li>een</li><li>twee</li></ul>", "- een\n- twee"],
  ["<ol><li><p>een</p><p>meer</p></li><li>twee<ul><li>in</li></ul></li></ol>", "1. een\n\n   meer\n\n2. twee\n\n   - in"],
  ["<table><caption>Wie</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th>1|2</th><td></td></tr></tbody></table>", "Wie\n\n| A | B |\n| --- | --- |\n| 1\\|2 |  |"],
  ["<dl><dt>Woord</dt><dd>Uitleg</dd></dl>", "**Woord**\n\nUitleg"],
  ["<blockquote><p>Een</p><p>Twee</p></blockquote>", "> Een\n>\n> Twee"],
  ["<pre><code>a\n  b</code></pre><p><code>a`b</code></p>", "~~~~\na\n  b\n~~~~\n\n``a`b``"],
  ["<p># geen kop</p><p>- geen lijst</p><p>1. geen nummer</p><p>*geen* _nadruk_ &lt;b&gt; [x](y)</p>", "\\# geen kop\n\n\\- geen lijst\n\n1\\. geen nummer\n\n\\*geen\\* \\_nadruk\\_ \\<b\\> \\[x\\](y)"],
  ["<a href=\"/b/\"><h3>Kop</h3><p>Tekst</p></a>", "[Kop Tekst](https://voorbeeld.nl/b/)"],
  ["<svg><text>x</text></svg><nav>x</nav><form>x</form><span aria-hidden=\"true\">x</span><p hidden>x</p><p>y</p><!-- x -->", "y"],
  ["<div>los<p>blok</p>los</div>", "los\n\nblok\n\nlos"],
];
for (const [html, markdown] of cases) test(`${html} becomes Markdown`, () => assert.is(written(html), markdown));

/** What readers of both see: no space, no marks, no numbers of footnotes. */
const bare = (text: string): string => text.replace(/\s|\[\^?\d+\]/g, "");
const hidden = new Set(["svg", "nav", "form", "fieldset", "label"]);

for (const text of ["Gewoon", "*a* _b_ [c](d) `e` <f> &amp; #g 1. h ~i~ |j| \\k ![l](m)", "- - -", "1) a", "> b", "**", "\\"]) {
  const graph = sampleGraph(text);
  const pages = await renderSample(text, "/wegwijzer");

  test(`a copy says what its page says, also when that is ${text}`, () => {
    for (const { url, html } of pages.filter(({ url: address }) => address !== "/404.html")) {
      const page = allPages(graph).find((each) => each.url === url);
      assert.ok(page);
      const copy = markdownCopy(page, html, graph, whole);
      const body = copy.slice(copy.indexOf("\n---\n", 4) + 5).replace(/^\[\^\d+\]: .*$/gm, "");
      const shown = new MarkdownIt({ html: false }).render(body);
      assert.ok(bare(textIn(shown)).length > 100, url);
      assert.is(bare(textIn(shown)), bare(textIn(html, true)), url);
    }
  });
}

/** All text of a page, or of its main part without what a copy leaves out. */
function textIn(html: string, mainOnly = false): string {
  const root = parseDocument(html);
  const parts: string[] = [];
  const walk = (nodes: typeof root.children, isIn: boolean): void => {
    for (const node of nodes) {
      if ("attribs" in node) {
        const { class: name = "", "aria-hidden": unseen, hidden: off } = node.attribs;
        const isOut = mainOnly && (hidden.has(node.name) || unseen === "true" || off !== undefined || name === "sources");
        if (!isOut && node.name !== "style" && node.name !== "title") walk(node.children, isIn || node.name === "main");
      } else if ("data" in node && node.type === "text" && isIn) parts.push(node.data);
    }
  };
  walk(root.children, !mainOnly);
  return parts.join("");
}

test("a copy begins with title and summary, and its links are whole", async () => {
  const graph = sampleGraph();
  const page = allPages(graph).find(({ id }) => id === "thema:energie");
  const html = (await renderSample("Gewoon", "/wegwijzer")).find(({ url }) => url === page?.url)?.html ?? "";
  assert.ok(page);
  const copy = markdownCopy(page, html, graph, whole);
  assert.match(copy, /^---\ntitel: "Gewoon"\nsamenvatting: "Gewoon Een samenvatting [^\n]+"\n---\n\n/);
  assert.match(copy, "Een zin. [^1]");
  assert.match(copy, "\n[^1]: [Gewoon](https://voorbeeld.nl/?a=1&b=2). Gewoon, oktober 2025, stand oktober 2025.\n");
  const links = named(elementsOf(new MarkdownIt().render(copy)), "a").map(({ attributes }) => attributes["href"] ?? "");
  assert.ok(links.length > 5);
  assert.equal(links.filter((href) => !href.startsWith("https://voorbeeld.nl/")), []);
});

test("the copy of a page lies beside it", () => {
  assert.equal(["/", "/a/b/", "/a.html", "/a"].map(copyOf), ["/index.md", "/a/b/index.md", "/a.md", "/a.md"]);
});

test.run();
