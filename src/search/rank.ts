/**
 * The ranking layer: a thin, named order over Lunr's scores that a person agrees with.
 *
 * The rules are a table, the first that tells two pages apart decides: the exact title, then a title
 * that begins so, then Lunr's score for the page's best section (and a little of the second), less
 * for each word of the question that the page lacks; then the shorter title; then the page's slot,
 * which never changes by itself.
 */
import type { Candidate } from "./candidates.ts";

/** How much the second-best section of a page adds to its best. */
const secondShare = 0.3;

/** What is left of a score for each word of the question that the page lacks. */
const lackShare = 0.5;

const countBits = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/**
 * 2: the title is the question; 1: the title begins with it; 0: neither.
 *
 * @param asked - A bit for each word of the question that tells something.
 */
export function titleTier({ title }: Candidate, asked: number): 0 | 1 | 2 {
  if (asked === 0 || (title.words & asked) !== asked) return 0;
  const matched = countBits(title.places);
  if (matched === title.length) return 2;
  // The matched places are the first ones: 0b111, not 0b1011.
  return title.places === (1 << matched) - 1 ? 1 : 0;
}

/** One number for Lunr's scores and for how much of the question a page answers. */
export function worth({ best, second, words }: Candidate, asked: number): number {
  return (best + secondShare * second) * lackShare ** countBits(asked & ~words);
}

type Rule = (a: Candidate, b: Candidate) => number;

/** The rules in their order; a negative number puts `a` first. */
export function rulesFor(asked: number): readonly Rule[] {
  return [
    (a, b) => titleTier(b, asked) - titleTier(a, asked),
    (a, b) => worth(b, asked) - worth(a, asked),
    (a, b) => (a.title.length || 64) - (b.title.length || 64),
    (a, b) => a.slot - b.slot,
  ];
}

/** @param asked - A bit for each word of the question that tells something. */
export function rank(candidates: readonly Candidate[], asked: number): readonly Candidate[] {
  const rules = rulesFor(asked);
  return [...candidates].sort((a, b) => {
    for (const rule of rules) {
      const order = rule(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}
