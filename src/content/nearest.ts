/** The valid value that looks most like what was written. */

/** Longer values are not compared: nobody mistypes a whole sentence. */
const MAX_LENGTH = 120;

/**
 * Finds the candidate within a typing error or so: one in a short word, then two, then a third of the letters.
 *
 * Case and accents count for nothing; a tie goes to the first candidate.
 */
export function nearestTo(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(value);
  if (wanted === "" || wanted.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let bestDistance = errorsIn(wanted.length) + 1;
  for (const candidate of candidates) {
    if (candidate.length > MAX_LENGTH) continue;
    const distance = distanceBetween(wanted, folded(candidate), bestDistance);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** In a single letter every letter is a typing error. */
function errorsIn(length: number): number {
  if (length < 2) return 0;
  return length < 5 ? 1 : Math.max(2, Math.floor(length / 3));
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one.
 *
 * @returns at least `limit` as soon as it is certain that the distance is not less.
 */
function distanceBetween(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow(left, right, row, previous, before);
    if (Math.min(...current) >= limit) return limit;
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? limit;
}

function nextRow(left: string, right: string, row: number, previous: readonly number[], before: readonly number[]): number[] {
  const current = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const same = left[row - 1] === right[column - 1];
    let cost = Math.min(
      (previous[column] ?? 0) + 1,
      (current[column - 1] ?? 0) + 1,
      (previous[column - 1] ?? 0) + (same ? 0 : 1),
    );
    const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    current.push(cost);
  }
  return current;
}
