/**
 * A verb and the noun that is made of it: `isoleren` and `isolatie`, `besparen` and `besparing`,
 * `produceren` and `productie`.
 *
 * By the ending alone, so some of what is given is no word; the site's own index tells which are.
 */

/** Endings of the verb and of its noun. */
const endings: readonly (readonly [verb: string, noun: string])[] = [
  ["en", "ing"], ["eren", "atie"], ["eren", "ie"], ["ceren", "ctie"], ["geren", "ctie"], ["ieren", "ie"],
];
/** Shorter words that look alike mean something else: `haren` and `haring`. */
const minLength = 7;

/** @param word - Folded, lower case. */
export function related(word: string): readonly string[] {
  const one = word.replace(/(ing)en$|(ie)s$/, "$1$2");
  if (one.length < minLength) return [];
  return endings.flatMap((pair) => [pair, [...pair].reverse()]).flatMap(([from = "", to = ""]) => (one.endsWith(from) ? [one.slice(0, -from.length) + to] : []));
}
