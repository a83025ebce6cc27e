/**
 * Runs of words that two texts have in common.
 *
 * A name is no text: it cannot be said in other words. So names are taken out of a text before it is
 * compared, and no run goes on across the gap.
 */

/** From how many words in a row a sentence is no longer one's own. */
export const RUN = 8;

/** Words of a text, lower case; letters with their marks, figures, and what an apostrophe joins. */
const wordsOf = (text: string): readonly string[] =>
  text.normalize("NFC").toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];

/** All runs in a text; paragraphs are compared one by one. */
function runsOf(paragraph: string): readonly string[] {
  const words = wordsOf(paragraph);
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(" "));
}

/** Every run of a source, to look up. */
export const runsIn = (paragraphs: readonly string[]): ReadonlySet<string> => new Set(paragraphs.flatMap(runsOf));

/** Runs of the paragraphs that stand in a source too, outside names and quotations. */
export function sharedRuns(paragraphs: readonly string[], source: ReadonlySet<string>, names: readonly string[]): readonly string[] {
  const longestFirst = [...new Set(names)].filter((name) => wordsOf(name).length > 1).sort((a, b) => b.length - a.length);
  return paragraphs.flatMap((paragraph) => withoutNames(paragraph, longestFirst).flatMap(runsOf)).filter((run) => source.has(run));
}

/** The pieces that are left of a text without names, and without what it quotes. */
function withoutNames(text: string, names: readonly string[]): readonly string[] {
  const quoted = text.replace(/“[^”]*”|"[^"]*"|(?<![\p{L}\p{N}])[‘'][^‘’']*[’'](?![\p{L}\p{N}])/gu, "\n");
  return names.reduce((left, name) => left.replaceAll(name, "\n"), quoted).split("\n");
}
