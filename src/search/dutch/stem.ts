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
/** The prefix of a participle; in `gebruiken` and a few others it belongs to the verb. */
const participle = "((?:aan|af|bij|door|in|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|weg)?)ge(?!beur|bruik|loof|luk)";

/** Endings by the last letter of the word; the first that fits is taken, and then it is looked up anew. `V` is a vowel, `C` a consonant, `L` long. */
const endings: Readonly<Record<string, readonly (readonly [pattern: string, replacement: string])[]>> = {
  a: [
    ["(centr|^for|xim|inim|end|rand|ricul|spectr)a", "$1um"],
    ["(lemm|[hm]em|stigm|traum|dogm)ata", "$1a"],
    ["(corp)ora", "$1u"],
    ["(exam|volum)ina", "$1"],
  ],
  d: [
    ["(ig|lijk|rijk|zaam|baar|isch|end)heid", "$1"],
    ["(^bek|^erk|week|^leg|^gew|^gek|^ger|^gesch|z)end", "$1end"],
    ["(V.*C)end", "$1+"],
    ["((?:[bkmnw]|^)oord|(?:(?<!s)p|b|(?<!be)w|h|(?<!ver)g|^)aard|beeld|maand|^eend|vriend|verkeerd|gemiddeld)", "$1"],
    [`^${participle}(.+eer|C+(?:.*(?:[bfgmsvwz]|L[lnr]|[st]tel|vul)|V.*Ce[lr]))d`, "$1$2"],
    ["(V.*[bfgmsvwz]|L[lnr]|VC+e[lr]|aai|ooi|oei|[sr]tel|vul)d", "$1"],
  ],
  e: [
    ["(VC+)ie", "$1i"],
    ["^(uitj)e", "$1"],
    ["((C)\\2|ng|m)etje", "$1"],
    ["((?:L|l|r)m)pje", "$1"],
    ["(V.*)inkje", "$1ing"],
    ["^(C*[aeiou][nr]t)je", "$1"],
    ["(V[lnrw]|VC+(?:ee|ie)|ij|y)tje", "$1"],
    ["(V.*[ti])ootje", "$1o"],
    ["(V.*C)je", "$1"],
    ["^(mat|zon|aard)e", "$1e"],
    ["(V.*C|[aou]i)e", "$1+"],
  ],
  i: [["([dmnrst]ic|catalog|alumn|^mod)i", "$1u"]],
  m: [["([ei])um", "$1a"]],
  n: [
    ["heden", "heid"],
    ["(?<!be)steden", "stad"],
    ["(?<!ont)schepen", "schip"],
    ["(?<![gk]|^(?:s|ge|ver|over|be))leden", "lid"],
    ["(V.*)lieden", "$1man"],
    ["koeien", "koe"],
    ["^(dag|weg|dak|glaz|vat|blad|bad|gat|grav|hov|hol|god|lot|pad)en", "$1"],
    ["(bak|natuur|edel|hoek|zand|kalk|graf|druip|kiezel|nier|straat|stoep)ste(?:ne)?n", "$1steen"],
    ["([ei]e)en", "$1"],
    ["(VC+[iu]|V.*C|[aeou]i)en", "$1+"],
  ],
  r: [
    ["(kind|volk|lied|rund|lamm)er", "$1"],
    ["(^|[^klprsv])eier", "$1ei"],
    ["^blader", "blad"],
    ["kalver", "kalf"],
    ["(V.*(?:ig|lijk|rijk|zam|bar|isch|voll|loz|iev))er", "$1"],
    ["(baar|^duur|^zwaar)der", "$1"],
    ["^(klein|lang|kort|nieuw|jong|sterk|diep|warm|groen|mooi|snell|zwakk|leuk|slecht|hard|zacht|licht|ruim|streng|erg|nauw|rijk|small|slimm|dikk|dunn|witt|natt|vett|viez|liev|grijz)er", "$1"],
    ["^(grot|hog|lag|bred|schon|goedkop|vak|trag)er", "$1+"],
  ],
  s: [
    ["(ind|cod)ices", "$1ex"],
    ["(append|matr)ices", "$1ix"],
    ["(cris)es", "$1i"],
    ["(soms|^(?:tijd|nam|weg|volg|kracht|behoud)ens)", "$1"],
    // Loans: short ones, and those with vowels that Dutch has not.
    ["(^(?:data)?set|chat|robot|bot|^kit|^hit|^tag|^fan|truc|nerd|^led|^run|^slot|[ae][wy]|ow|ea[dlm]|oa[dl]|oo[tl]|ai[ln]|shirt|play)s", "$1"],
    ["((?:nn|tr|min|ns)ee)s", "$1"],
    ["(V.*C(?:[aiouy]|ie|ue|(?<!e)e)|VC+V.*[^aeiouysj]|V.*[bgmpf]|V.*(?:[nc]k|[nps]t|ll)|C(?:end|eet)|ool|eau|[eiy][ao])s", "$1"],
  ],
  t: [
    ["(dien|^oog|^laat|^eer)st", "$1st"],
    [`^${participle}((?=C).*(?:[kp]|pas|los|mis|ras|[lre]f|L[fs]|V[lnrt]s))t`, "$1$2"],
    ["((?:be|ver|op|af|uit|om|aan)(?:los|slis|wis|gis|mis|ras))t", "$1"],
    ["(plaats|toets|rits|schets|fiets|wens|grens|dans|heers|flits|tch|sh)t", "$1"],
    ["(V.*[tkpfwm]|V.*ig|aai|ooi|oei|L[lnrg]|^(?:lang|jong|streng|snel|smal))st", "$1"],
    ["((?:haas|hoes|mark|buur|^maar|ruim|groen|gemeen|(?<!d)ien)t)", "$1"],
    ["(V.*[bdgkmp]|[lre]f|L[flnrsw]|VC+e[lr]|aai|ooi|oei|pas|C[aeiu]l|(?:tek|rek|^op|oef|ord)en)t", "$1"],
  ],
};

