/** The words of a question as a set: the bits of one number. */

/** Bits below are for words; as many above for what follows the first part of a word: a page must hold that, too. */
export const partShift = 16;

export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
