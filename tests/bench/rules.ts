/** One rule for each class of questions; a rule gives all that the site offers. */
import { compoundAsked, partAsked, partsAsked } from "./compoundRules.ts";
import type { QueryClass, Site } from "./queries.ts";
import { bare, functionWords, plain, wordsOf } from "./text.ts";
import { random } from "../search/random.ts";

export interface Make {
  readonly query: string;
  /** Places of pages. */
  readonly targets: ReadonlySet<number>;
  readonly note: string;
  /** Lower ones are drawn first: 0 where the title is what was asked for. */
  readonly rank?: number;
}
export type Rule = (site: Site) => Iterable<Make>;

export const rules: Readonly<Record<QueryClass, Rule>> = {
  exact, inflection, part: partAsked, compound: compoundAsked, split: partsAsked, typo, diacritics, prefix, hyphen,
};

/** Two to five telling words of a title, in their order; numbers are left out. */
function* exact({ pages, titles }: Site): Iterable<Make> {
  for (const { title } of pages) {
    const words = wordsOf(title).filter((word) => word.length > 2 && !functionWords.has(word) && !/\d/.test(word)).slice(0, 5);
    if (words.length < 2) continue;
    const sets = words.map((word) => titles.get(bare(word)) ?? new Set<number>());
    yield { query: words.join(" "), targets: new Set([...(sets[0] ?? [])].filter((place) => sets.every((set) => set.has(place)))), note: title };
  }
}

/** A form that stands in the site but in no title, for a word whose other form stands in a title. */
function* inflection({ titles, vocabulary, dutch }: Site): Iterable<Make> {
  for (const written of titles.keys()) {
    if (written.length < 4 || functionWords.has(written)) continue;
    for (const form of new Set(dutch.familiesOf(written).flatMap((family) => [...family]))) {
      // A form of two words, `bladeren`, may well have been meant as the other.
      if (dutch.familiesOf(form).some((family) => !family.has(written))) continue;
      if (form === written || titles.has(form) || !vocabulary.has(form) || functionWords.has(form) || form.length < 4) continue;
      const forms = new Set(dutch.familiesOf(form).flatMap((family) => [...family]));
      yield { query: form, targets: union([...forms].map((one) => titles.get(one))), note: written };
    }
  }
}

/** One slip of the finger in a word of a title: a letter more, less, other, or two exchanged; of letters more and other half are those that fingers hit. */
function* typo({ titles, vocabulary, dutch }: Site): Iterable<Make> {
  const next = random(5);
  for (const [word, targets] of titles) {
    if (word.length < 5 || !/^[a-z]+$/.test(word) || targets.size > 5 || functionWords.has(word)) continue;
    const at = next(word.length);
    const anyLetter = String.fromCharCode(97 + next(26));
    const isNear = next(2) === 0;
    const beside = besideOf(word[at] ?? "", next);
    const slips = [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + (isNear ? (word[at] ?? "") : anyLetter) + word.slice(at),
      word.slice(0, at) + (isNear ? beside : anyLetter) + word.slice(at + 1),
      word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
    ];
    const slip = slips[next(slips.length)] ?? "";
    if (slip !== word && !vocabulary.has(slip) && !dutch.words.has(slip)) yield { query: slip, targets, note: word };
  }
}

/** A key beside a key, in one of the three rows. */
function besideOf(letter: string, next: (below: number) => number): string {
  const row = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].find((one) => one.includes(letter)) ?? letter;
  const at = row.indexOf(letter);
  return row[next(2) === 0 ? at - 1 : at + 1] ?? row[at - 1] ?? letter;
}

/** A word that has diacritics, asked without; one written without, asked with them; and typed in two pieces (NFD), as some keyboards do. */
function* diacritics({ pages, titles, headings, dutch }: Site): Iterable<Make> {
  for (const rank of [0, 1]) {
    const index = rank === 0 ? titles : headings;
    for (const { title, sections } of pages) {
      for (const word of wordsOf(rank === 0 ? title : sections.map(({ heading }) => heading).join(" . "))) {
        const asked = plain(word) !== word ? plain(word) : (dutch.accented.get(word) ?? "");
        const targets = index.get(bare(word)) ?? new Set<number>();
        if (asked === "" || asked === word || word.length < 4) continue;
        yield { query: asked, targets, note: word, rank };
        if (rank === 0 && asked !== word && plain(word) !== word) yield { query: word.normalize("NFD"), targets, note: `${word}, NFD`, rank: 2 };
      }
    }
  }
}

/** The beginning of a title, cut inside a word. */
function* prefix({ pages }: Site): Iterable<Make> {
  const folded = pages.map(({ title }) => plain(title.toLowerCase()).replace(/\s+/g, " ").trim());
  const next = random(3);
  for (const title of folded) {
    if (title.length < 14) continue;
    const at = Math.min(50, Math.floor(title.length * (0.4 + next(40) / 100)));
    // Between two letters, at least one of them typed.
    const end = [at, at + 1, at + 2, at + 3].find((place) => /^[a-z0-9][a-z0-9]$/.test(title.slice(place - 1, place + 1)));
    if (end === undefined) continue;
    const query = title.slice(0, end);
    yield { query, targets: new Set(folded.flatMap((other, place) => (other.startsWith(query) ? [place] : []))), note: title };
  }
}

/** A word with a hyphen, asked in the ways in which it is not written, and a compound asked with one. */
function* hyphen({ pages, titles, headings, cut }: Site): Iterable<Make> {
  for (const rank of [0, 1]) {
    const spaced = spacedPairs(pages.map(({ title, sections }) => (rank === 0 ? title : `${title} . ${sections.map(({ heading }) => heading).join(" . ")}`)));
    const index = rank === 0 ? titles : headings;
    for (const { title, sections } of pages) {
      for (const word of wordsOf(rank === 0 ? title : sections.map(({ heading }) => heading).join(" . "))) {
        const parts = /^\p{L}+(?:-\p{L}+)+$/u.test(word) ? word.split("-") : partsOf(cut(word));
        if (parts.length < 2 || parts.some((part) => part.length < 2)) continue;
        const targets = union([index.get(bare(parts.join(""))), spaced.get(parts.join(" "))]);
        const ways = [parts.join("-"), parts.join(""), parts.join(" ")].filter((way) => way !== word);
        // Compounds abound: only the hyphen is asked of them, and after the words that have one.
        if (word.includes("-")) for (const query of ways) yield { query, targets, note: word, rank: rank * 2 };
        else yield { query: parts.join("-"), targets, note: word, rank: rank * 2 + 1 };
      }
    }
  }
}

const partsOf = (cut: { readonly head: string; readonly last: string } | undefined): readonly string[] => (cut ? [cut.head, cut.last] : []);

/** Pairs of words that stand side by side, and the places of the texts. */
function spacedPairs(texts: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const pairs = new Map<string, Set<number>>();
  texts.forEach((text, place) => {
    const words = wordsOf(text);
    words.slice(1).forEach((word, at) => {
      const pair = `${words[at]} ${word}`;
      pairs.set(pair, (pairs.get(pair) ?? new Set()).add(place));
    });
  });
  return pairs;
}

export const union = (sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> => new Set(sets.flatMap((set) => [...(set ?? [])]));
