/**
 * The ranking layer: a thin, named order over Lunr's scores that a person agrees with.
 *
 * The rules are a table, the first that tells two pages apart decides: the exact title, then a title
 * that begins so, then Lunr's score for the page's best section (and a little of the second), less
 * for each word of the question that the page lacks; then the shorter title; then the page's slot,
 * which never changes by itself.
 */
import { countBits } from "./bits.ts";
import type { Candidate } from "./candidates.ts";

/** How much the second-best section of a page adds to its best. */
const secondShare = 0.3;
/** A page is worth at most so many times the score of its best section. */
export const mostWorth = 1 + secondShare;

/** What it counts that one section, under its title, holds the words of a question, beside that the page does. */
const togetherShare = 0.6;

/** The words of a question that tell something. */
export interface Asked {
  /** A bit for each. */
  readonly bits: number;
  /** By the place of a word: how rare it is, as Lunr reckons; what is rare tells more. */
  readonly weights: readonly number[];
}

/** 2: the title is the question; 1: the title begins with it; 0: neither. */
export function titleTier({ title }: Candidate, { bits }: Asked): 0 | 1 | 2 {
  if (bits === 0 || (title.words & bits) !== bits) return 0;
  if (countBits(title.wholePlaces) === title.length) return 2;
  // The matched places are the first ones: 0b111, not 0b1011.
  return title.places === (1 << countBits(title.places)) - 1 ? 1 : 0;
}

/** One number for Lunr's scores and for how much of the question a page answers: of its words, by their weight. */
export function worth({ best, second, words, together }: Candidate, { bits, weights }: Asked): number {
  const all = weigh(bits, weights);
  if (all === 0) return best + secondShare * second;
  const answered = ((1 - togetherShare) * weigh(bits & words, weights) + togetherShare * weigh(bits & together, weights)) / all;
  return (best + secondShare * second) * answered;
}

/** A loop: it is asked for thousands of pages. */
function weigh(bits: number, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0, rest = bits; rest !== 0; at++, rest >>>= 1) if (rest & 1) sum += weights[at] ?? 0;
  return sum;
}

type Rule = (a: Candidate, b: Candidate) => number;

/** The rules in their order; a negative number puts `a` first. */
export function rulesFor(asked: Asked): readonly Rule[] {
  return [
    (a, b) => titleTier(b, asked) - titleTier(a, asked),
    (a, b) => worth(b, asked) - worth(a, asked),
    (a, b) => (a.title.length || 64) - (b.title.length || 64),
    (a, b) => a.slot - b.slot,
  ];
}

export function rank(candidates: readonly Candidate[], asked: Asked): readonly Candidate[] {
  const rules = rulesFor(asked);
  return [...candidates].sort((a, b) => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}
