/**
 * Takes Dutch compounds apart, while building: `gemeenteraadsverkiezing` is `gemeenteraad` and
 * `verkiezing`, and also `gemeente` and `raad`.
 *
 * A compound is a row of first parts and one last part. What a word can be says the dictionary, or,
 * for words it lacks, the site itself: a word that stands in several of its pages. Each doubt about a
 * part costs something; the cheapest reading is taken, and none when all are dear.
 */
import { ADJECTIVE, FIRST, LAST, NOUN, WITH_S, firstAdjectives, noLast, shortParts } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";

/** A word as a part: how it is written alone, and what there is to doubt about it. */
interface Part {
  readonly word: string;
  readonly doubt: number;
}

interface Reading {
  readonly parts: readonly string[];
  readonly doubt: number;
}

const maxParts = 4;
/** What each further part costs, so that `broeikas` stays whole in `broeikasgas`. */
const partDoubt = 2;
const mostDoubt = 5;

/**
 * A function that splits words.
 *
 * @param frequencies - In how many documents of the site each folded word stands.
 * @returns The parts in their order, then the parts of parts; empty when the word is no compound.
 */
export function splitter(lexicon: Lexicon, frequencies: ReadonlyMap<string, number>): (word: string) => readonly string[] {
  const first = (text: string): Part | undefined => firstPart(text, lexicon, frequencies);
  const last = (text: string): Part | undefined => lastPart(text, lexicon, frequencies);

  const read = (text: string, most: number): Reading | undefined => {
    let best: Reading | undefined;
    for (let end = 3; end <= text.length - 3; end++) {
      if (collides(text, end)) continue;
      const head = first(text.slice(0, end));
      if (!head) continue;
      const rest = text.slice(end);
      const tail = last(rest);
      const readings = [tail && { parts: [tail.word], doubt: tail.doubt }, most > 2 ? read(rest, most - 1) : undefined];
      for (const reading of readings) {
        if (!reading) continue;
        const doubt = head.doubt + reading.doubt + partDoubt;
        if (doubt <= (best?.doubt ?? mostDoubt)) best = { parts: [head.word, ...reading.parts], doubt };
      }
    }
    return best;
  };

  return (word) => {
    if (word.length < 6 || !/^[a-z]+$/.test(word)) return [];
    const parts = read(word, maxParts)?.parts ?? [];
    return [...parts, ...parts.flatMap((part) => (part.length > 7 ? (read(part, 2)?.parts ?? []) : []))];
  };
}

/** Two vowels that would be read as one are written with a hyphen (`auto-ongeluk`), so no part ends between them. */
function collides(text: string, at: number): boolean {
  return /^(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])/.test(text.slice(at - 1, at + 1));
}

function firstPart(text: string, lexicon: Lexicon, frequencies: ReadonlyMap<string, number>): Part | undefined {
  if (text.length === 3) return shortParts.has(text) ? { word: text, doubt: 1 } : undefined;
  const role = lexicon.get(text) ?? 0;
  if (role & FIRST || firstAdjectives.has(text)) return { word: text, doubt: 0 };
  if (role & WITH_S) return { word: text.slice(0, -1), doubt: 0 };
  if (role & (NOUN | LAST)) return { word: text, doubt: 1.5 };
  if (text.endsWith("s")) {
    const word = text.slice(0, -1);
    if ((lexicon.get(word) ?? 0) & (NOUN | LAST) && word.length > 3) return { word, doubt: 1.5 };
    if (word.length > 6 && /(?:heid|ing|teit|schap)$/.test(word)) return { word, doubt: 1.5 };
  }
  if (text.endsWith("en") && singulars(text).some((word) => (lexicon.get(word) ?? 0) & (NOUN | LAST))) return { word: text, doubt: 1 };
  if (text.length > 4 && (frequencies.get(text) ?? 0) > 2 && !role) return { word: text, doubt: 2.5 };
  return undefined;
}

function lastPart(text: string, lexicon: Lexicon, frequencies: ReadonlyMap<string, number>): Part | undefined {
  if (noLast.has(text)) return undefined;
  let best: Part | undefined;
  for (const word of singulars(text)) {
    const doubt = doubtAsLast(word, lexicon);
    if (doubt < (best?.doubt ?? mostDoubt)) best = { word: text, doubt };
  }
  if (!best && text.length > 4 && (frequencies.get(text) ?? 0) > 2) best = { word: text, doubt: 2.5 };
  return best;
}

function doubtAsLast(word: string, lexicon: Lexicon): number {
  if (word.length < 3 || noLast.has(word)) return Infinity;
  if (word.length === 3) return shortParts.has(word) ? 1 : Infinity;
  const role = lexicon.get(word) ?? 0;
  if (role & LAST) return 0;
  if (role & NOUN) return 1.5;
  if (role & ADJECTIVE && word.length > 4) return 2;
  if (word.endsWith("heid") && (lexicon.get(word.slice(0, -4)) ?? 0) & ADJECTIVE) return 1;
  return Infinity;
}

/** The word itself, and what it may be the plural or an inflected form of. */
function singulars(text: string): string[] {
  const forms = [text];
  if (text.endsWith("s")) forms.push(text.slice(0, -1));
  if (text.endsWith("heden")) forms.push(`${text.slice(0, -5)}heid`);
  if (text.endsWith("ien")) forms.push(text.slice(0, -1));
  const root = /^(.*[^aeiou]|.*ie|.*ee)en?$/.exec(text)?.[1];
  if (!root) return forms;
  const closed = root.replace(/v$/, "f").replace(/z$/, "s");
  forms.push(root, closed, closed.replace(/([^aeiou])\1$/, "$1"), closed.replace(/([aeou])([^aeiou])$/, "$1$1$2"));
  return forms;
}
