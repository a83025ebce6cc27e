/** Lists of rising numbers as a short text: `0-5,9` for 0, 1, 2, 3, 4, 5 and 9. */

export function encodePlaces(places: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join();
}

export function decodePlaces(text: string): readonly number[] {
  return text === "" ? [] : text.split(",").flatMap((run) => {
    const [from = 0, to = from] = run.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
