/** Former addresses: each leads in one step to a page of today, or is a problem. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { defineKind, z } from "../../plugins/content/index.ts";
import { formerAddresses } from "../../src/content/formerAddresses.ts";
import { schemasOf } from "../../src/content/options.ts";
import { formatProblem } from "../../src/content/report.ts";
import type { Site } from "../../src/content/site.ts";
import { siteOf } from "./smallSite.ts";

const blad = defineKind({ name: "blad", folder: "bladen", schema: z.object({ titel: z.string(), vroegereUrls: z.array(z.string()).optional() }) });
const woord = defineKind({
  name: "woord",
  folder: "woorden.yaml",
  schema: z.object({ titel: z.string(), formerUrls: z.union([z.string(), z.array(z.string())]).optional() }),
  address: ({ slug }) => `/bladen/woorden/#${slug}`,
});
const context = { kinds: [blad, woord], schemaOf: schemasOf([blad, woord]), assets: new Map([["beeld/kaart.svg", "/beeld/kaart.svg"]]), addresses: new Set(["/feed.xml"]) };

const page = (...urls: readonly string[]): string => `---\ntitel: T\nvroegereUrls: ${JSON.stringify(urls)}\n---\nTekst.\n`;

function site(files: Readonly<Record<string, string>>, publish = true): Site {
  return siteOf({ "bladen/woorden.md": page(), ...files }, { ...context, publish });
}

test("every former address leads to where its page is now, by address", () => {
  const { graph, problems } = site({
    "bladen/b.md": page("/oud/b/", "/a/index.html", "/oud/caf%C3%A9"),
    "woorden.yaml": "niche:\n  titel: Niche\n  formerUrls: /bladen/niche/\n",
  });
  assert.equal(problems, []);
  assert.equal(formerAddresses(graph).map(({ from, to, page: { id } }) => [from, to, id]), [
    ["/a/", "/bladen/b/", "blad:b"],
    ["/bladen/niche/", "/bladen/woorden/#niche", "woord:niche"],
    ["/oud/b/", "/bladen/b/", "blad:b"],
    ["/oud/café", "/bladen/b/", "blad:b"],
  ]);
});

test("what a draft has left leads nowhere until it is published", () => {
  const files = { "bladen/a.md": page("/oud/").replace("titel", "status: concept\ntitel") };
  assert.equal(formerAddresses(site(files).graph), []);
  assert.is(formerAddresses(site(files, false).graph).length, 1);
});

/** What the page `bladen/a.md` may not name as a former address, beside `bladen/b.md` that left `/oud/`. */
const faults: readonly (readonly [what: string, url: string, told: string])[] = [
  ["the address of another page", "/bladen/b/", "former-address: expected an address that is no longer in use; site/bladen/b.md has it"],
  ["its own address", "/bladen/a/", "former-address: expected an address that is no longer in use; site/bladen/a.md has it"],
  ["an address in use, without its slash", "/bladen/b", "former-address: expected an address that is no longer in use; site/bladen/b.md has it"],
  ["an address in use, as a file", "/bladen/b/index.html", "former-address: expected an address that is no longer in use; site/bladen/b.md has it"],
  ["an address in use, in upper case", "/Bladen/B/", "former-address: expected an address that is no longer in use; site/bladen/b.md has it"],
  ["an address in use, encoded", "/bladen/%62/", "former-address: expected an address that is no longer in use; site/bladen/b.md has it"],
  ["a picture", "/beeld/kaart.svg", "former-address: expected an address that is no longer in use; beeld/kaart.svg has it"],
  ["an address inside a picture", "/beeld/kaart.svg/oud/", "former-address: expected an address that is no longer in use; beeld/kaart.svg has it"],
  ["what something else makes", "/feed.xml", "former-address: expected an address that is no longer in use; /feed.xml has it"],
  ...["oud/", "https://example.org/oud/", "//example.org/", "/*", "/:splat", "/oud/?id=3", "/oud/#kop", "/../oud/", "/%2e%2e/oud/", "/a b/", "/a\tb", "", "/oud/\n/x/ /y/"].map((url) => (
    [JSON.stringify(url), url, "former-address-form: expected a former address of this site, as /themes/energy/, of letters, digits, hyphens, dots and slashes"] as const
  )),
];
for (const [what, url, told] of faults) {
  test(`a former address cannot be ${what}`, () => {
    const { problems } = site({ "bladen/a.md": page("/vroeger/", url), "bladen/b.md": page("/oud/") });
    assert.equal(problems.map((problem) => formatProblem(problem, "en").split(", got ")[0]), [`site/bladen/a.md:3:28 ${told}`]);
  });
}

test("two pages cannot both have left an address, and one page names it once", () => {
  const { problems } = site({ "bladen/a.md": page("/oud/", "/oud"), "bladen/b.md": page("/Oud/index.html") });
  assert.equal(problems.map((problem) => formatProblem(problem, "en")), [
    'site/bladen/a.md:3:24 former-address: expected an address that is no longer in use; site/bladen/a.md has it, got "/oud"',
    'site/bladen/b.md:3:16 former-address: expected an address that is no longer in use; site/bladen/a.md has it, got "/Oud/index.html"',
  ]);
});

test("former addresses that change places are no loop: both are in use", () => {
  const { problems } = site({ "bladen/a.md": page("/bladen/b/"), "bladen/b.md": page("/bladen/a/") });
  assert.equal(problems.map(({ file, rule, got }) => [file, rule, got]), [
    ["site/bladen/a.md", "former-address", "/bladen/b/"],
    ["site/bladen/b.md", "former-address", "/bladen/a/"],
  ]);
});

test.run();
