/** Breaks a name into lines for a sign: SVG text does not wrap by itself. */
export function brokenInto(text: string, maxCharacters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && joined.length <= maxCharacters) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
