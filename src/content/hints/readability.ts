/** Hints on sentences: one that is long, and a page whose sentences are long on the whole. */
import type { Problem } from "../../problem.ts";
import type { Messages } from "../messages.ts";
import { sentencesOf } from "./sentences.ts";
import type { RunningBlock } from "./texts.ts";

/** Plain Dutch at level B1 keeps below these. */
const MAX_WORDS = 25;
const MAX_MEAN_WORDS = 15;

/** Of fewer sentences a mean says little. */
const MIN_SENTENCES = 5;

export function longSentences(blocks: readonly RunningBlock[], m: Messages): Problem[] {
  const long = blocks.flatMap((block) => sentencesOf(block.text).filter(({ words }) => words > MAX_WORDS).map(({ start, text, words }) => (
    { ...block.placeAt(start), got: m.wordsOf(words, beginOf(text)) }
  )));
  return [...long.map((each): Problem => ({ ...each, rule: "long-sentence", level: "hint", expected: m.maxWords(MAX_WORDS) })), ...longMean(blocks, m)];
}

/** Cells and items that are no sentences would make the mean look better than it reads. */
function longMean(blocks: readonly RunningBlock[], m: Messages): Problem[] {
  const texts = blocks.filter(({ form }) => form !== "cell");
  const sentences = texts.flatMap(({ text }) => sentencesOf(text)).filter(({ isWhole }) => isWhole);
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const [first] = texts;
  if (first === undefined || sentences.length < MIN_SENTENCES || words <= MAX_MEAN_WORDS * sentences.length) return [];
  const got = m.meanWords((words / sentences.length).toFixed(1));
  return [{ ...first.placeAt(0), rule: "long-sentences", level: "hint", expected: m.maxMeanWords(MAX_MEAN_WORDS), got }];
}

function beginOf(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(" ")} …` : text;
}
