/**
 * Takes Dutch compounds apart, while building: `gemeenteraadsverkiezing` is `gemeenteraad` and
 * `verkiezing`, and also `gemeente` and `raad`.
 *
 * A compound is a row of first parts and one last part. What a word can be says the dictionary, or,
 * for words it lacks, the site itself: a word that stands in several of its pages. Each doubt about a
 * part costs something; the cheapest reading is taken, and none when all are dear.
 */
import { ADJECTIVE, FIRST, LAST, NOUN, WITH_S, neverFirst, neverLast, shortParts, wholes } from "./lexicon.ts";
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
const mostDoubtKnown = 0.5;
/** What a part costs that the dictionary has in another form: `raads`, `woorden`. */
const bent = 0.5;
/** What a part costs that is in the dictionary, but not as a part. */
const unlisted = 1.5;
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
  const roleOf = (word: string): number => lexicon.get(word) ?? 0;
  const isKnown = (word: string): boolean => singulars(word).some((form) => (roleOf(form) & (FIRST | LAST)) !== 0 || wholes.has(form));

  const partsOf = (word: string, most: number): readonly string[] => {
    if (singulars(word).some((form) => wholes.has(form))) return [];
    // A part of a word is more common than the word: `teren` is no part of `luisteren`.
    const least = Math.max(ownWord, frequencies.get(word) ?? 0);
    const isOwn = (part: string): boolean => part.length > 4 && (frequencies.get(part) ?? 0) >= least;
    return read(word, most, isKnown(word) ? mostDoubtKnown : mostDoubt, roleOf, isOwn)?.parts ?? [];
  };

  return (word) => {
    if (word.length < 6 || !/^[a-z]+$/.test(word)) return [];
    const parts = partsOf(word, maxParts);
    return [...parts, ...parts.flatMap((part) => (part.length > 6 ? partsOf(part, 2) : []))];
  };
}

type RoleOf = (word: string) => number;
type IsOwn = (word: string) => boolean;

/** The reading with the least doubt, of at most so many parts; of equals the one whose first part is longest. */
function read(text: string, most: number, mostDoubt: number, roleOf: RoleOf, isOwn: IsOwn): Reading | undefined {
  let best: Reading | undefined;
  let limit = mostDoubt;
  for (let end = 3; end <= text.length - 3; end++) {
    const first = firstPart(text.slice(0, end), roleOf, isOwn);
    if (!first || first.doubt > limit || collides(text, end)) continue;
    const rest = text.slice(end);
    const last = lastPart(rest, roleOf, isOwn);
    const further = most > 2 ? read(rest, most - 1, limit - first.doubt - furtherPart, roleOf, isOwn) : undefined;
    const readings = [last && { parts: [last.word], doubt: last.doubt }, further && { ...further, doubt: further.doubt + furtherPart }];
    for (const reading of readings) {
      if (!reading || first.doubt + reading.doubt > limit) continue;
      limit = first.doubt + reading.doubt;
      best = { parts: [first.word, ...reading.parts], doubt: limit };
    }
  }
  return best;
}

/** Two vowels that would be read as one are written with a hyphen (`auto-ongeluk`), so no part ends between them. */
function collides(text: string, at: number): boolean {
  return /^(?:a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu])/.test(text.slice(at - 1, at + 1));
}

function firstPart(text: string, roleOf: RoleOf, isOwn: IsOwn): Part | undefined {
  if (text.length === 3) return shortParts.has(text) ? { word: text, doubt: 0.5 } : undefined;
  if (neverFirst.has(text)) return undefined;
  const role = roleOf(text);
  if (role & FIRST) return { word: text, doubt: 0 };
  if (role & WITH_S) return { word: text.slice(0, -1), doubt: 0 };
  if (role & (NOUN | LAST)) return { word: text, doubt: role & LAST && text.length > 4 ? bent : unlisted };
  const linked = text.endsWith("s") ? beforeS(text.slice(0, -1), roleOf) : text.endsWith("en") ? plural(text, roleOf) : undefined;
  return linked ?? (!role && isOwn(text) ? { word: text, doubt: 2.5 } : undefined);
}

/** `toegankelijkheids`, `webs`: derived words take an s whatever they are. */
function beforeS(word: string, roleOf: RoleOf): Part | undefined {
  const role = word.length > 3 ? roleOf(word) : 0;
  if (role & (FIRST | LAST)) return { word, doubt: bent };
  return role & NOUN || /..(?:heid|ing|teit|schap)$/.test(word) ? { word, doubt: unlisted } : undefined;
}

function plural(text: string, roleOf: RoleOf): Part | undefined {
  const role = singulars(text).reduce((sum, word) => sum | (word.length > 3 ? roleOf(word) : 0), 0);
  return role & (FIRST | LAST) ? { word: text, doubt: bent } : role & NOUN ? { word: text, doubt: unlisted } : undefined;
}

function lastPart(text: string, roleOf: RoleOf, isOwn: IsOwn): Part | undefined {
  if (neverLast.has(text)) return undefined;
  const doubt = Math.min(...singulars(text).map((word) => doubtAsLast(word, roleOf)), isOwn(text) ? 2.5 : Infinity);
  return doubt < Infinity ? { word: text, doubt } : undefined;
}

function doubtAsLast(word: string, roleOf: RoleOf): number {
  if (word.length < 3 || neverLast.has(word)) return Infinity;
  if (word.length === 3) return shortParts.has(word) ? 0.5 : Infinity;
  const role = roleOf(word);
  if (role & LAST) return 0;
  if (role & NOUN) return unlisted;
  if (role & ADJECTIVE && word.length > 4) return 2;
  return /..(?:ig|[^l]lijk|en)heid$/.test(word) && roleOf(word.slice(0, -4)) & ADJECTIVE ? 1 : Infinity;
}
