/**
 * Where in a text the words of a question stand, and which stretch of it shows most of them.
 *
 * Words are compared by their stems, as the index does, never as substrings: *stad* marks *steden*
 * and not *stadium*. Of a compound only the part that was asked for is marked; all of it when a compound was asked.
 */
import { partShift } from "./bits.ts";
import { type Stemming, partMark } from "./language.ts";
import { type CharacterTable, characterTable, forEachWord } from "./normalise.ts";

/** A term that was looked up: what `Sought` of the engine has, and what one page can hand to the next. */
export interface Wanted {
  readonly term: string;
  readonly boost: number;
  /** A bit for each word of the question, and higher ones for what follows its first part. */
  readonly words: number;
}

/** A stretch of a text, as UTF-16 offsets, the latter exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word of a text that was asked for. */
export interface Mark extends Stretch {
  readonly boost: number;
  readonly words: number;
}

/** Finds the words of one question in any number of texts; what it learns of a word it keeps. */
export type Marker = (text: string) => readonly Mark[];

export interface Spot extends Stretch {
  /** Higher where more of the question's words stand; 0 where none does. */
  readonly value: number;
}

/** The shorter half of a compound that is marked. */
const minPart = 3;
/** A stem of fewer letters may have lost its second (`ts`, `t`). */
const minTelling = 3;
/** A word that stands there a second time adds little. */
const repeatShare = 0.1;
/** The share of a spot that may stand before its first mark. */
const leadShare = 0.25;

interface Known {
  readonly boost: number;
  readonly words: number;
  /** Letters before the part, and up to its end. */
  readonly from: number;
  readonly to: number;
}

export function marker(wanted: readonly Wanted[], stemmings: readonly Stemming[], table: CharacterTable = characterTable()): Marker {
  const whole = new Map(wanted.filter(({ term }) => !term.endsWith(partMark)).map((one) => [one.term, one]));
  const parts = wanted.filter(({ term }) => term.endsWith(partMark)).map((one) => ({ ...one, term: one.term.slice(0, -partMark.length) }));
  // The longest first, since *samen* is a part of *samenwerking*.
  parts.sort((a, b) => b.term.length - a.term.length);
  const apart = wanted.reduce((bits, { words }) => bits | (words >>> partShift), 0);
  const known = new Map<string, Known | undefined>();
  const look = (word: string): Known | undefined => {
    if (!known.has(word)) {
      const part = wholeWord(word, whole, stemmings) ?? partOf(word, parts, stemmings);
      known.set(word, part && widened(part, apart, word));
    }
    return known.get(word);
  };
  const next = candidates([...whole.keys(), ...parts.map(({ term }) => term)]);
  return (text) => {
    const found: Mark[] = [];
    for (let at = next(text, 0); at; at = next(text, at.end)) {
      const { start: from, end: to } = at;
      forEachWord(text.slice(from, to), (word, start, end, also) => {
        const hit = look(word) ?? also.map(look).find((one) => one !== undefined);
        if (!hit) return;
        // Letters and characters go hand in hand where nothing was folded to more or to less.
        const exact = word.length === end - start && look(word) !== undefined;
        found.push({ start: from + (exact ? start + hit.from : start), end: from + (exact ? start + hit.to : end), boost: hit.boost, words: hit.words });
      }, table);
    }
    return found;
  };
}

/**
 * Finds the stretches of a text, from blank to blank, that may hold a form of a term: the browser's own
 * search is many times faster than to read every word, and most words need no stem.
 *
 * Every stem shares with its forms the first letter and the first consonant behind it (`steden` and
 * `stad`), as they sound at the end of a word; Dutch puts a *ge* between them. What is not ASCII may
 * fold to anything.
 */
