/**
 * Every colour of text has a contrast of 7:1 with what it stands on, by day and by night.
 *
 * Computed as WCAG 2.2 says (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), from the style sheets.
 */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";

const MIN_TEXT = 7;
/** What is no text but must be seen. */
const MIN_SIGN = 3;
const NIGHT = "@media (prefers-color-scheme: dark)";

const read = (name: string): string => readFileSync(new URL(`../../site/styles/${name}`, import.meta.url), "utf8");
const [tokens, accents] = ["tokens.css", "accents.css"].map((name) => read(name).split(NIGHT));

/** `--ww-border-color: var(--basis-…, #d8d4c9);` by its name. */
const tokensOf = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--ww-([a-z-]+-color): var\([^#]*(#[0-9a-f]{3,6})\)/g)].map(([, name = "", colour = ""]) => [name, colour]));

/** `.accent-thema-energie { --ww-accent-color: #854408; }` by its class. */
const accentsOf = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/\.accent-([a-z-]+) \{ --ww-accent-color: (#[0-9a-f]{6}); \}/g)].map(([, name = "", colour = ""]) => [name, colour]));

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replaceAll(/./g, "$&$&") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What stands on what, and how far apart they are at least. */
const pairs: readonly (readonly [text: string, ground: string, min: number])[] = [
  ["document-color", "document-background-color", MIN_TEXT],
  ["document-subtle-color", "document-background-color", MIN_TEXT],
  ["document-color", "textbox-background-color", MIN_TEXT],
  ["document-subtle-color", "textbox-background-color", MIN_TEXT],
  ["document-color", "mark-background-color", MIN_TEXT],
  // Drawings write on a shade.
  ["document-color", "border-color", MIN_TEXT],
  ["focus-outline-color", "document-background-color", MIN_SIGN],
  ["focus-outline-color", "textbox-background-color", MIN_SIGN],
];

test("black on white is 21:1, and a colour on itself 1:1", () => {
  assert.equal([contrast("#000", "#fff"), contrast("#0055a7", "#0055a7")].map((ratio) => ratio.toFixed(2)), ["21.00", "1.00"]);
});

for (const [time, colours, ofPages] of [["day", tokens?.[0], accents?.[0]], ["night", tokens?.[1], accents?.[1]]] as const) {
  const named = tokensOf(colours ?? "");
  const accented = accentsOf(ofPages ?? "");
  const ground = named.get("document-background-color") ?? "#000";

  for (const [text, on, min] of pairs) {
    test(`by ${time} ${text} on ${on} is ${min}:1 or more`, () => {
      const ratio = contrast(named.get(text) ?? "#000", named.get(on) ?? "#000");
      assert.ok(ratio >= min, `${named.get(text)} on ${named.get(on)}: ${ratio.toFixed(2)}`);
    });
  }

  test(`by ${time} there is an accent for eight themes and three lines, and each is ${MIN_TEXT}:1 or more`, () => {
    assert.is(accented.size, 11);
    const faint = [...accented].filter(([, colour]) => contrast(colour, ground) < MIN_TEXT).map(([name, colour]) => `${name} ${colour}: ${contrast(colour, ground).toFixed(2)}`);
    assert.equal(faint, []);
  });
}

test.run();
