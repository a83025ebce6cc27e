/**
 * Cuts Dutch compounds in two by the word list alone: where exactly one place leaves two nouns.
 *
 * Ours splits by the list's flags, with doubts, and by the site; this one knows neither, and says
 * nothing where it could be wrong.
 */
import type { Dutch, Family } from "./dutch.ts";

export interface Cut {
  readonly word: string;
  /** As it stands in the compound, linking letters included: `ervarings`. */
  readonly head: string;
  /** As a word of its own: `ervaring`. */
  readonly first: string;
  readonly last: string;
}

const shortest = 4;

/** Nouns that mostly end words that are no compounds of them, or begin them; found by reading what was cut. */
const misleading = new Set(
  ("eren baar ring ding ting ling ning king ping heid ment ting tering stel steller wijs loos lijk ling tuur teit tie isten isme ante elen atie " +
  "aren ters ster sters eling schap dom erij iaan ist isch eel ieel aal age ance en er over onder voor achter door tegen mede tussen boven buiten binnen " +
  "rijk aard prak valk acht vers wils dagen gaan goed meer veel hoofd trans super inter intra extra ultra semi anti auto para meta proto staande onge aange inge uitge afge opge").split(" "),
);

/** Words that the rule would cut and that are no compounds any more. */
const wholes = new Set(
  ("platform noodzaak kantoor onderwijs aardappel voorbeeld aandacht oorzaak oordeel oorlog maatregel leeftijd opdracht waarheid voorstel uitstel overleg belang toestand tegenstelling " +
  "handel handelen inzicht uitzicht toezicht opzicht gemeente republiek olifant papegaai spinazie mandarijn horizon nederland duitsland combinatie wandelen luisteren " +
  "artikel artikelen titel titels commissie commissies paragraaf formule formules partner partners minister ministers register registers").split(" "),
);

export function cutter(dutch: Dutch): (word: string) => Cut | undefined {
  const known = new Map<string, Cut | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, cutOnce(word, dutch));
    return known.get(word);
  };
}

function cutOnce(word: string, dutch: Dutch): Cut | undefined {
  if (word.length < 2 * shortest || !/^[a-z]+$/.test(word) || wholes.has(word)) return undefined;
  // An adjective or a verb of the list is no compound noun: `verantwoordelijke`.
  if (dutch.words.has(word) && !dutch.nouns.has(word)) return undefined;
  const cuts: Cut[] = [];
  for (let at = shortest; at <= word.length - shortest; at++) {
    const [head, last] = [word.slice(0, at), word.slice(at)];
    const first = firstOf(head, dutch);
    if (first !== undefined && isPart(last, dutch)) cuts.push({ word, head, first, last });
  }
  return cuts.length === 1 ? cuts[0] : undefined;
}

const isPart = (text: string, dutch: Dutch): boolean => text.length >= shortest && dutch.nouns.has(text) && !misleading.has(text);

/** The noun that a first part is, without the s, e or n that links it. */
function firstOf(head: string, dutch: Dutch): string | undefined {
  const bare = ["", "s"].filter((link) => head.endsWith(link)).map((link) => head.slice(0, head.length - link.length));
  return bare.find((noun) => isPart(noun, dutch));
}

/** All forms of a noun, itself at least. */
export function formsOf(noun: string, dutch: Dutch): Family {
  return new Set([noun, ...dutch.familiesOf(noun).flatMap((family) => [...family])]);
}
