import { Parser } from "htmlparser2";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { allPages } from "../../site/_includes/data.ts";
import { site } from "../../site/site.ts";
import { addresses, copyOf } from "../../site/standards/addresses.ts";
import { fixedFiles } from "../../site/standards/writing.ts";
import { publishedPages } from "../../site/standards/published.ts";
import { wholeAddresses } from "../../site/standards/where.ts";
import { xml, xmlDocument } from "../../site/standards/xml.ts";
import { sampleGraph } from "./sample.ts";
import { readTurtle } from "./turtle.ts";

const whole = wholeAddresses("https://voorbeeld.nl", (url) => `/wegwijzer${url}`);
const HOSTILE = `</title>]]>"><x y='&amp;'> \\ é`;
const graph = sampleGraph(HOSTILE);
const files = fixedFiles(graph, whole);
const fileOf = (address: string): string => files[address] ?? "";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Elements in the order in which they begin; every one of them closed by its own end. */
function readXml(text: string): readonly Node[] {
  const [all, open]: [Node[], Node[]] = [[], []];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const node = { name, attributes, text: "" };
      all.push(node);
      open.push(node);
    },
    ontext: (part) => {
      const inner = open.at(-1);
      if (inner !== undefined) inner.text += part;
    },
    onclosetag: (name, isImplied) => {
      assert.not(isImplied && !text.includes(`<${name} `), `${name} is left open`);
      assert.is(open.pop()?.name, name);
    },
  }, { xmlMode: true });
  parser.end(text);
  assert.equal(open, []);
  return all;
}
const textsIn = (nodes: readonly Node[], name: string): readonly string[] => nodes.filter((node) => node.name === name).map(({ text }) => text);
const linkIn = (nodes: readonly Node[], rel: string): string | undefined => nodes.find(({ attributes }) => attributes["rel"] === rel)?.attributes["href"];

test("XML escapes what has a meaning, and leaves out what it cannot hold", () => {
  assert.is(xmlDocument(xml("a", { b: `<"&'\n` }, "]]>\u0000\u000b\ufffe<")), `<?xml version="1.0" encoding="utf-8"?>\n<a b="&lt;&quot;&amp;&#39;&#10;">]]&gt;&lt;</a>\n`);
});

test("the sitemap has every page of its own once, with the day of its last change", () => {
  const nodes = readXml(fileOf(addresses.sitemap));
  const listed = textsIn(nodes, "loc");
  const pages = allPages(graph).filter(({ url }) => !url.includes("#") && url !== "/404.html");
  assert.equal([...listed].sort(), pages.map(({ url }) => whole(url)).sort());
  assert.equal(listed, [...listed].sort());
  assert.equal([...new Set(textsIn(nodes, "lastmod"))], ["2026-11-23"]);
  assert.ok(listed.every((url) => url.startsWith("https://voorbeeld.nl/wegwijzer/")));
});

test("drafts, parts of pages and the page for what is not there are told to no machine", () => {
  const page = allPages(graph).find(({ id }) => id === "thema:energie");
  assert.ok(page);
  const pages = [{ ...page, draft: true }, { ...page, url: "/bronnen/#nota" }, { ...page, url: "/404.html" }, page];
  assert.equal(publishedPages({ ...graph, pages } as typeof graph).map(({ url }) => url), ["/themas/energie/"]);
});

test("the feed has an entry for each change, with an id of its own and text as it was written", () => {
  const nodes = readXml(fileOf(addresses.feed));
  const zin = `${HOSTILE} is nu te lezen op deze site.`;
  assert.equal(textsIn(nodes, "title").slice(1), [zin]);
  assert.equal(textsIn(nodes, "id"), [whole("/wijzigingen.xml"), whole("/wijzigingen/#nieuw")]);
  assert.equal(textsIn(nodes, "updated"), ["2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z"]);
  assert.is(linkIn(nodes, "self"), whole(addresses.feed));
  assert.equal(nodes.filter(({ attributes }) => attributes["rel"] === "alternate").map(({ attributes }) => attributes["href"]), [whole("/wijzigingen/"), whole("/themas/energie/")]);
});

