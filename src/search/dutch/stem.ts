/**
 * Brings the forms of a Dutch word to one stem: `huizen` and `huis`, `lopen` and `loopt`,
 * `duurzame` and `duurzaam`, `binnensteden` and `binnenstad`.
 *
 * A stem is a key, not a word. Dutch writes a long vowel once in an open syllable (`bomen`) and
 * twice in a closed one (`boom`). A stem of one syllable gets its second vowel back, since `man` and
 * `maan` differ; a longer one loses it everywhere (`organiser`, `problem`), which spares knowing
 * where the stress lies: `kantoren` and `motoren`, `veranderen` and `organiseren`. Endings fall as
 * long as one fits. An ending that is none (the `t` of `lijst`) falls from every form alike; named
 * are only the words that would meet another word that way.
 */

/** What fits is replaced; `+` marks a syllable that the ending had opened. */
type Rule = readonly [pattern: RegExp, replacement: string];

/** Two vowels that sound as one long, before one consonant. */
const long = "(?:aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au)";
const particle = "(aan|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?";

const rule = (pattern: string, replacement: string): Rule => [
  new RegExp(pattern.replaceAll("V", "[aeiouy]").replaceAll("C", "[^aeiouy]").replaceAll("L", long) + "$"), replacement,
];

/** Endings by the last letter of the word; the first that fits is taken, and then it is looked up anew. */
const endings: Readonly<Record<string, readonly Rule[]>> = {
  a: [rule("^(centr|for)a", "$1um")],
  d: [
    rule("(ig|lijk|rijk|zaam|baar|isch|end)heid", "$1"),
    rule("(^be|^er|week|tr|br)end", "$1end"),
    rule("(V.*C)end", "$1+"),
    rule(`^${particle}ge(.+eer)d`, "$1$2"),
    rule(`((?:[bkmnw]|^)oord|(?:[pbwhg]|^)aard|beeld|maand|eend|vriend|verkeerd)`, "$1"),
    rule(`^${particle}ge(C+(?:.*(?:[bfgsvwz]|[lr]m|L[lmnr])|V.*Ce[lr]))d`, "$1$2"),
    rule("(V.*[bfgsvwz]|V.*[lr]m|L[lmnr]|VC+e[lr])d", "$1"),
  ],
  e: [
    rule("(VC+)ie", "$1i"),
    rule("(V.*C)etje", "$1"),
    rule("mpje", "m"),
    rule("(V.*)inkje", "$1ing"),
    rule("(V[lnrw])tje", "$1"),
    rule("(V.*)ootje", "$1o"),
    rule("(V.*C)je", "$1"),
    rule("(V.*C|[aou]i)e", "$1+"),
  ],
  i: [rule("ici", "icu"), rule("catalogi", "catalogu")],
  m: [rule("([ei])um", "$1a")],
  n: [
    rule("heden", "heid"),
    rule("(?<!be)steden", "stad"),
    rule("schepen", "schip"),
    rule("(?<!^(?:ge|ver|over|be|g))leden", "lid"),
    rule("(V.*)lieden", "$1man"),
    rule("koeien", "koe"),
    rule("^(dag|weg|dak|glaz|vat|blad|bad|gat|grav|hov|hol|god|lot|pad)en", "$1"),
    rule("([ei]e)en", "$1"),
    rule("(VC+i|V.*C|[aeou]i)en", "$1+"),
  ],
  r: [
    rule("(kind|volk|lied|rund|lamm)er", "$1"),
    rule("(^|[^klprsv])eier", "$1ei"),
    rule("^blader", "blad"),
    rule("kalver", "kalf"),
    rule("(V.*(?:ig|lijk|rijk|zam|bar|isch))er", "$1"),
    rule("(baar|^duur|^zwaar)der", "$1"),
    rule("^(klein|lang|kort|nieuw|jong|sterk|diep|warm|groen|mooi|snell|zwakk|grot|hog|lag|bred|schon|goedkop)er", "$1+"),
  ],
  s: [rule("(V.*C(?:[aeiouy]|ie|ee)|VC+V.*[^aeiouysj]|V[bgmpf])s", "$1")],
  t: [
    rule("(dien|^oog)st", "$1st"),
    rule("(V.*[tkpfwm]|V.*ig|aai|ooi|oei|L[lnrg])st", "$1"),
    rule("((?:haas|hoes|mark|buur|gemeen)t)", "$1"),
    rule(`^${particle}ge(?!bruik|beur|loof|luk)(C.*(?:[kp]|[lr]f|L[fs]))t`, "$1$2"),
    rule("(V.*[bdgkmp]|V.*[lr]f|L[flnrsw]|VC+e[lr]|aai|ooi|oei)t", "$1"),
  ],
};

/**
 * The stem of a word.
 *
 * @param word - Lower case and folded.
 */
export function stem(word: string): string {
  if (word.length < 3 || /\d/.test(word)) return word;
  let stem = word;
  for (let last = ""; last !== stem; ) {
    last = stem;
    stem = close(strip(stem));
  }
  return stem;
}

function strip(word: string): string {
  for (const [pattern, replacement] of endings[word.at(-1) ?? ""] ?? []) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/** Spells a stem as the end of a word: `huiz` is `huis`, `katt` is `kat`, `bom+` is `boom`. */
function close(stem: string): string {
  const opened = stem.endsWith("+");
  let closed = (opened ? stem.slice(0, -1) : stem).replace(/([^aeiouy])\1$/, "$1").replace(/v$/, "f").replace(/z$/, "s");
  if (/[aeiouy][^aeiouy]+[aeiouy]/.test(closed)) return closed.replace(/([aeou])\1([^aeiouy])$/, "$1$2");
  if (opened && !/([^aeiouy])\1\+$/.test(stem)) closed = closed.replace(/^([^aeiouy]*)([aeou])([^aeiouywxhj])$/, "$1$2$2$3");
  return closed;
}
