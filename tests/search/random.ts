/** Numbers that look random and are the same in every run: a linear congruential generator. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of such a generator repeat early.
    return Math.floor((state / 2 ** 32) * below);
  };
}
