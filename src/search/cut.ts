/**
 * Cuts a sorted list of terms into shards whose borders stay put.
 *
 * Cut by count, one new term would shift all borders that follow. So a range of terms that begin
 * alike is one shard while it is small, and is cut by its next letter when it grows; small
 * neighbours below one beginning are joined.
 */

export interface Range {
  /** Every term from this text up to the key of the next range is inside. */
  readonly key: string;
  /** Places in the list of terms, the latter exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * @param sizeOf - Size of the term at a place, in any unit.
 * @param most - Largest size of a range; one term that is larger is a range by itself.
 */
export function cut(terms: readonly string[], sizeOf: (place: number) => number, most: number): readonly Range[] {
  const sums = new Float64Array(terms.length + 1);
  terms.forEach((_, place) => (sums[place + 1] = (sums[place] ?? 0) + sizeOf(place)));
  const size = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  const divide = (from: number, to: number, depth: number): Range[] => {
    const key = from === 0 ? "" : (terms[from] ?? "").slice(0, depth);
    if (size(from, to) <= most || to - from === 1) return [{ key, from, to }];
    return join(groups(terms, from, to, depth).flatMap(([a, b]) => divide(a, b, depth + 1)), size, most);
  };
  return terms.length === 0 ? [] : divide(0, terms.length, 0);
}

/** The runs of terms that share one letter more than all of them; a term that ends there is alone. */
function groups(terms: readonly string[], from: number, to: number, depth: number): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    if (at < to && terms[at]?.charCodeAt(depth) === terms[start]?.charCodeAt(depth)) continue;
    found.push([start, at]);
    start = at;
  }
  return found;
}

function join(ranges: readonly Range[], size: (from: number, to: number) => number, most: number): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && size(last.from, range.to) <= most) joined[joined.length - 1] = { ...last, to: range.to };
    else joined.push(range);
  }
  return joined;
}

/** The place of the range that holds a text: the last key that is not greater. */
export function rangeOf(keys: readonly string[], text: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? "") <= text) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
