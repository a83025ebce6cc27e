/**
 * Input that nobody should write and somebody will: refused at its place, or read as it was meant.
 *
 * Each row taught something. What is of one file stands here; what a disk must hold, in `oddFiles.test.ts`.
 */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { defineKind, partialDate, z } from "../../plugins/content/index.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { schemasOf } from "../../src/content/options.ts";
import type { Site } from "../../src/content/site.ts";
import { siteOf } from "./smallSite.ts";

const blad = defineKind({
  name: "blad",
  folder: "bladen",
  schema: z.object({
    titel: z.string().min(1),
    n: z.int().optional(),
    sinds: partialDate.optional(),
    woorden: z.array(z.string()).optional(),
    verwant: z.array(z.string()).optional(),
    rollen: z.array(z.object({ blad: z.string(), rol: z.string() })).optional(),
  }),
  relations: { verwant: { to: "*" }, rollen: { to: "blad", field: "blad", once: true } },
  layout: "page.11ty.js",
});
const woord = defineKind({
  name: "woord",
  folder: "woorden.yaml",
  schema: z.object({ titel: z.string() }),
  address: ({ slug }) => `/bladen/boot/#${slug}`,
  term: { names: ({ titel }) => [String(titel)] },
});
const bron = defineKind({ name: "bron", folder: "bronnen.yaml", schema: z.object({ titel: z.string(), url: z.url() }), address: ({ slug }) => `/bladen/boot/#${slug}` });
const kinds = [blad, woord, bron];

const context = {
  kinds,
  schemaOf: schemasOf(kinds),
  md: markdownParser(true, true),
  citedKind: bron,
  assets: new Map([["beeld/kaart.svg", "/beeld/kaart.svg"]]),
  unpublished: new Set(["bladen/foto.png"]),
  addresses: new Set<string>(),
};

function site(files: Readonly<Record<string, string>>): Site {
  const boot = "---\ntitel: Boot\n---\n## Kop\n";
  return siteOf({ "bladen/boot.md": boot, "bronnen.yaml": "rapport:\n  titel: R\n  url: https://example.org/\n", ...files }, context);
}

const told = (files: Readonly<Record<string, string>>): readonly string[] =>
  site(files).problems.map(({ line, column, rule, level, got, nearest }) => (
    `${line}:${column} ${rule}${level === "error" ? "" : ` (${level})`} ${got.slice(0, 40)}${nearest === undefined ? "" : ` → ${nearest}`}`
  ));

