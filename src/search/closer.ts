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
import { joined, type Look, type Pair } from "./look.ts";
import type { Question } from "./question.ts";

/** A page that leads, and what it is worth so far. */
export interface Leading {
  readonly hit: Hit;
  /** By the index: whether the title is the question, by stems and without stop words. */
  readonly tier: number;
  readonly worth: number;
}

/** Pages that are looked at; a reader who sees five does not fetch more for it. */
const leastLooked = 5;
/** As many where only a text can tell: whether words stand together, and which of many titles was begun. */
const mostLooked = 10;
/** And that the title, or a heading, has a word as it was typed. */
const writtenBoost = 0.25;

/**
 * How many pages are looked at, and must thus be here.
 *
 * @param titled - How many of those that lead have a title that begins as the question does.
 */
export function lookedAt(question: Question, sought: readonly Sought[], titled: number): number {
  return isNearnessAsked(question, sought) || titled > leastLooked ? mostLooked : leastLooked;
}

/** Whether words should stand together: those of a compound that was taken apart, and those between quotation marks. */
export const isNearnessAsked = (question: Question, sought: readonly Sought[]): boolean => question.together.length > 0 || pairsIn(sought).length > 0;

/**
 * The same pages, so many of them in a better order.
 *
 * @param nearness - Where nearness is asked, and what tells it has come.
 */
export function lookCloser(pages: readonly Leading[], count: number, look: Look, nearness?: typeof import("./nearness.ts")): readonly Hit[] {
  const pairs = pairsIn(look.sought);
  const looked = pages.slice(0, count).map(({ hit, tier, worth }, place) => ({
    hit, place,
    tier: writtenTier(hit, look) * 4 + tier,
    quoted: nearness?.quotesIn(hit, look) ?? 0,
    worth: worth * (1 + (nearness && pairs.length > 0 ? nearness.together(hit, pairs, look) : 0)) * (1 + writtenBoost * writtenShare(hit, look)),
  }));
  looked.sort((a, b) => b.quoted - a.quoted || b.tier - a.tier || b.worth - a.worth || a.place - b.place);
  return [...looked.map(({ hit }) => hit), ...pages.slice(count).map(({ hit }) => hit)];
}

/** 3: the title is the question, as one word or as two; 2: it begins as the question was typed, signs and all; 1: it begins with its words. */
function writtenTier({ excerpt }: Hit, { question, begun, wordsOf }: Look): number {
  const asked = joined(question.words);
  if (asked === "") return 0;
  const title = joined(wordsOf(excerpt.title));
  if (close(title) === close(asked)) return 3;
  if (!title.startsWith(begun ? asked : `${asked} `)) return 0;
  return plain(excerpt.title).startsWith(plain(question.text)) ? 2 : 1;
}

const close = (words: string): string => words.replaceAll(" ", "");

/** Signs stay. */
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();

function pairsIn(sought: readonly Sought[]): readonly Pair[] {
  const apart = sought.filter(({ way }) => way === "apart");
  const seconds = apart.reduce((bits, { words }) => bits | (words >>> partShift), 0);
  return Array.from({ length: partShift }, (_, at) => 1 << at).filter((bit) => seconds & bit).map((bit) => [bit, bit << partShift]);
}

/** The share of the question's words that the title has as they were typed: half for one that is a part of another, a quarter where only a heading has it. */
function writtenShare({ excerpt }: Hit, { written, wordsOf }: Look): number {
  const wordsIn = (text: string): readonly string[] => wordsOf(text).map(({ word }) => word);
  const title = wordsIn(excerpt.title);
  const headings = excerpt.sections.flatMap(({ heading }) => wordsIn(heading));
  const shares = written.map((word): number => (title.includes(word) ? 1 : title.some((one) => one.startsWith(word) || one.endsWith(word)) ? 0.5 : headings.includes(word) ? 0.25 : 0));
  return shares.reduce((sum, one) => sum + one, 0) / (written.length || 1);
}
