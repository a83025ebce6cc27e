/**
 * What a word can be in a Dutch compound: the numbers of the lexicon, and what it gets wrong.
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
/** Not in the dictionary, but in several documents of the site. */
export const OWN = 32;

/** Folded words with what they can be, as a sum of the numbers above. */
export type Lexicon = ReadonlyMap<string, number>;

const listed = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The only words of three letters that are taken for a part: most others would be found in half of all words. */
export const shortParts = listed(`
  app bad bal bar bed bel bio bod bos bot bus cel dag dak dal dam dek dij erf gas gat gif god hal ham hek hof hok
  hut ijs jas kam kap kas kat kip kop lab lek les lid lip lot map mes mol net nood oog oor pad pak pan pet pil pit pot
  rad rat rij rok rug sap spa tak tas tip top tuin vak vat vee vel vis wad web weg wet wol zak zee zet zin zon`);

/** Words that are no part first, though they look so: particles of verbs (`voorstellen`), and what they leave. */
export const neverFirst = listed(`
  achter daar gaan gesp hier mini neer onder over prak terug toep trans vast vers volle voor voort vrij vrije waar weder weer wijze`);

/** Endings of derived words, and words that look like endings: never a part last. */
export const neverLast = listed(`
  aal aar achtig baar baren bare ding dingen dom eerder eling eren erij ging gingen heid heden ing ingen ist isme king
  kingen ling lingen lijk lijke loos loosheid loze maal male matig matige ment pen pers rage ratie ring rijk rijke schap schappelijk schappelijke
  schappen steren ster sters sten tal tande teit ten teren tien tiende tijk ting tuig twintigste vol
  volle waarts zaam zame zinnig zinnige`);

/** Parts that the dictionary lacks or hides. */
export const extraRoles: Lexicon = new Map([
  ...[...listed(`breed dubbel groen groot half hoog klein koninginne kort laag lang midden nieuw rood samen scheep snel sterk super thuis
  warm wit zieken zwart`)].map((word) => [word, FIRST] as const),
  ...[...listed("houderij zorger")].map((word) => [word, LAST] as const),
]);

/** Words that once were compounds; who types a half of them does not mean them. */
export const wholes = listed(`
  aardappel automaat bederf bederven belangrijk centrale combinatie combineren diagram donderdag duitsland handel horizontaal kampioen kantoor
  koophandel leeftijd maandag maatregel onderwijs oordeel oorsprong oorzaak operator processor radijs sinterklaas volgorde vrijdag
  zaterdag zondag`);
