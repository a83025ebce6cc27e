/** Bytes, front matter and YAML: what is read, and what is refused at which place. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { problemOfBytes, problemsOfCharacters } from "../../src/content/bytes.ts";
import { readFrontMatter } from "../../src/content/frontMatter.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { normalLines } from "../../src/content/places.ts";
import type { Problem } from "../../src/problem.ts";

const m = messagesIn("en");
const place = ({ line, column, rule, got }: Problem): string => `${line}:${column} ${rule} ${got}`;

const refused: readonly (readonly [what: string, text: string, problem: string])[] = [
  ["an empty file", "", "1:1 empty-file "],
  ["a file of white space", " \n\n", "1:1 empty-file "],
  ["text without front matter", "Tekst.\n", "1:1 front-matter-missing Tekst."],
  ["four dashes", "----\ntitel: x\n---\n", "1:1 front-matter-missing ----"],
  ["a fence that never closes", "---\ntitel: x\n\nTekst", "1:1 front-matter-unclosed "],
  ["JavaScript", "---js\n{}\n---\n", "1:4 front-matter-language js"],
  ["JSON", "---json\n{}\n---\n", "1:4 front-matter-language json"],
  ["text instead of keys", "---\nzomaar tekst\n---\n", "2:1 front-matter-not-a-map zomaar tekst"],
  ["a list instead of keys", "---\n- een\n---\n", "2:1 front-matter-not-a-map - een"],
  ["a quote that never closes", '---\ntitel: "x\nid: a\n---\n', '2:8 unclosed-quote "x'],
  ["a second colon", "---\ntitel: Thema: de gevolgen\n---\n", "2:8 unquoted-colon Thema: de gevolgen"],
  ["a key that stands there twice", "---\na: 1\nb: 2\na: 3\n---\n", "4:1 duplicate-key a"],
  ["a tab as indentation", "---\na:\n\t- b\n---\n", "3:1 tab-indentation \t- b"],
  ["a tag that makes code", '---\na: !!js/function "x"\n---\n', '2:4 yaml-tag !!js/function "x"'],
  ["__proto__", "---\ntitel: x\n__proto__:\n  a: 1\n---\n", "3:1 forbidden-key __proto__"],
  ["constructor in a list", "---\na:\n  - constructor: 1\n---\n", "3:5 forbidden-key constructor"],
  ["templateEngineOverride", "---\ntemplateEngineOverride: njk\n---\n", "2:1 forbidden-key templateEngineOverride"],
  ["a key that is a list", "---\n? [a]\n: b\n---\n", "2:3 bad-key "],
  ["a value that holds itself", "---\na: &a [*a]\n---\n", "2:8 yaml-too-complex "],
];

for (const [what, text, problem] of refused) {
  test(`front matter refuses ${what}: ${problem}`, () => {
    assert.equal(readFrontMatter(text, "x.md", m).problems.map(place), [problem]);
  });
}

test("aliases that double ten times over are refused before they fill the memory", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
  const { problems } = readFrontMatter(`---\na0: &a0 x\n${lines.join("\n")}\n---\n`, "x.md", m);
  assert.equal(problems.map(({ rule }) => rule), ["yaml-too-complex"]);
});

const accepted: readonly (readonly [what: string, text: string, data: unknown])[] = [
  ["line ends of Windows", "---\r\ntitel: x\r\n---\r\nTekst\r\n", { titel: "x" }],
  ["line ends of old computers", "---\rtitel: x\r---\rTekst\r", { titel: "x" }],
  ["a byte-order mark", "\uFEFF---\ntitel: x\n---\n", { titel: "x" }],
  ["spaces after a fence", "--- \ntitel: x\n---  \n", { titel: "x" }],
  ["a fence that names YAML", "---yaml\ntitel: x\n---\n", { titel: "x" }],
  ["no keys at all", "---\n---\n", {}],
  ["dates as text", "---\na: 2026-11-23\n---\n", { a: "2026-11-23" }],
  ["yes and no as text", "---\na: yes\nb: ja\nc: true\n---\n", { a: "yes", b: "ja", c: true }],
  ["a merge key as a plain key", "---\n<<: { a: 1 }\n---\n", { "<<": { a: 1 } }],
];

for (const [what, text, data] of accepted) {
  test(`front matter accepts ${what}`, () => {
    const { written, problems } = readFrontMatter(normalLines(text), "x.md", m);
    assert.equal(problems, []);
    assert.equal(written?.data, data);
  });
}

test("the body keeps the lines of the file", () => {
  const { body } = readFrontMatter("---\ntitel: x\n---\n\nTekst", "x.md", m);
  assert.is(body, "\n\n\n\nTekst");
});

test("a number is remembered as it was written", () => {
  assert.is(readFrontMatter("---\ntitel: 0123\n---\n", "x.md", m).written?.sourceOf(["titel"]), "0123");
});

const bytes: readonly (readonly [what: string, bytes: readonly number[], problem: string])[] = [
  ["UTF-16", [0xff, 0xfe, 0x2d, 0], "1:1 not-utf8 UTF-16"],
  ["Latin-1 on the second line", [0x61, 0x0a, 0x63, 0x61, 0x66, 0xe9, 0x0a], "2:4 not-utf8 byte 0xE9"],
  ["half a surrogate pair", [0x78, 0xed, 0xa0, 0x80], "1:2 not-utf8 byte 0xED"],
  ["an overlong slash", [0xc0, 0xaf], "1:1 not-utf8 byte 0xC0"],
  ["a character that is cut off", [0xf0, 0x9f, 0x8c], "1:1 not-utf8 byte 0xF0"],
  ["a fault after an emoji, which counts two", [0xf0, 0x9f, 0x8c, 0xb7, 0xff], "1:3 not-utf8 byte 0xFF"],
  ["a fault after a lone carriage return", [0x61, 0x0d, 0xff], "2:1 not-utf8 byte 0xFF"],
  ["a fault after a byte-order mark, which counts none", [0xef, 0xbb, 0xbf, 0xff], "1:1 not-utf8 byte 0xFF"],
];

for (const [what, values, problem] of bytes) {
  test(`bytes refuse ${what}: ${problem}`, () => {
    const found = problemOfBytes(Uint8Array.from(values), "x.md", m);
    assert.is(found && place(found), problem);
  });
}

test("whatever the platform decodes is accepted, and nothing else", () => {
  for (let seed = 0; seed < 20_000; seed += 1) {
    const sample = Uint8Array.from([0, 1, 2, 3], (index) => (seed * 2654435761 + index * 40503) >>> (index * 5 + 3));
    assert.is(problemOfBytes(sample, "x.md", m) === undefined, isDecoded(sample), [...sample].join(" "));
  }
});

function isDecoded(sample: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample);
    return true;
  } catch {
    return false;
  }
}

test("characters that cannot be seen are named with line and column", () => {
  const found = problemsOfCharacters("goed\nna\0am\n\u202Ex\ty", "x.md", m).map(place);
  assert.equal(found, ["2:3 unseen-character U+0000", "3:1 unseen-character U+202E"]);
});

test.run();
