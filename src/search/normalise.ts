/**
 * Words of a text: found, brought to lower case and folded, with the place where each stood.
 *
 * Build and browser both use this, so both must find the same words. Text is read one character at
 * a time, never lower-cased as a whole: `İ` grows to two characters when lowered, and every place
 * after it would be off by one.
 */

/** One word of a text. */
export interface Word {
  /** Lower case, without diacritics, hyphens and apostrophes: `cocreatie`, `themas`, `coordinatie`. */
  readonly word: string;
  /** UTF-16 offsets into the text: `text.slice(start, end)` is what the author wrote. */
  readonly start: number;
  readonly end: number;
  /** The parts of a word with hyphens: `co-creatie` is `cocreatie`, and also `co` and `creatie`. */
  readonly also: readonly string[];
}

/** Takes one word; the meaning of each is that of `Word`. */
export type See = (word: string, start: number, end: number, also: readonly string[]) => void;

/** Takes the place of one plain word, which may be longer than `maxWordLength`; whether it stands there folded. */
export type SeePlain = (start: number, end: number, same: boolean) => void;

/** For each UTF-16 unit the unit it folds to, or a class below, or 0 as long as nobody asked. */
export type CharacterTable = Uint16Array;

/** A longer word is cut here: nobody types it, and nobody must be able to fill a shard with one. */
export const maxWordLength = 64;

/** No part of a word. */
const BREAK = 1;
/** Within a word, yet nothing to read: soft hyphen, zero width, a loose diacritic. */
const SKIP = 2;
/** Joins two parts when a word goes on at both sides. */
const HYPHEN = 3;
/** As the hyphen, but the parts are no words: `thema's`. */
const APOSTROPHE = 4;
/** Folds to several units, or is half of a pair. */
const LONG = 5;
const FIRST_UNIT = 6;

const none: readonly string[] = [];

const hyphen = /[-\u2010\u2011]/;
const apostrophe = /['`\u00b4\u02bc\u2018\u2019\u2032]/;
const skipped = /[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/;
const letter = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;
const noLetter = /[^\p{L}\p{N}\p{Mn}\p{Mc}]|[\u0300-\u036f]/gu;

/** Letters that Unicode does not take apart, but readers do. */
const unlike: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ",
};

/** What U+00C0 up to U+00DF fold to, and their small letters behind them; `_` where it is not one letter, or not one for both. */
const latin = "aaaaaa_ceeeeiiii_nooooo_ouuuuy__";

/** A new table: for one build, or for one page. It costs nothing until characters are looked up. */
export function characterTable(): CharacterTable {
  return new Uint16Array(0x10000);
}

/** The words of a text, in the order of the text. */
export function words(text: string, table: CharacterTable = characterTable()): Word[] {
  const found: Word[] = [];
  forEachWord(text, (word, start, end, also) => found.push({ word, start, end, also }), table);
  return found;
}

/** One word, as a text that holds it would be indexed: `thema's` is `themas`, `'s-Hertogenbosch` is `shertogenbosch`. */
export function fold(word: string): string {
  return Array.from(word, foldCharacter).join("");
}

/**
 * Shows every word of a text, in the order of the text.
 *
 * @param table - Pass one table for many texts; it learns each character once.
 */
export function forEachWord(text: string, see: See, table: CharacterTable = characterTable()): void {
  const seePlain: SeePlain = (start, end, same) => {
    const word = text.slice(start, Math.min(end, start + maxWordLength));
    see(same ? word : folded(word, table), start, end, none);
  };
  scan(text, seePlain, see, table);
}

/**
 * As `forEachWord`, for who can do without the text of most words.
 *
 * The loop below reads plain words, each unit of which the table folds to one, and only tells where
 * they stand; `readMarked` reads the few that hold a hyphen, an apostrophe, a ligature, a loose
 * diacritic.
 */
export function scan(text: string, seePlain: SeePlain, see: See, table: CharacterTable): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    let same = true;
    let to = BREAK;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      to = table[unit] || learn(table, unit);
      if (to < FIRST_UNIT) break;
      if (to !== unit) same = false;
    }
    if (at < text.length && to !== BREAK) at = readMarked(text, start, see, table);
    else if (at > start) seePlain(start, at, same);
    at++;
  }
}