/** Front matter after the opening fence, and what is told of it. */
const frontMatters: readonly (readonly [what: string, yaml: string, told: readonly string[]])[] = [
  ["a list that never closes is told where it opens", "titel: T\nwoorden: [a, b\nn: 1", ["3:10 unclosed-bracket [a, b"]],
  ["a bracket in a bracket that never closes", "titel: T\nwoorden: [a, [b, c]\nn: 1", ["3:10 unclosed-bracket [a, [b, c]"]],
  ["keys that never close are told where they open", "titel: { a: b\nn: 1", ["2:8 unclosed-bracket { a: b"]],
  ["a mistyped key is one problem, not two", "tietl: T", ["2:1 unknown-key tietl → titel"]],
  ["a key in upper case is one problem too", "Titel: T\nn: een", ["2:1 unknown-key Titel → titel", "3:4 invalid-value een"]],
  ["a key that is missing and one that looks like nothing are two", "xyzzy: T", ["1:1 missing-value ", "2:1 unknown-key xyzzy"]],
  ["a mistyped key inside a list is one problem", "titel: T\nrollen:\n  - bladd: boot\n    rol: x", ["4:5 unknown-key bladd → blad"]],
  ["an asterisk before a value is an alias to YAML", "titel: *belangrijk*", ["2:8 unknown-alias *belangrijk*"]],
  ["a value that holds itself", "titel: T\nwoorden: &w [*w]", ["3:14 yaml-too-complex "]],
  ["bytes in place of text", "titel: !!binary aGFsbG8=", ["2:17 yaml-tag !!binary"]],
  ["a set in place of a list", "titel: T\nwoorden: !!set { a, b }", ["3:16 yaml-tag !!set"]],
  ["a number that no computer holds is shown as it was written", "titel: T\nn: 1e400", ["3:4 invalid-value 1e400"]],
  ["so is one that is none", "titel: T\nn: .nan", ["3:4 invalid-value .nan"]],
  ["an empty item of a list", "titel: T\nwoorden: [~]", ["3:11 missing-value "]],
  ["a title of spaces", "titel: '   '", ["2:8 unseen-title    "]],
  ["a title of a space that has no width", "titel: '\u200b'", ["2:8 unseen-title \u200b"]],
  ["NUL, written as an escape", 'titel: "a\\0b"', ["2:8 unseen-character U+0000"]],
  ["a bidirectional sign, written as an escape", 'titel: T\nwoorden: ["a\\u202eb"]', ["3:11 unseen-character U+202E"]],
  ["half a character, written as an escape", 'titel: "a\\ud800b"', ["2:8 unseen-character U+D800"]],
  ["three dots do not end front matter", "titel: T\n...\n---\ntitel: B", ["3:1 front-matter-unclosed ..."]],
  ["a key with a space too many before it", "titel: T\n woorden: [x]", ["3:1 bad-indentation  woorden: [x]"]],
  ["a key without a space after its colon", "titel: T\nn:1", ["3:1 missing-colon n:1"]],
  ["a sign that YAML keeps for itself", "titel: @jan", ["2:8 unquoted-sign @jan"]],
  ["text after a closing quote", 'titel: "Een" en twee', ["2:14 text-after-quote en twee"]],
  ["a path of Windows in double quotes", 'titel: "C:\\Xdocs"', ['2:11 unknown-escape \\Xdocs"']],
  ["a day that a month has not", "titel: T\nsinds: 2026-02-31", ["3:8 invalid-value 2026-02-31"]],
  ["brackets by the thousand", `titel: T\nwoorden: ${"[".repeat(20_000)}`, [`3:${"titel: T".length + 823} yaml-too-complex `]],
  ["keys by the ten thousand", Array.from({ length: 30_000 }, (_, index) => `k${index}: x`).join("\n"), ["1:1 front-matter-too-large 288890"]],
  ["the same key twice, deep inside", "titel: T\nrollen:\n  - blad: boot\n    blad: boot\n    rol: x", ["5:5 duplicate-key blad"]],
  ["the same page twice in a list", 'titel: T\nverwant: ["blad:boot", "blad:boot"]', ["3:24 duplicate-reference blad:boot"]],
  ["the same page twice under a key of which each may be named once", "titel: T\nrollen:\n  - { blad: boot, rol: a }\n  - { blad: boot, rol: b }", ["5:13 duplicate-reference boot"]],
  ["the file of a page in place of its name", "titel: T\nrollen: [{ blad: bladen/boot.md, rol: x }]", ["3:18 unknown-reference bladen/boot.md → boot"]],
  ["a permalink with a part that no disk holds", `titel: T\npermalink: /${"a".repeat(300)}/`, [`3:12 permalink-length /${"a".repeat(39)}`]],
  ["a permalink inside a file that is copied", "titel: T\npermalink: /beeld/kaart.svg/x/", ["3:12 address-over-asset /beeld/kaart.svg/x/"]],
];
for (const [what, yaml, problems] of frontMatters) {
  test(`front matter: ${what}`, () => {
    const place = /^\d+:\d+/;
    const found = told({ "bladen/x.md": `---\n${yaml}\n---\nTekst.\n` });
    // Where a parser gave up differs from one to the next.
    const isDeep = yaml.includes("[[[");
    assert.equal(isDeep ? found.map((line) => line.replace(place, "").slice(0, 18)) : found, isDeep ? [" yaml-too-complex "] : problems);
  });
}

