/**
 * Brings past tenses and participles of strong verbs to the infinitive: `liep` and `gelopen` to `lopen`,
 * `beschreven` to `beschrijven`, `aangenomen` to `aannemen`.
 *
 * They are a closed class of some two hundred verbs, which change their vowel in a few ways. Forms
 * that mean something else more often (`bond`, `weken`, `afspraken`, `gevallen`) are left alone.
 */

/** Vowels of the past (one, many) and of the participle, and the infinitives that change so; `-` for a form to leave alone, `=` for the vowel of the infinitive. */
const changes = `
ee e e bijten blijken blijven drijven glijden grijpen hijsen kijken knijpen krijgen lijken mijden overlijden prijzen rijden rijgen rijzen schijnen
 schrijden schrijven slijten smijten snijden spijten splijten stijgen strijden strijken verdwijnen vergelijken wijken wijzen wrijven zwijgen
oo o o bieden bedriegen genieten gieten kiezen liegen schieten vliegen buigen druipen duiken fluiten kruipen schuiven sluipen sluiten snuiven spuiten stuiven
 zuigen zuipen wegen bewegen scheren
o o o beginnen binden blinken dingen dringen drinken dwingen glimmen klimmen klinken krimpen ontginnen schrikken slinken spinnen springen stinken verslinden
 verzinnen vinden winnen wringen zingen zinken delven gelden melken schelden schenken smelten treffen trekken vechten vlechten zenden zwellen zwemmen
ie ie o bederven helpen sterven werpen werven zwerven
a - o nemen breken spreken steken bevelen
a - = geven lezen meten treden vergeten vreten
oe oe = dragen graven
ie ie = vallen laten slapen blazen lopen roepen houden
i i = hangen vangen
- - = bakken braden laden lachen vouwen heten varen`;

/** Forms that no row makes; the infinitive stands first, participles without `ge`. */
const others = `brengen bracht brachten +bracht, denken dacht dachten +dacht, kopen kocht kochten +kocht, zoeken zocht zochten +zocht,
weten wist wisten, doen doe doet deed deden +daan, zien zie ziet zag +zien, gaan ga gaat ging gingen +gaan, staan sta stond stonden +staan,
slaan slaat sloeg sloegen geslagen, komen kom komt kwam kwamen, lezen lazen, treden traden, vergeten vergaten, zitten zat zaten +zeten, liggen lag gelegen,
verliezen verloor verloren, vriezen vroor vroren +vroren, zweren zwoer zwoeren +zworen, scheppen schiep schiepen +schapen, heffen hief hieven +heven,
jagen joeg joegen, zeggen zei zeiden +zegd, houden hield hielden, bieden bod, beginnen begint, winnen wint, spelen spel, slijpen +slepen, eten +geten, scheiden +scheiden,
aanbevelen aanbeval aanbevolen`;

/** What else these are: nouns and adjectives that people search for more often. */
const leftAlone = new Set(`
  aandacht bedacht beslagen bleek bleken boden bogen boog bond bonden gebeden gedragen gegeven geladen geleden gevallen gevangen gevaren gold golden goot
  goten las leek leken mat omstreken onderdaan reden rees schoot schoten sloot sloten slopen streek streken verdacht vocht week weken wees wezen zond
  zonden`.trim().split(/\s+/));

const prefixes = new Set(`
  aan achter af be bij binnen door er geheim her in klaar langs mede mee mis na neer om ont onder op open over overeen plaats rond samen stil tegen terug
  toe tussen uit vast ver vol voor voort weg`.trim().split(/\s+/));
/** What no `ge` follows in a participle. */
const inseparable = new Set("be er her mis om ont onder over door ver vol voor".split(" "));
const longestPrefix = 7;

const unstressed = /^(?:be|ge|ont|over|ver)(?=[^aeiou]+[aeiou])/;

const closed = (coda: string): string => coda.replace(/(.)\1$/, "$1").replace(/v$/, "f").replace(/z$/, "s");

/** Two tables of forms and their infinitives. */
function forms(): { readonly past: ReadonlyMap<string, string>; readonly participles: ReadonlyMap<string, string> } {
  const [past, participles] = [new Map<string, string>(), new Map<string, string>()];
  for (const row of changes.trim().split(/\n(?! )/)) {
    const [one = "", many = "", participle = "", ...infinitives] = row.split(/\s+/);
    for (const infinitive of infinitives) {
      const [, onset = "", vowel = "", coda = ""] = /^(.*(?<![aeiou]))(ij|ie|ui|oe|ou|[aeio])([^aeiouy]+)en$/.exec(infinitive) ?? [];
      const open = /^(?:ie|oe)$/.test(many) || (many.length === 1 && one.length === 2) ? coda.replace(/(.)\1$/, "$1") : coda;
      if (one !== "-") past.set(onset + one + closed(coda), infinitive);
      if (many !== "-") past.set(`${onset}${many}${open}en`, infinitive);
      // A verb that begins as `bederven` does has no `ge` in its participle.
      (unstressed.test(infinitive) ? past : participles).set(`${onset}${participle === "=" ? vowel : participle}${coda}en`, infinitive);
    }
  }
  for (const row of others.split(",")) {
    const [infinitive = "", ...rest] = row.trim().split(/\s+/);
    for (const form of rest) (form.startsWith("+") ? participles : past).set(form.replace("+", ""), infinitive);
  }
  participles.set("komen", "komen");
  return { past, participles };
}

const { past, participles } = forms();

/** The infinitive of a strong form; any other word as it is. */
export function weak(word: string): string {
  if (leftAlone.has(word)) return word;
  for (let at = 0; at <= longestPrefix && at < word.length - 1; at++) {
    const prefix = word.slice(0, at);
    if (at > 0 && !prefixes.has(prefix)) continue;
    const rest = word.slice(at);
    const infinitive = past.get(rest)
      ?? (rest.startsWith("ge") ? participles.get(rest.slice(2)) : undefined)
      ?? (inseparable.has(prefix) ? participles.get(rest) : undefined);
    if (infinitive !== undefined) return prefix + infinitive;
  }
  return word;
}
