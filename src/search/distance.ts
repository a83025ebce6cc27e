/**
 * How far two words are apart: what typing errors need.
 *
 * One step is a letter more, a letter less, another letter, or two neighbours exchanged; no place
 * is changed twice (Damerau's distance as optimal string alignment).
 */

/** The distance between two words; `most + 1` as soon as it is more than `most`. */
export function distance(a: string, b: string, most: number): number {
  let [from, ends] = [0, 0];
  while (from < a.length && a[from] === b[from]) from++;
  while (ends < a.length - from && ends < b.length - from && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
  // What they begin and end with alike costs nothing; of most words too much is left for one step.
  const [left, right] = [a.length - ends - from, b.length - ends - from];
  if (left === 0 || right === 0) return Math.min(left + right, most + 1);
  if (Math.abs(left - right) > most || (most === 1 && left + right > 4)) return most + 1;
  return steps(a.slice(from, from + left), b.slice(from, from + right), most);
}

function steps(a: string, b: string, most: number): number {
  const width = b.length + 1;
  // Row i, column j: the distance between the first i letters of a and the first j of b.
  const cells: number[] = [];
  const cell = (i: number, j: number): number => cells[i * width + j] ?? most + 1;
  for (let i = 0; i <= a.length; i++) {
    let least = most + 1;
    for (let j = 0; j <= b.length; j++) {
      let steps = i && j ? cell(i - 1, j - 1) + +(a[i - 1] !== b[j - 1]) : i + j;
      if (i && j) steps = Math.min(steps, cell(i - 1, j) + 1, cell(i, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, cell(i - 2, j - 2) + 1);
      cells.push(steps);
      least = Math.min(least, steps);
    }
    // A later row never holds less than the least of this one.
    if (least > most) return least;
  }
  return Math.min(cell(a.length, b.length), most + 1);
}