/** A body on line 4, and what is told of it. */
const bodies: readonly (readonly [what: string, body: string, told: readonly string[]])[] = [
  ["an entity that makes a bidirectional sign", "Veilig &#x202E;gnidrow", ["4:8 unseen-character U+202E"]],
  ["one with a name, in the title of a link", '[x](boot.md "&rlm;a")', ["4:14 unseen-character U+200F"]],
  ["one in code is shown as it is", "`&#x202E;`", []],
  ["a link with a space in its address is no link", "zie [x](een twee.md)", ["4:5 unread-link (warning) [x](een twee.md)"]],
  ["a link with a space before its address", "[x] (boot.md)", ["4:1 unread-link (warning) [x] (boot.md)"]],
  ["a link with a definition that is not there", "[tekst][nergens]", ["4:1 unread-link (warning) [tekst][nergens]"]],
  ["a link as a wiki has it", "[[boot]]", ["4:1 unread-link (warning) [[boot]]"]],
  ["a citation with a space before its name", "Zin. [ @rapport]", ["4:6 unread-link (warning) [ @rapport]"]],
  ["a citation in the text of a link", "[tekst [@rapport]](boot.md)", ["4:18 unread-link (warning) ](boot.md)"]],
  ["what is escaped was meant", "\\[x](y) en \\[[boot]\\] en `[x] (boot.md)`", []],
  ["a year after brackets is no link", "zie [1] (2020) en [a]", []],
  ["a link without words", "x [](boot.md)", ["4:3 link-without-text (warning) boot.md"]],
  ["a picture without words", "![](../beeld/kaart.svg)", ["4:1 image-without-text (warning) ../beeld/kaart.svg"]],
  ["a link around a picture has its words", "[![kaart](../beeld/kaart.svg)](boot.md)", []],
  ["a citation in the words of a picture", "![a [@rapport]](../beeld/kaart.svg)", ["4:17 misplaced-citation [@rapport]"]],
  ["a citation with a month that is none", "Zin. [@rapport, stand 2026-13]", ["4:7 malformed-citation [@rapport, stand 2026-13]"]],
  ["a citation with a day that is none", "Zin. [@rapport, stand 2026-02-31]", ["4:7 malformed-citation [@rapport, stand 2026-02-31]"]],
  ["a citation of what every object has", "Zin. [@__proto__] [@constructor]", ["4:7 unknown-source __proto__", "4:20 unknown-source constructor"]],
  ["an address without a host", "[x](https://) [y](https:/boot.md)", ["4:5 link-address https://", "4:19 link-address https:/boot.md"]],
  ["an address with a name before the host", "[x](https://bank.example@boos.example/)", ["4:5 link-address https://bank.example@boos.example/"]],
  ["a letter to nobody", "[x](mailto:) [y](tel:)", ["4:5 link-address mailto:", "4:18 link-address tel:"]],
  ["a letter with more than it says", "[x](mailto:a@example.org?subject=%0D%0ABcc:b@example.org)", ["4:5 link-address mailto:a@example.org?subject=\r\nBcc:b@exa"]],
  ["a letter and a number", "[x](mailto:a@example.org?subject=Hallo) [y](tel:+31-20-123)", []],
  ["javascript with an entity in it", "[x](java&#115;cript&colon;alert(1))", ["4:5 link-scheme javascript:alert(1)"]],
  ["javascript with a tab in it", "[x](java&#9;script:alert(1))", ["4:5 broken-link java\tscript:alert(1)"]],
  ["javascript under a definition", "[x]\n\n[x]: javascript:alert(1)", ["4:1 link-scheme javascript:alert(1)"]],
  ["an address of Windows", "[x](/\\\\\\\\boos.example)", ["4:5 broken-link /\\\\boos.example"]],
  ["a path that climbs out", "[x](%2e%2e/%2e%2e/etc/passwd)", ["4:5 broken-link ../../etc/passwd"]],
  ["an anchor that every object has", "[x](#constructor)", ["4:5 unknown-anchor #constructor"]],
  ["an anchor in upper case", "[x](boot.md#Kop)", ["4:5 unknown-anchor boot.md#Kop → boot.md#kop"]],
  ["a definition that is used until the page is a hundred times its file", `[a]: https://example.org/${"x".repeat(20_000)}\n\n${"[a]".repeat(200)}`, ["6:1 links-too-long 4004600"]],
];
for (const [what, body, problems] of bodies) {
  test(`text: ${what}`, () => {
    const found = told({ "bladen/x.md": `---\ntitel: T\n---\n${body}\n` });
    assert.equal(found.map((line) => (problems.length === 1 && line.includes("links-too-long") ? line.replace(/\d+$/, "4004600") : line)), problems);
  });
}

