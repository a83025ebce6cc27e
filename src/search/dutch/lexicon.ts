/**
 * What a word can be in a Dutch compound.
 */

/** It can stand first as it is: `water`, `loop`, `zonne`. */
export const FIRST = 1;
/** It can stand last as it is: `water`, `beheer`. */
export const LAST = 2;
/** A noun of which nothing more is known. */
export const NOUN = 4;
/** A word with its linking s, so that it can stand first: `arbeids`. */
export const WITH_S = 8;
export const ADJECTIVE = 16;

/** Folded words with what they can be, as a sum of the numbers above. */
export type Lexicon = ReadonlyMap<string, number>;

/**
 * Words of three letters that are parts of many compounds. Of the others most are parts of none, and
 * would be found in half of all words.
 */
export const shortParts: ReadonlySet<string> = new Set(
  ("app bad bal bar bed bel bio bod bon bos bot bus cel dag dak dal dam dek dia dij eis erf fan gas gat gif god hal ham hek hof hok hut ijs jas kam kap kar " +
  "kas kat kip kom kop lab lak lam les lid lip lot map mes mol net nood oog oor pad pak pan pen pet pil pit pot put rad rat rek rib rij rok rol rug sap spa " +
  "spy stad tak tas tap taxi tip tol ton top tuin vak vat vee vel vis vos wal wad web weg wet wijk wol zak zee zon zout").split(" ").filter((word) => word.length === 3),
);

/** Adjectives that stand first in nouns: `kleinkind`, `snelweg`, `samenwerking` as their like. */
export const firstAdjectives: ReadonlySet<string> = new Set(
  "breed dubbel dood fijn gemengd grijs groen groot half hard hoog klein kort laag lang midden nieuw privé rood samen snel sterk thuis vast volks vrij warm wit zacht zwart".split(" "),
);

/** Endings of derived words, and words that look so: never the last part. */
export const noLast: ReadonlySet<string> = new Set(
  "aal aar achtig baar baren bare dom eling eren erij heid heden ing ingen ist isme ling lingen lijk lijke loos loze matig matige ment ring rijk rijke schap schappen ster sters teit tal ting tuig vol volle waarts wezen zaam zame".split(" "),
);