test("OpenSearch leads to the page of searching, with the words where the browser puts them", () => {
  const nodes = readXml(fileOf(addresses.openSearch));
  const templates = nodes.filter(({ name }) => name === "Url").map(({ attributes }) => attributes["template"]);
  assert.equal(templates, [`${whole("/zoeken/")}?q={searchTerms}`, whole(addresses.openSearch)]);
  assert.ok((textsIn(nodes, "ShortName")[0] ?? "").length <= 16);
});

test("robots are let in and led to the sitemap", () => {
  assert.is(fileOf(addresses.robots), `User-agent: *\nAllow: /\n\nSitemap: https://voorbeeld.nl/wegwijzer/sitemap.xml\n`);
});

const triples = readTurtle(fileOf(addresses.turtle));
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const valuesOf = (subject: string, predicate: string): readonly string[] =>
  triples.filter(([s, p]) => s === subject && p === predicate).map(([, , value]) => value);
const concepts = triples.filter(([, predicate, value]) => predicate === TYPE && value === `${SKOS}Concept`).map(([subject]) => subject);

test("every term is a concept at its place in the list of terms", () => {
  assert.equal([...concepts].sort(), [whole("/begrippen/#coalitie"), whole("/begrippen/#niche")]);
});

for (const concept of concepts) {
  test(`${concept} keeps NL-SBB: one preferred label, a definition, a scheme, and no label twice`, () => {
    for (const predicate of ["prefLabel", "definition", "inScheme", "topConceptOf"]) assert.is(valuesOf(concept, SKOS + predicate).length, 1, predicate);
    const labels = ["prefLabel", "altLabel", "hiddenLabel"].flatMap((name) => valuesOf(concept, SKOS + name));
    assert.is(new Set(labels).size, labels.length);
    assert.ok(labels.every((label) => label.endsWith("@nl")));
    assert.is(valuesOf(valuesOf(concept, `${SKOS}inScheme`)[0] ?? "", "http://purl.org/dc/terms/title").length, 1);
  });
}

test("what is related is related both ways, to a concept of the list", () => {
  for (const [subject, , value] of triples.filter(([, predicate]) => predicate === `${SKOS}related`)) {
    assert.ok(concepts.includes(value), value);
    assert.ok(valuesOf(value, `${SKOS}related`).includes(subject), `${value} back to ${subject}`);
  }
});

test("a hostile label comes out of Turtle as it went in", () => {
  assert.equal(valuesOf(whole("/begrippen/#coalitie"), `${SKOS}definition`), [`${HOSTILE}@nl`]);
});

interface Expanded {
  readonly "@context": Readonly<Record<string, string>>;
  readonly "@graph": readonly Readonly<Record<string, unknown>>[];
}

test("Turtle and JSON-LD say the same", () => {
  const { "@context": context, "@graph": things } = JSON.parse(fileOf(addresses.jsonLd)) as Expanded;
  const address = (name: string): string => name.replace(/^(\w+):/, (all, prefix: string) => context[prefix] ?? all);
  const valueOf = (value: unknown): string => {
    if (typeof value === "string") return value;
    const { "@id": id, "@value": text, "@language": language } = value as Readonly<Record<string, string>>;
    return id ?? `${text}@${language}`;
  };
  const said = things.flatMap(({ "@id": id, "@type": types, ...rest }) => [
    ...(types as readonly string[]).map((type) => [id, TYPE, address(type)]),
    ...Object.entries(rest).flatMap(([predicate, values]) => (values as readonly unknown[]).map((value) => [id, address(predicate), valueOf(value)])),
  ]);
  assert.equal(said.map((each) => each.join(" ")).sort(), triples.map((each) => each.join(" ")).sort());
});

test("llms.txt begins with the name, and leads once to the copy of every page", () => {
  const text = fileOf(addresses.llms);
  assert.ok(text.startsWith(`# ${site.name}\n\n> `));
  const copies = [...text.matchAll(/^- \[.*\]\((.*?)\): /gm)].map(([, address]) => address);
  assert.equal([...copies].sort(), publishedPages(graph).map(({ url }) => whole(copyOf(url))).sort());
});

test.run();
