/**
 * A closer look at the first pages: what only their titles and texts can tell.
 *
 * The index knows stems, and which section holds which words; it knows neither how a word was written
 * nor how near two words stand. The pages that lead by Lunr's scores are here in full, so among them
 * the very words of a title go first, and words that belong together count where they stand together.
 */
import { partShift } from "./bits.ts";
import type { Hit } from "./engine.ts";
import type { Sought } from "./expand.ts";
import { type CharacterTable, words as wordsOf } from "./normalise.ts";
import type { Question } from "./question.ts";
import type { Mark, Marker } from "./spot.ts";

/** A page that leads, and what it is worth so far. */
export interface Leading {
  readonly hit: Hit;
  /** By the index: whether the title is the question, by stems and without stop words. */
  readonly tier: number;
  readonly worth: number;
}

export interface Look {
  readonly question: Question;
  readonly sought: readonly Sought[];
  /** The words as they were understood: those that were mended in their place. */
  readonly written: readonly string[];
  /** Pages that have the very compound that was taken apart, maybe where no text shows it: among the keywords. */
  readonly whole: ReadonlySet<number>;
  /** Whether the last word may be the beginning of another. */
  readonly begun: boolean;
  readonly mark: Marker;
  readonly table: CharacterTable;
}

/** Pages that are looked at; a reader who sees five does not fetch more for it. */
const leastLooked = 5;
/** As many where only a text can tell: whether words stand together, and which of many titles was begun. */
const mostLooked = 10;
/** How much it adds to a page's worth that words stand side by side; in a heading or a title they do so on purpose. */
const togetherBoost = { title: 5, heading: 3.5, text: 2.5 } as const;
/** And that the title has a word as it was typed, whole or as a part. */
const writtenBoost = 0.25;
/** The very word that was asked for is more than its parts side by side. */
const inOneWord = 1.5;
/** Characters between two words at which they tell half as much together. */
const halfway = 12;
/** As if so many more stood between them when a sentence ends there. */
const sentenceEnd = 60;

/**
 * How many pages are looked at, and must thus be here.
 *
 * @param titled - How many of those that lead have a title that begins as the question does.
 */
export function lookedAt(question: Question, sought: readonly Sought[], titled: number): number {
  return question.together.length > 0 || pairsIn(sought).length > 0 || titled > leastLooked ? mostLooked : leastLooked;
}

/** The same pages, so many of them in a better order. */
export function lookCloser(pages: readonly Leading[], count: number, look: Look): readonly Hit[] {
  const pairs = pairsIn(look.sought);
  const looked = pages.slice(0, count).map(({ hit, tier, worth }, place) => ({
    hit, place,
    tier: writtenTier(hit, look) * 4 + tier,
    quoted: quotesIn(hit, look),
    worth: worth * (1 + (pairs.length > 0 ? together(hit, pairs, look) : 0)) * (1 + writtenBoost * writtenShare(hit, look)),
  }));
  looked.sort((a, b) => b.quoted - a.quoted || b.tier - a.tier || b.worth - a.worth || a.place - b.place);
  return [...looked.map(({ hit }) => hit), ...pages.slice(count).map(({ hit }) => hit)];
}

const joined = (words: readonly { readonly word: string }[]): string => words.map(({ word }) => word).join(" ");

/** 3: the title is the question; 2: it begins as the question was typed, signs and all; 1: it begins with its words. */
function writtenTier({ excerpt }: Hit, { question, begun, table }: Look): number {
  const asked = joined(question.words);
  if (asked === "") return 0;
  const title = joined(wordsOf(excerpt.title, table));
  if (title === asked) return 3;
  if (!title.startsWith(begun ? asked : `${asked} `)) return 0;
  return plain(excerpt.title).startsWith(plain(question.text)) ? 2 : 1;
}

/** Signs stay. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

/** Two sets of bits whose words should stand together: the parts of a compound that was taken apart. */
type Pair = readonly [first: number, second: number];

function pairsIn(sought: readonly Sought[]): readonly Pair[] {
  const apart = sought.filter(({ way }) => way === "apart");
  const seconds = apart.reduce((bits, { words }) => bits | (words >>> partShift), 0);
  return Array.from({ length: partShift }, (_, at) => 1 << at).filter((bit) => seconds & bit).map((bit) => [bit, bit << partShift]);
}

/** How near the words of the pairs come to one another, in the best place of the page. */
function together({ slot, excerpt }: Hit, pairs: readonly Pair[], { mark, whole }: Look): number {
  const { title, sections } = excerpt;
  const least = whole.has(slot) ? togetherBoost.text * inOneWord : 0;
  const near = (text: string): number => nearness(text, mark(text), pairs);
  return Math.max(least, togetherBoost.title * near(title), ...sections.map(({ heading, text }) => Math.max(togetherBoost.heading * near(heading), togetherBoost.text * near(text))));
}

/** 1 where the words of each pair stand side by side, more where they are one, less the further they are apart; the mean over the pairs. */
function nearness(text: string, marks: readonly Mark[], pairs: readonly Pair[]): number {
  const nearest = pairs.map(([first, second]) => {
    let best = 0;
    marks.forEach((mark, at) => {
      if ((mark.words & first) !== 0 && (mark.words & second) !== 0) best = inOneWord;
      const [own, other] = (mark.words & first) !== 0 ? [first, second] : [second, first];
      if (best === inOneWord || (mark.words & own) === 0) return;
      const next = marks.slice(at + 1).find(({ words }) => (words & other) !== 0);
      if (next) best = Math.max(best, 1 / (1 + Math.max(0, gap(text, mark.end, next.start) - 1) / halfway));
    });
    return best;
  });
  return nearest.reduce((sum, one) => sum + one, 0) / pairs.length;
}

const gap = (text: string, from: number, to: number): number => to - from + (/[.?!:;]\s/.test(text.slice(from, Math.min(to, from + 200))) ? sentenceEnd : 0);

/** The share of the question's words that the title has as they were typed: half for one that is a part of another. */
function writtenShare({ excerpt }: Hit, { written, table }: Look): number {
  const title = wordsOf(excerpt.title, table).map(({ word }) => word);
  const shares = written.map((word): number => (title.includes(word) ? 1 : title.some((one) => one.startsWith(word) || one.endsWith(word)) ? 0.5 : 0));
  return shares.length === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

/** How many of the quoted stretches stand in the page as they were quoted. */
function quotesIn({ excerpt }: Hit, { question, table }: Look): number {
  if (question.together.length === 0) return 0;
  const texts = [excerpt.title, ...excerpt.sections.flatMap(({ heading, text }) => [heading, text])].map((text) => ` ${joined(wordsOf(text, table))} `);
  const quotes = question.together.map((places) => ` ${places.map((place) => question.words[place]?.word ?? "").join(" ")} `);
  return quotes.filter((quote) => texts.some((text) => text.includes(quote))).length;
}
