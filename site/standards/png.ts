/** Draws a picture of ours as PNG: services that show shared links read no SVG. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { charactersIn } from "./shareImage.ts";
import { xmlDocument } from "./xml.ts";
import type { Xml } from "./xml.ts";

const FONT = "@fontsource-variable/overpass/files/overpass-latin-wght-normal.woff2";
const WEIGHT = 800;

/** What draws is loaded only here; the fonts of the computer are left alone, for they differ. */
export async function pngOf(picture: Xml): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const text = charactersIn(picture);
  if (text === "") return new Resvg(xmlDocument(picture), { font: { loadSystemFonts: false } }).render().asPng();
  const folder = await mkdtemp(join(tmpdir(), "wegwijzer-font-"));
  try {
    // It takes fonts from files only, and no WOFF2.
    const file = join(folder, "font.ttf");
    await writeFile(file, await fontFor(text));
    return new Resvg(xmlDocument(picture), { font: { loadSystemFonts: false, fontFiles: [file] } }).render().asPng();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fontFor(text: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import("subset-font");
  const whole = await readFile(createRequire(import.meta.url).resolve(FONT));
  return subsetFont(whole, text, { targetFormat: "sfnt", variationAxes: { wght: WEIGHT } });
}
