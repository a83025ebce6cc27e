/** The part of an address that comes from the name of a file: lower-case ASCII, never empty. */

/** Letters that Unicode does not take apart into a letter and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ŋ: "n", ĸ: "k",
};

const FOLDED_LETTERS = new RegExp(`[${Object.keys(FOLDED).join("")}]`, "gu");

/**
 * Makes a slug: `café-ĳs` becomes `cafe-ijs`, `wat?` becomes `wat`.
 *
 * A name without any letter or digit of ours (`🌷`) becomes its code points in hexadecimal: `1f337`.
 */
export function slugOf(name: string): string {
  const slug = asciiOf(name).replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return slug === "" ? hexOf(name) : slug;
}

/** Lower case, without diacritics and ligatures (NFKD takes `ĳ` apart). */
function asciiOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’]/g, "")
    .replaceAll(FOLDED_LETTERS, (letter) => FOLDED[letter] ?? letter);
}

function hexOf(name: string): string {
  const points = [...name.normalize("NFC")].map((point) => (point.codePointAt(0) ?? 0).toString(16));
  return points.length === 0 ? "0" : points.join("-");
}