test("a file that is there and not published is told so", () => {
  const [problem] = site({ "bladen/x.md": "---\ntitel: T\n---\n![x](foto.png)\n" }).problems;
  assert.match(String(problem?.remedy), "is not published: copy it with addPassthroughCopy");
});

test("a file whose name must be encoded is offered as it must be written", () => {
  assert.equal(told({ "bladen/c#.md": "---\ntitel: C\n---\n", "bladen/x.md": "---\ntitel: T\n---\n[c](<c#.md>) [c](c%23.md)\n" }), ["4:6 broken-link c#.md → c%23.md"]);
});

/** A body and the HTML that it makes. */
const shown: readonly (readonly [what: string, body: string, html: string])[] = [
  ["a part of a file that is copied keeps its anchor", "[x](../beeld/kaart.svg?a#laag)", '<p><a href="/beeld/kaart.svg?a#laag">x</a></p>'],
  ["a word that is no term stays a word in the text of a picture", "![een [boot]{.geen}](../beeld/kaart.svg)", '<p><img src="/beeld/kaart.svg" alt="een boot"></p>'],
  ["headings that are called as what every object has", "## constructor\n\n## constructor\n\n[x](#constructor-1)", '<h2 id="constructor">constructor</h2>\n<h2 id="constructor-1">constructor</h2>\n<p><a href="#constructor-1">x</a></p>'],
  ["a heading of signs alone", "## 🌷", '<h2 id="1f337">🌷</h2>'],
  ["the flag of a part of a country, which is made of signs that cannot be seen", "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "<p>🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}</p>"],
];
for (const [what, body, html] of shown) {
  test(`shown: ${what}`, () => {
    const { rendered, problems } = site({ "bladen/x.md": `---\ntitel: T\n---\n${body}\n` });
    assert.equal(problems, []);
    assert.is(rendered.get("bladen/x.md")?.render().trimEnd(), html);
  });
}

/** Files beside the sound one, and what is told. */
const sites: readonly (readonly [what: string, files: Readonly<Record<string, string>>, told: readonly string[]])[] = [
  ["a list of two documents does not lose the second", { "woorden.yaml": "a:\n  titel: A\n---\nb:\n  titel: B\n" }, ["3:1 several-documents ---"]],
  ["the same entry twice", { "woorden.yaml": "a:\n  titel: A\na:\n  titel: B\n" }, ["3:1 duplicate-key a"]],
  ["two entries with one address", { "woorden.yaml": "a b:\n  titel: A\na-b:\n  titel: B\n" }, ["3:1 duplicate-address /bladen/boot/#a-b"]],
  ["an entry without a name", { "woorden.yaml": "'':\n  titel: A\n" }, ["1:1 missing-id "]],
  ["a folder that differs in upper case", { "Bladen/x.md": "---\ntitel: T\n---\n" }, ["1:1 no-kind Bladen/x.md → bladen/x.md"]],
  ["a title on two lines is one title", { "bladen/x.md": "---\ntitel: |\n  een\n  twee\n---\n" }, []],
];
for (const [what, files, problems] of sites) test(`files: ${what}`, () => assert.equal(told(files), problems));

test("a title on two lines is shown on one", () => {
  assert.is(site({ "bladen/x.md": "---\ntitel: |\n  een\n  twee\n---\n" }).graph.page("blad:x")?.title, "een twee");
});

test("index.md is the page of its folder", () => {
  const { graph } = site({ "bladen/index.md": "---\ntitel: T\n---\n" });
  assert.is(graph.page("blad:index")?.url, "/bladen/");
});

test("a list of sixty thousand doubles ends in a few problems", () => {
  const { problems } = site({ "woorden.yaml": "a: 1\n".repeat(60_000) });
  assert.ok(problems.length > 50 && problems.length < 1000, String(problems.length));
});

test.run();
