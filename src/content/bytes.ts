/**
 * What bytes may not be: anything but UTF-8, and characters that cannot be seen and steer what is.
 *
 * Decoding itself is left to the door, for it is the platform's.
 */
import type { Place, Problem } from "../problem.ts";
import type { Messages } from "./messages.ts";
import { startsOfLines, placeAt } from "./places.ts";

const LF = 0x0a;
const CR = 0x0d;

/**
 * Where a lead byte says how many follow, and what the first of those may be: table 3-7 of the
 * Unicode standard. It leaves out surrogates, overlong forms and what lies beyond U+10FFFF.
 */
const SEQUENCES: readonly { readonly lead: readonly [number, number]; readonly next: readonly [number, number]; readonly length: number }[] = [
  { lead: [0xc2, 0xdf], next: [0x80, 0xbf], length: 2 },
  { lead: [0xe0, 0xe0], next: [0xa0, 0xbf], length: 3 },
  { lead: [0xe1, 0xec], next: [0x80, 0xbf], length: 3 },
  { lead: [0xed, 0xed], next: [0x80, 0x9f], length: 3 },
  { lead: [0xee, 0xef], next: [0x80, 0xbf], length: 3 },
  { lead: [0xf0, 0xf0], next: [0x90, 0xbf], length: 4 },
  { lead: [0xf1, 0xf3], next: [0x80, 0xbf], length: 4 },
  { lead: [0xf4, 0xf4], next: [0x80, 0x8f], length: 4 },
];

/** Names the first byte that is not UTF-8, if any. */
export function problemOfBytes(bytes: Uint8Array, file: string, m: Messages): Problem | undefined {
  const at = invalidAt(bytes);
  if (at === undefined) return undefined;
  return {
    ...placeOfByte(bytes, at, file),
    rule: "not-utf8",
    level: "error",
    expected: m.utf8,
    got: gotOf(bytes, at),
    remedy: m.saveAsUtf8,
  };
}

/**
 * What no text of any language needs: control characters (not tab and line end), halves of a pair,
 * separators of lines and paragraphs, marks that are no character, the bidirectional ones that can make
 * text look like other text, and tags, which hold text that only a program sees (flags are made of them).
 */
const UNSEEN_CLASS = "\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\p{Cs}\\p{Noncharacter_Code_Point}"
  + "\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb";
const UNSEEN = new RegExp(`[${UNSEEN_CLASS}]|(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{0,8})[\\u{e0000}-\\u{e007f}]`, "gu");
/** Whether it is worth to look: nearly every text has none, and this is said of every text. */
const PERHAPS_UNSEEN = new RegExp(`[${UNSEEN_CLASS}\\u{e0000}-\\u{e007f}]`, "u");

/** Names every character that cannot be seen, with line and column. */
export function problemsOfCharacters(text: string, file: string, m: Messages): Problem[] {
  if (!PERHAPS_UNSEEN.test(text)) return [];
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(UNSEEN)) if (found.push(match) === 100) break;
  if (found.length === 0) return [];
  const starts = startsOfLines(text);
  return found.map((match) => ({
    ...placeAt(file, starts, match.index),
    rule: "unseen-character",
    level: "error",
    expected: m.visibleText,
    got: codePointOf(match[0]),
    remedy: m.removeCharacter,
  }));
}

/** The first character of a value that cannot be seen: `U+202E`. */
export function unseenIn(text: string): string | undefined {
  if (!PERHAPS_UNSEEN.test(text)) return undefined;
  const [match] = text.matchAll(UNSEEN);
  return match === undefined ? undefined : codePointOf(match[0]);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function invalidAt(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOfSequence(bytes, at, lead);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

function lengthOfSequence(bytes: Uint8Array, at: number, lead: number): number {
  const row = SEQUENCES.find((each) => lead >= each.lead[0] && lead <= each.lead[1]);
  if (row === undefined) return 0;
  const next = bytes[at + 1] ?? 0;
  if (next < row.next[0] || next > row.next[1]) return 0;
  for (let offset = 2; offset < row.length; offset += 1) {
    if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return row.length;
}

/** Lines and columns as the decoded text would have them: a byte-order mark is no column. */
function placeOfByte(bytes: Uint8Array, at: number, file: string): Place {
  let line = 1;
  let column = 1;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let index = start; index < at; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === LF || (byte === CR && bytes[index + 1] !== LF)) {
      line += 1;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) {
      column += byte >= 0xf0 ? 2 : 1;
    }
  }
  return { file, line, column };
}

function gotOf(bytes: Uint8Array, at: number): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (at === 0 && isUtf16) return "UTF-16";
  return `byte 0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
}