/** What is shorter has no ending: `opt` is no form of `op`. */
const minLength = 4;

/**
 * The stem of a word.
 *
 * @param word - Lower case and folded.
 */
export function stem(word: string): string {
  if (word.length < minLength || /\d/.test(word)) return word;
  let stem = close(word);
  for (let last = ""; last !== stem; ) {
    last = stem;
    stem = close(strip(stem));
  }
  return stem;
}

/** Made when a word asks for them: a reader's first question needs few. */
const rules = new Map<string, readonly Rule[]>();

function rulesFor(letter: string): readonly Rule[] {
  const known = rules.get(letter);
  if (known) return known;
  const made = (endings[letter] ?? []).map(([pattern, replacement]): Rule => [
    new RegExp(`${pattern.replaceAll("V", "[aeiouy]").replaceAll("C", "[^aeiouy]").replaceAll("L", long)}$`), replacement,
  ]);
  rules.set(letter, made);
  return made;
}

function strip(word: string): string {
  for (const [pattern, replacement] of rulesFor(word.at(-1) ?? "")) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

/** Dutch doubles a consonant after a short vowel, and t and d before an ending (`praatte`); `weekkend` is a slip of the finger, and no week. */
const doubled = new RegExp(`(?<!${long})([^aeiouydt])\\1$|([dt])\\2$`);

/** Spells a stem as the end of a word: `huiz` is `huis`, `katt` is `kat`, `bom+` is `boom`. */
function close(stem: string): string {
  const isOpened = stem.endsWith("+") && !/([^aeiouy])\1\+$/.test(stem);
  const closed = stem.replace("+", "").replace(doubled, "$1$2").replace(/v$/, "f").replace(/z$/, "s");
  if (/[aeiouy][^aeiouy]+[aeiouy]|[iuy][ao]|e[ao]/.test(closed)) {
    // `ees` stays as it is, and is no plural: `genezen` is no form of `geen`.
    return isOpened ? closed.replace(/([^aeiouy]e)s$/, "$1es") : closed.replace(/((?<!e)e(?!es)|[aou])\1([^aeiouy])$/, "$1$2");
  }
  return isOpened ? closed.replace(/^([^aeiouy]*)([aeou])([^aeiouywxhj])$/, "$1$2$2$3") : closed;
}
