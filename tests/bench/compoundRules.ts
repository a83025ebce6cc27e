/** The three classes that are about compounds: a part asked, the parts asked, the compound asked. */
import { formsOf } from "./compound.ts";
import type { Site } from "./queries.ts";
import { type Make, union } from "./rules.ts";
import { bare, wordsOf } from "./text.ts";

/** A noun that is in no title by itself, but in compounds there: `transitie` for `energietransitie`. */
export function* partAsked({ titles, vocabulary, cut, dutch }: Site): Iterable<Make> {
  const holders = new Map<string, Set<string>>();
  for (const word of titles.keys()) {
    const parts = cut(word);
    for (const part of parts ? [parts.first, parts.last] : []) holders.set(part, (holders.get(part) ?? new Set()).add(word));
  }
  for (const [part, words] of holders) {
    const forms = formsOf(part, dutch);
    // A noun that the site never uses is no noun that its readers would ask for.
    if ([...forms].some((form) => titles.has(form)) || ![...forms].some((form) => vocabulary.has(form))) continue;
    // Compounds of three, and those that were not cut: the noun begins or ends them.
    const also = [...titles.keys()].filter((word) => part.length > 4 && word.length >= part.length + 3 && (word.startsWith(part) || [...forms].some((form) => word.endsWith(form))));
    yield { query: part, targets: union([...words, ...also].map((word) => titles.get(word))), note: [...words].join(", ") };
  }
}

/** The two parts of a compound that is in a title, as two words: with the linking s, or as dictionary words. */
export function* partsAsked({ titles, cut, dutch }: Site): Iterable<Make> {
  for (const word of titles.keys()) {
    const parts = cut(word);
    if (!parts) continue;
    const forms = formsOf(word, dutch);
    const [firsts, lasts] = [parts.first, parts.last].map((part) => union([...formsOf(part, dutch)].map((form) => titles.get(form))));
    const both = new Set([...(firsts ?? [])].filter((place) => lasts?.has(place)));
    const targets = union([...[...forms].map((form) => titles.get(form)), both]);
    for (const head of new Set([parts.head, parts.first])) yield { query: `${head} ${parts.last}`, targets, note: word };
  }
}

/** Words that may stand between the parts of what could be a compound: `verspilling van het voedsel`. */
const between = new Set("van de het een voor in op met aan bij tot uit over en onze ons uw hun je jouw der des".split(" "));
const maxBetween = 2;
/** Nouns too, says the list, but in a text nearly always something else. */
const noParts = new Set("kant zelf hoog meer weer stuk wils ging gingen open half heel klein groot goed tijd keer deel delen gaan werk werken dag dagen gelijk rechter hoger lager".split(" "));
const links = ["", "s", "en", "e", "n"];

/** Where the parts of a compound stand together, the surest first. */
const places = ["title", "heading", "text"] as const;

interface Together {
  /** Pages, by the place in `places`. */
  readonly pages: readonly Set<number>[];
  note: string;
}

/**
 * A compound that is in no title or heading, where a page has its parts together: `verspilling van voedsel`.
 *
 * Right is a page that has them in its title; where none has, one that has them in a heading; where none
 * has, one that has them in its text or has the very word there.
 */
export function* compoundAsked(site: Site): Iterable<Make> {
  for (const [query, { pages, note }] of foundTogether(site)) {
    const forms = formsOf(query, site.dutch);
    if ([...forms].some((form) => site.headings.has(form))) continue;
    const place = pages.findIndex((set) => set.size > 0);
    const holders = place === places.length - 1 ? [...forms].map((form) => site.texts.get(form)) : [];
    const known = [...forms].some((form) => site.vocabulary.has(form));
    yield { query, targets: union([pages[place], ...holders]), note: `${note}, ${places[place]}`, rank: place * 2 + (known ? 1 : 0) };
  }
}

function foundTogether(site: Site): ReadonlyMap<string, Together> {
  const found = new Map<string, Together>();
  site.pages.forEach(({ title, sections }, page) => {
    const texts = [[title], sections.map(({ heading }) => heading), sections.map(({ text }) => text)];
    texts.forEach((some, place) => {
      for (const text of some) {
        for (const { compound, note } of compoundsIn(text, place === 0, site)) {
          const known = found.get(compound) ?? { pages: places.map(() => new Set<number>()), note };
          known.pages[place]?.add(page);
          if (known.pages.slice(0, place).every((set) => set.size === 0)) known.note = note;
          found.set(compound, known);
        }
      }
    });
  });
  return found;
}

/** @param coined - Whether a compound that neither the list nor the site knows will do: in a title that says `b van a`. */
function* compoundsIn(text: string, coined: boolean, { dutch, vocabulary, cut }: Site): Iterable<{ readonly compound: string; readonly note: string }> {
  const words = wordsOf(text).map(bare);
  for (let left = 0; left < words.length; left++) {
    for (let right = left + 1; right <= left + 1 + maxBetween && right < words.length; right++) {
      const gap = words.slice(left + 1, right);
      if (!gap.every((word) => between.has(word))) break;
      const [a = "", b = ""] = [words[left], words[right]];
      // `water beheer` is written apart; `beheer van water` is said in another order.
      const [head, last] = gap.length === 0 ? [a, b] : [b, a];
      if (head === last || ![head, last].every((word) => dutch.nouns.has(word) && !between.has(word) && !noParts.has(word))) continue;
      const known = joinedForms(head, last, dutch).find((one) => (dutch.words.has(one) || vocabulary.has(one)) && cut(one));
      const compound = known ?? (coined && gap[0] === "van" && Math.min(head.length, last.length) > 4 ? `${head}${dutch.linkedByS.has(head) ? "s" : ""}${last}` : undefined);
      if (compound !== undefined) yield { compound, note: words.slice(left, right + 1).join(" ") };
    }
  }
}

/** Every way to write two nouns as one, in any of their forms. */
function joinedForms(head: string, last: string, dutch: Site["dutch"]): readonly string[] {
  const [heads, lasts] = [formsOf(head, dutch), formsOf(last, dutch)];
  return [...new Set([...heads].flatMap((one) => [...lasts].flatMap((other) => links.map((link) => one + link + other))))];
}
