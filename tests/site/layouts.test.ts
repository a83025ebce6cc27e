import { brotliCompressSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { elementsOf, named } from "./parsed.ts";
import type { ParsedElement } from "./parsed.ts";
import { renderSample } from "./sample.ts";
import type { SamplePage } from "./sample.ts";

const MAX_STYLE_BYTES = 8 * 1024;
const hostileTitles = [
  "</title><img src=x onerror=alert(1)>",
  "\"><script>alert(1)</script>",
  "' onfocus=alert(1) autofocus x='",
  "Boer & burger &amp; <b>bedrijf</b>",
  "--></style><svg onload=alert(1)>",
];
/** Attributes in which a browser would run or fetch what a title says. */
const RISKY = /^(on|style$|srcdoc$|formaction$)/;

const calm = await renderSample("Gewone titel", "/wegwijzer");

for (const title of hostileTitles) {
  const pages = await renderSample(title);
  for (const page of pages) {
    test(`${page.layout} shows the title ${title} as text at ${page.url}`, () => showsAsText(page, title));
  }
}

function showsAsText({ html }: SamplePage, title: string): void {
  const elements = elementsOf(html);
  const risky = elements.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => RISKY.test(name)));
  assert.equal(risky, []);
  for (const name of ["img", "b"]) assert.is(named(elements, name).length, 0, name);
  assert.equal(scriptsIn(elements), []);
  assert.ok(named(elements, "title")[0]?.text.includes(title), "title");
  assert.is(named(elements, "h1")[0]?.text, title);
  const description = named(elements, "meta").find(({ attributes }) => attributes["name"] === "description");
  assert.ok(description?.attributes["content"]?.startsWith(title), "description");
}

for (const { url, html } of calm) {
  const elements = elementsOf(html);

  test(`${url} keeps the strict policy`, () => {
    assert.is(named(elements, "style").length, 1);
    assert.equal(scriptsIn(elements), []);
    assert.equal(elements.filter(({ attributes }) => "style" in attributes), []);
    assert.not.match(html, /url\(["']?data:|(href|src)="data:/);
  });

  test(`${url} is valid HTML`, () => assert.equal(faultsOf(html), []));

  test(`${url} has the prefix of the site in every address of its own`, () => {
    const addresses = elements.flatMap(({ attributes: { href, action } }) => [href, action].filter((address) => address !== undefined));
    assert.equal(addresses.filter((address) => !/^(\/wegwijzer\/|#|https:)/.test(address)), []);
  });

  test(`${url} has one title, one main part, and a way to it`, () => {
    assert.is(named(elements, "h1").length, 1);
    assert.equal(named(elements, "main").map(({ attributes }) => attributes["id"]), ["inhoud"]);
    assert.ok(named(elements, "a")[0]?.attributes["href"] === "#inhoud");
  });

  test(`${url} has one search form, which leads to a page`, () => {
    const forms = named(elements, "form");
    assert.equal(forms.map(({ attributes }) => attributes["action"]), ["/wegwijzer/zoeken/"]);
  });
}

/** What a browser would run: not data that is written in an element of that name. */
function scriptsIn(elements: readonly ParsedElement[]): readonly ParsedElement[] {
  return named(elements, "script").filter(({ attributes }) => attributes["type"] !== "application/ld+json");
}

/** Upper case and slashes are taste; the rest of the recommended rules hold. */
function faultsOf(html: string): readonly string[] {
  const rules = { "doctype-style": "off", "void-style": "off" } as const;
  const { results } = new HtmlValidate({ extends: ["html-validate:recommended"], rules }).validateStringSync(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

test("the style sheet is the same on every page", () => {
  assert.is(new Set(calm.map(({ html }) => styleOf(html))).size, 1);
});

test(`the style sheet is at most ${MAX_STYLE_BYTES} bytes after brotli`, () => {
  const bytes = brotliCompressSync(styleOf(calm[0]?.html ?? "")).length;
  assert.ok(bytes > 0 && bytes <= MAX_STYLE_BYTES, `${bytes} B`);
});

test("the menu leads only to addresses that have a page", () => {
  const links = named(elementsOf(calm[0]?.html ?? ""), "a").map(({ text }) => text);
  assert.ok(links.includes("Begrippen"));
  assert.not.ok(links.includes("Instrumenten"), "no overview stands at that address");
});

function styleOf(html: string): string {
  return /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
}

test.run();