/** As `fold`, by the table. */
function folded(word: string, table: CharacterTable): string {
  let letters = "";
  for (let at = 0; at < word.length; at++) {
    const kind = kindAt(word, at, table);
    if (kind >= FIRST_UNIT) letters += String.fromCharCode(kind);
    // The second half of a pair folds to nothing.
    else if (kind === LONG) letters += foldCharacter(String.fromCodePoint(word.codePointAt(at) ?? 0));
  }
  return letters;
}

/** Reads the word that begins at `from`, whatever it holds, shows it, and says where it stopped. */
function readMarked(text: string, from: number, see: See, table: CharacterTable): number {
  let start = -1;
  let end = from;
  let at = from;
  while (at < text.length) {
    const kind = kindAt(text, at, table);
    const size = letterSize(text, at, kind);
    if (size > 0) {
      if (start < 0) start = at;
      end = at + size;
    } else if (kind !== SKIP && !(start >= 0 && joins(text, at, kind, table))) break;
    at += size || 1;
  }
  if (start >= 0) show(text.slice(start, end), start, end, see, table);
  return at;
}

function show(written: string, start: number, end: number, see: See, table: CharacterTable): void {
  const cut = (part: string): string => folded(part, table).slice(0, maxWordLength);
  const parts = written.split(hyphen);
  const also = parts.length > 1 ? parts.map(cut) : [];
  for (const part of parts) {
    // l'école, d'Alembert: what follows is a word; in thema's, don't and pc'tje nobody looks for it
    const tail = part.split(apostrophe).at(-1) ?? "";
    if (tail.length > 3 && tail !== part) also.push(cut(tail));
  }
  see(cut(written), start, end, also);
}

/** Whether the hyphen or apostrophe at a place stands within a word; 2020-2024 is two words. */
function joins(text: string, at: number, kind: number, table: CharacterTable): boolean {
  if (kind !== HYPHEN && kind !== APOSTROPHE) return false;
  if (kind === HYPHEN && /^\d-\d/.test(text.slice(at - 1, at + 2))) return false;
  return letterSize(text, at + 1, kindAt(text, at + 1, table)) > 0;
}

/** How many units the letter or digit at a place takes; 0 where there is none. */
function letterSize(text: string, at: number, kind: number): number {
  if (kind >= FIRST_UNIT) return 1;
  if (kind !== LONG) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return foldCharacter(character) === "" ? 0 : character.length;
}

function kindAt(text: string, at: number, table: CharacterTable): number {
  const unit = text.charCodeAt(at);
  return at < text.length ? table[unit] || learn(table, unit) : BREAK;
}

function learn(table: CharacterTable, unit: number): number {
  return (table[unit] = classify(String.fromCharCode(unit)));
}

function classify(character: string): number {
  // Patterns of Unicode take a phone a while to make: many questions need none.
  if (/[a-z\d]/.test(character)) return character.charCodeAt(0);
  if (/[A-Z]/.test(character)) return character.charCodeAt(0) + 32;
  if (hyphen.test(character)) return HYPHEN;
  if (apostrophe.test(character)) return APOSTROPHE;
  if (skipped.test(character)) return SKIP;
  if (/[\t-\u00a9\u2000-\u206f]/.test(character)) return BREAK;
  const plain = /[\u00c0-\u00ff]/.test(character) ? (latin[character.charCodeAt(0) & 31] ?? "_") : "_";
  if (plain !== "_") return plain.charCodeAt(0);
  if (/[\ud800-\udfff]/.test(character)) return LONG;
  const folded = foldCharacter(character);
  return folded === "" ? BREAK : folded.length > 1 ? LONG : folded.charCodeAt(0);
}

/** A character as readers type it: lower case, no diacritics; empty when it is no letter or digit. */
function foldCharacter(character: string): string {
  if (apostrophe.test(character) || !letter.test(character)) return "";
  const plain = character.normalize("NFKD").toLowerCase().replace(noLetter, "");
  return unlike[plain] ?? plain.normalize();
}