function candidates(terms: readonly string[]): (text: string, from: number) => Stretch | undefined {
  const begins = terms.map((term) => {
    const [first = "", consonant = ""] = [term[0], /[^aeiouy]/.exec(term.slice(1))?.[0]].map((letter) => sounds.find((pair) => pair.includes(letter ?? "_")) ?? letter);
    // A stem of fewer letters may have lost its second: `ts`, `t`.
    return term.length < minTelling || consonant === "" ? `[${first}]` : `[${first}]${vowels}(?:ge${vowels})?[${consonant}]`;
  });
  const pattern = new RegExp([...new Set(begins), "[^\\0-\\x7f\\s]"].join("|"), "gi");
  return (text, from) => {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found || terms.length === 0) return undefined;
    let [start, end] = [found.index, found.index];
    while (start > from && !isBlank(text, start - 1)) start--;
    while (end < text.length && !isBlank(text, end)) end++;
    return { start, end };
  };
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text[at] ?? "");
/** And what may stand between them in one word; with a bound, so that no text takes longer than its length. */
const vowels = "[aeiouy'`-]{0,9}";
const sounds = ["fv", "sz", "pb", "td"];

function wholeWord(word: string, terms: ReadonlyMap<string, Wanted>, stemmings: readonly Stemming[]): Known | undefined {
  for (const { stem } of stemmings) {
    const one = terms.get(stem(word));
    if (one) return { boost: one.boost, words: one.words, from: 0, to: word.length };
  }
  return undefined;
}

/** Of a word that was taken apart the whole compound is marked: *samenwerken* for *samenwerking*, not *samen*. */
const widened = (known: Known, apart: number, word: string): Known =>
  ((known.words | (known.words >>> partShift)) & apart) === 0 ? known : { ...known, from: 0, to: word.length };

/** The dictionary stays at home, so a part is known by its stem at the end of a word, else at its beginning. */
function partOf(word: string, parts: readonly Wanted[], stemmings: readonly Stemming[]): Known | undefined {
  for (const { term, boost, words } of parts) {
    // A stem doubles the vowel that a longer form has once: `boom`, `bomen`.
    const begin = term.slice(0, term[1] === term[2] ? minPart - 1 : minPart);
    const isTerm = (text: string): boolean => stemmings.some(({ stem }) => stem(text) === term);
    for (let at = word.indexOf(begin, minPart); at >= 0; at = word.indexOf(begin, at + 1)) {
      if (isTerm(word.slice(at))) return { boost, words, from: at, to: word.length };
    }
    if (!word.startsWith(begin)) continue;
    // The form of a head is its stem, a little more, or a letter less: `stem` doubles vowels.
    for (let to = Math.min(word.length - minPart, term.length + 2); to >= Math.max(minPart, term.length - 1); to--) {
      // An *s* behind it links, or belongs to what follows: *stads-deel*, *energie-strategie*.
      if (isTerm(word.slice(0, to))) return { boost, words, from: 0, to: word[to - 1] === "s" && isTerm(word.slice(0, to - 1)) ? to - 1 : to };
    }
  }
  return undefined;
}

/**
 * The stretch of a text that shows most of a question; its beginning where nothing is found.
 *
 * @param length - Characters to show at most.
 */
export function spotOf(text: string, marks: readonly Mark[], length: number): Spot {
  const lead = Math.floor(length * leadShare);
  let [best, value] = [0, 0];
  marks.forEach(({ start }, at) => {
    const sum = valueOf(marks, at, start + length - lead);
    if (sum > value) [best, value] = [start, sum];
  });
  if (text.length <= length) return { start: 0, end: text.length, value };
  // Towards the end of the text the spot goes back, so that there is something to read.
  const start = startBefore(text, Math.min(best, Math.ceil(text.length - length / 2)), lead);
  return { start, end: endBefore(text, start + length, lead), value };
}

/** Adds up the marks from one on: each word of the question once in full, and then a little. */
function valueOf(marks: readonly Mark[], from: number, end: number): number {
  let [seen, sum] = [0, 0];
  for (let at = from; at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.end > end) break;
    sum += (mark.words & ~seen) === 0 ? repeatShare * mark.boost : mark.boost;
    seen |= mark.words;
  }
  return sum;
}

/** The beginning of the sentence when it is near, else of a word. */
function startBefore(text: string, at: number, lead: number): number {
  const earliest = Math.max(0, at - lead);
  if (earliest === 0) return 0;
  const before = text.slice(earliest, at + 1);
  const sentence = before.search(/(?<=[.!?:]\s)\S/);
  const word = before.search(/(?<=\s)\S/);
  return sentence >= 0 ? earliest + sentence : word >= 0 ? earliest + word : at;
}

function endBefore(text: string, at: number, lead: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return space > at - lead ? space : at;
}
