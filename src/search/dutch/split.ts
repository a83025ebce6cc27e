/**
 * Takes Dutch compounds apart, while building: `gemeenteraadsverkiezing` is `gemeenteraad` and
 * `verkiezing`, and also `gemeente` and `raad`.
 *
 * A compound is a row of first parts and one last part. What a word can be says the dictionary, or,
 * for words it lacks, the site itself: a word that stands in several of its pages. Each doubt about a
 * part costs something; the cheapest reading is taken, and none when all are dear.
 */
import { ADJECTIVE, FIRST, LAST, NOUN, OWN, WITH_S, neverFirst, neverLast, shortParts, wholes } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { singulars } from "./singular.ts";

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
/** The most doubt for a word that the dictionary does not know. */
const mostDoubt = 3;
/** The most doubt for a word that is itself a part of compounds, and thus may be no compound: `gesprek`. */
const mostDoubtKnown = 1;
/** What a part costs that the dictionary has in another form: `raads`, `woorden`. */
const bent = 0.5;
/** What a part costs that is in the dictionary, but not as a part. */
const unlisted = 1.5;
/** What a part costs that only the site has. */
const own = 2.5;
/** What it costs when the s that a first part takes begins the next. */
const sharedS = 1;
/** What each part after the second costs, so that `broeikas` stays whole in `broeikasgas`. */
const furtherPart = 2;
/** In how many documents a word must stand to be a part that the dictionary does not know. */
const ownWord = 3;

/**
 * Makes the function that splits words.
 *
 * @param frequencies - In how many documents of the site each folded word stands.
 * @returns For a word its parts in their order, then the parts of parts; nothing when it is no compound.
 */
export function splitter(lexicon: Lexicon, frequencies: ReadonlyMap<string, number>): (word: string) => readonly string[] {
  const roles = new Map(lexicon);
  for (const [word, count] of frequencies) {
    if (count >= ownWord && word.length > 4 && !roles.has(word)) roles.set(word, OWN);
  }

  const partsOf = (word: string, most: number): readonly string[] => {
    let known = 0;
    for (const form of singulars(word)) {
      if (wholes.has(form)) return [];
      known |= (roles.get(form) ?? 0) & (FIRST | LAST);
    }
    const parts = read(word, most, known ? mostDoubtKnown : mostDoubt, roles)?.parts ?? [];
    return parts.some((part) => isRarer(part, word)) ? [] : parts;
  };

  // A part of a word is more common than the word: `teren` is no part of `luisteren`.
  const isRarer = (part: string, word: string): boolean =>
    roles.get(part) === OWN && (frequencies.get(part) ?? 0) < (frequencies.get(word) ?? 0);

  return (word) => {
    if (word.length < 6 || !/^[a-z]+$/.test(word)) return [];
    const parts = partsOf(word, maxParts);
    return parts.length === 0 ? parts : [...parts, ...parts.flatMap((part) => (part.length > 6 ? partsOf(part, 2) : []))];
  };
}

/** The reading with the least doubt, of at most so many parts; of equals the one whose first part is longest. */
function read(text: string, most: number, mostDoubt: number, roles: Lexicon): Reading | undefined {
  let best: Reading | undefined;
  let limit = mostDoubt;
  for (let end = 3; end <= text.length - 3; end++) {
    const first = firstPart(text.slice(0, end), roles);
    if (!first || first.doubt > limit || collides(text, end)) continue;
    const doubt = first.doubt + (takesS(text, end, roles) ? sharedS : 0);
    const rest = text.slice(end);
    const last = lastPart(rest, roles);
    const left = limit - doubt - furtherPart;
    const further = most > 2 && left >= 0 ? read(rest, most - 1, left, roles) : undefined;
    const readings = [last && { parts: [last.word], doubt: last.doubt }, further && { ...further, doubt: further.doubt + furtherPart }];
    for (const reading of readings) {
      if (!reading || doubt + reading.doubt > limit) continue;
      limit = doubt + reading.doubt;
      best = { parts: [first.word, ...reading.parts], doubt: limit };
    }
  }
  return best;
}

/** Two vowels that would be read as one are written with a hyphen (`auto-ongeluk`), so no part ends between them. */
function collides(text: string, at: number): boolean {
  return /^(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])/.test(text.slice(at - 1, at + 1));
}

/** `toegang` takes an s, so `toegangspas` is hardly a `spas`; but see `tijdschrift`. */
function takesS(text: string, at: number, roles: Lexicon): boolean {
  return text[at] === "s" && roles.get(text.slice(0, at + 1)) === WITH_S;
}

function firstPart(text: string, roles: Lexicon): Part | undefined {
  if (text.length === 3) return shortParts.has(text) ? { word: text, doubt: 0.5 } : undefined;
  if (neverFirst.has(text)) return undefined;
  const role = roles.get(text) ?? 0;
  if (role & FIRST) return { word: text, doubt: 0 };
  if (role & WITH_S) return { word: text.slice(0, -1), doubt: 0 };
  if (role & (NOUN | LAST)) return { word: text, doubt: role & LAST && text.length > 4 ? bent : unlisted };
  const linked = text.endsWith("s") ? beforeS(text.slice(0, -1), roles) : text.endsWith("en") ? plural(text, roles) : undefined;
  return linked ?? (role & OWN ? { word: text, doubt: own } : undefined);
}

/** `toegankelijkheids`, `webs`: derived words take an s whatever they are. */
function beforeS(word: string, roles: Lexicon): Part | undefined {
  const role = word.length > 3 ? (roles.get(word) ?? 0) : 0;
  if (role & (FIRST | LAST)) return { word, doubt: bent };
  return role & NOUN || /..(?:heid|ing|teit|schap)$/.test(word) ? { word, doubt: unlisted } : undefined;
}

function plural(text: string, roles: Lexicon): Part | undefined {
  const role = singulars(text).reduce((sum, word) => sum | (word.length > 3 ? (roles.get(word) ?? 0) : 0), 0);
  return role & (FIRST | LAST) ? { word: text, doubt: bent } : role & NOUN ? { word: text, doubt: unlisted } : undefined;
}

function lastPart(text: string, roles: Lexicon): Part | undefined {
  if (neverLast.has(text)) return undefined;
  const doubt = Math.min(...singulars(text).map((word) => doubtAsLast(word, roles)));
  return doubt < Infinity ? { word: text, doubt } : undefined;
}

function doubtAsLast(word: string, roles: Lexicon): number {
  if (word.length < 3 || neverLast.has(word)) return Infinity;
  if (word.length === 3) return shortParts.has(word) ? 0.5 : Infinity;
  const role = roles.get(word) ?? 0;
  if (role & LAST) return 0;
  if (role & NOUN) return unlisted;
  if (role & OWN) return own;
  if (role & ADJECTIVE && word.length > 4) return 2;
  return /..(?:ig|[^l]lijk|en)heid$/.test(word) && (roles.get(word.slice(0, -4)) ?? 0) & ADJECTIVE ? 1 : Infinity;
}
