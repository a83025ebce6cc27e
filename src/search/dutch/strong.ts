/**
 * The other forms of a strong verb: `liep` and `gelopen` for `lopen` and for `loopt`, `lopen` for `liep`,
 * `beschreven` for `beschrijven`, `aannemen` for `aangenomen`.
 *
 * They are a closed class of some two hundred verbs, which change their vowel in a few ways. Forms
 * that mean something else more often (`bond`, `weken`, `afspraken`, `gevallen`) are left alone. Only the
 * build knows them: each form is indexed under the others too, so that readers download no table.
 */
import { stem } from "./stem.ts";

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
slaan slaat sloeg sloegen geslagen, komen kom komt kwam kwamen +komen, lezen lazen, treden traden, vergeten vergaten, zitten zat zaten +zeten, liggen lag gelegen,
verliezen verloor verloren, vriezen vroor vroren +vroren, zweren zwoer zwoeren +zworen, scheppen schiep schiepen +schapen, heffen hief hieven +heven,
jagen joeg joegen, zeggen zei zeiden +zegd, houden hield hielden, bieden bod, beginnen begint, winnen wint, spelen spel, slijpen +slepen, eten +geten, scheiden +scheiden,
aanbevelen aanbeval aanbevolen`;

/** What else these are: nouns and adjectives that people search for more often. */
const leftAlone = new Set(`
  aandacht bedacht beslagen bleek bleken boden bogen boog bond bonden delft gebeden gedragen gegeven geladen geleden gevallen gevangen gevaren gold golden goot
  goten las leek leken mat omstreken onderdaan reden rees rijst schoot schoten sloot sloten slopen streek streken vaart verdacht vocht week weken wees wezen zond
  zonden`.trim().split(/\s+/));

const prefixes = new Set(`
  aan achter af be bij binnen deel dicht door er geheim her in klaar langs los mede mee mis na neer om ont onder op open over overeen plaats rond samen stil tegen terug
  toe tussen uit vast ver vol voor voort vrij waar weg`.trim().split(/\s+/));
/** What no `ge` follows in a participle. */
const inseparable = new Set("be er her mis om ont onder over door ver vol voor".split(" "));
const longestPrefix = 7;

/** A verb, without a prefix. */
interface Verb {
  readonly infinitive: string;
  /** As readers ask for it, if it changes at all. */
  past: string;
  /** Without `ge`, where it takes one. */
  participle: string;
}

interface Verbs {
  /** `loopt`: what looks so is hardly ever anything else. */
  readonly present: ReadonlyMap<string, Verb>;
  readonly past: ReadonlyMap<string, Verb>;
  readonly participles: ReadonlyMap<string, Verb>;
  readonly infinitives: ReadonlyMap<string, Verb>;
}

const unstressed = /^(?:be|ge|ont|over|ver)(?=[^aeiou]+[aeiou])/;

const closed = (coda: string): string => coda.replace(/(.)\1$/, "$1").replace(/v$/, "f").replace(/z$/, "s");

/** Makes the table of verbs by their forms; made once for a build. */
export function strongVerbs(): Verbs {
  const [past, participles, infinitives] = [new Map<string, Verb>(), new Map<string, Verb>(), new Map<string, Verb>()];
  const verbOf = (infinitive: string): Verb => {
    const verb = infinitives.get(infinitive) ?? { infinitive, past: "", participle: "" };
    infinitives.set(infinitive, verb);
    return verb;
  };
  const note = (infinitive: string, form: string, isParticiple: boolean): void => {
    const verb = verbOf(infinitive);
    (isParticiple ? participles : past).set(form, verb);
    if (isParticiple) verb.participle = form;
    else if (!leftAlone.has(form)) verb.past ||= form;
  };
  for (const row of changes.trim().split(/\n(?! )/)) {
    const [one = "", many = "", participle = "", ...verbs] = row.split(/\s+/);
    for (const infinitive of verbs) for (const [form, isParticiple] of changed(infinitive, one, many, participle)) note(infinitive, form, isParticiple);
  }
  for (const row of others.split(",")) {
    const [infinitive = "", ...rest] = row.trim().split(/\s+/);
    for (const form of rest) note(infinitive, form.replace("+", ""), form.startsWith("+"));
  }
  const present = new Map([...infinitives].flatMap(([infinitive, verb]): [string, Verb][] => {
    const one = stem(infinitive);
    return one.endsWith("t") || leftAlone.has(`${one}t`) ? [] : [[`${one}t`, verb]];
  }));
  return { present, past, participles, infinitives };
}

/** The forms of a verb whose vowel changes so, and whether each is a participle. */
function changed(infinitive: string, one: string, many: string, participle: string): readonly (readonly [form: string, isParticiple: boolean])[] {
  const [, onset = "", vowel = "", coda = ""] = /^(.*(?<![aeiou]))(ij|ie|ui|oe|ou|[aeio])([^aeiouy]+)en$/.exec(infinitive) ?? [];
  const open = /^(?:ie|oe)$/.test(many) || (many.length === 1 && one.length === 2) ? coda.replace(/(.)\1$/, "$1") : coda;
  // A verb that begins as `bederven` does has no `ge` in its participle.
  const forms: readonly (readonly [string, boolean])[] = [
    [onset + one + closed(coda), false],
    [`${onset}${many}${open}en`, false],
    [`${onset}${participle === "=" ? vowel : participle}${coda}en`, !unstressed.test(infinitive)],
  ];
  return forms.filter((_, at) => [one, many, participle][at] !== "-");
}

/** What a word is also found by: the infinitive, the past and the participle of the same verb; nothing for other words. */
export function strongForms(word: string, { present, past, participles, infinitives }: Verbs): readonly string[] {
  if (leftAlone.has(word)) return [];
  for (let at = 0; at <= longestPrefix && at < word.length - 1; at++) {
    const prefix = word.slice(0, at);
    if (at > 0 && !prefixes.has(prefix)) continue;
    const rest = word.slice(at);
    const verb = infinitives.get(rest) ?? past.get(rest) ?? present.get(rest)
      ?? (rest.startsWith("ge") ? participles.get(rest.slice(2)) : undefined)
      ?? (inseparable.has(prefix) ? participles.get(rest) : undefined);
    // What shares its stem is found by that: counted again it would count twice.
    if (verb) return formsOf(verb, prefix).filter((form) => !leftAlone.has(form) && stem(form) !== stem(word));
  }
  return [];
}

function formsOf({ infinitive, past, participle }: Verb, prefix: string): readonly string[] {
  const participles = participle === "" ? [] : [`${prefix}ge${participle}`, ...(inseparable.has(prefix) ? [prefix + participle] : [])];
  return [...new Set([prefix + infinitive, ...(past === "" ? [] : [prefix + past]), ...participles])];
}
