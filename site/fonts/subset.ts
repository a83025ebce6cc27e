/**
 * Cuts Overpass down to the characters and weights that the Dutch site uses: `node --import tsx site/fonts/subset.ts`.
 *
 * The result is kept in the repository, so a build needs neither the font package nor this script.
 * Overpass has the blood of road signs; it is under the SIL Open Font License, which lies beside it.
 */
import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const MAX_BYTES = 20 * 1024;
const SOURCE = "../../node_modules/@fontsource-variable/overpass/files/overpass-latin-wght-normal.woff2";
const TARGET = "overpass.woff2";

const PRINTABLE_ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const DUTCH = "éèëêïîíöóôüúûáàäâçñÉËÏÖÜ";
const SIGNS = "‘’“”–—…·«»€°×²₂\u00a0";

const whole = await readFile(new URL(SOURCE, import.meta.url));
const subset = await subsetFont(whole, PRINTABLE_ASCII + DUTCH + SIGNS, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 800 } },
  // Kerning and composed letters; no small caps, no fractions, no hints that screens of today ignore.
  keepFeatures: ["kern", "ccmp", "mark", "locl"],
  noHinting: true,
});
if (subset.byteLength > MAX_BYTES) {
  throw new RangeError(`fonts: ${TARGET} is ${subset.byteLength} B, expected at most ${MAX_BYTES} B; leave out characters`);
}
await writeFile(new URL(TARGET, import.meta.url), subset);
console.log(`${TARGET} ${subset.byteLength} B`);
