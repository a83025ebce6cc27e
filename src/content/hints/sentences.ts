/**
 * Running text into sentences.
 *
 * A sentence ends at `.`, `!`, `?` or `…` before white space and something that can begin one. The dot of an
 * abbreviation, of an initial (`J. Jansen`) or inside a number or date ends none.
 */

export interface Sentence {
  readonly text: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Words with a letter or a digit. */
  readonly words: number;
  /** Whether it closes as a sentence does; a bare item of a list often does not. */
  readonly isWhole: boolean;
}

/** Without dots at the end; a capital may follow them in the middle of a sentence. */
const ABBREVIATIONS = new Set([
  "a.d", "a.u.b", "afb", "art", "bijv", "blz", "bv", "ca", "dhr", "dr", "drs", "d.w.z", "e.d", "excl", "evt", "fig",
  "i.p.v", "i.s.m", "i.v.m", "incl", "ing", "ir", "jl", "m.b.t", "m.n", "m.u.v", "max", "mevr", "min", "mln", "mld",
  "mr", "mw", "n.a.v", "nl", "nr", "o.a", "o.b.v", "o.l.v", "p", "pag", "prof", "resp", "st", "t.a.v", "t.b.v", "t.o.v",
  "v.a", "vgl", "zgn", "e.g", "i.e", "mrs", "ms", "no", "vs",
]);

// The look behind keeps a line of a thousand dots from being tried at each of them.
const END = /(?<![.!?…])[.!?…]+[)\]"'”’»]*(?=\s+[("'“‘«[]*[\p{Lu}\p{N}]|\s*$)/gu;

export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(END)) {
    if (isAbbreviation(text, match.index, match[0])) continue;
    const end = match.index + match[0].length;
    sentences.push(...sentence(text, from, end, true));
    from = end;
  }
  return [...sentences, ...sentence(text, from, text.length, false)];
}

/** Nothing when there is no word in it. */
function sentence(text: string, from: number, to: number, isWhole: boolean): readonly Sentence[] {
  const raw = text.slice(from, to);
  const words = raw.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words === 0) return [];
  const start = from + raw.length - raw.trimStart().length;
  return [{ text: raw.trim(), start, end: start + raw.trim().length, words, isWhole }];
}

function isAbbreviation(text: string, at: number, ending: string): boolean {
  if (ending !== "." || at + 1 >= text.trimEnd().length) return false;
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? "";
  return /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}
