/** How near words stand in the text of a page: the parts of a compound, and what stands between quotation marks. */
import { joined, type Look, type Pair } from "./look.ts";
import type { Hit } from "./engine.ts";
import type { Mark } from "./spot.ts";

/** How much it adds to a page's worth that words stand side by side; in a heading or a title they do so on purpose. */
const togetherBoost = { title: 5, heading: 3.5, text: 2.5 } as const;
/** The very word that was asked for is more than its parts side by side. */
const inOneWord = 1.5;
/** Characters between two words at which they tell half as much together. */
const halfway = 12;
/** As if so many more stood between them when a sentence ends there. */
const sentenceEnd = 60;

/** How near the words of the pairs come to one another, in the best place of the page. */
export function together({ slot, excerpt }: Hit, pairs: readonly Pair[], { mark, whole }: Look): number {
  const { title, sections } = excerpt;
  const least = whole.has(slot) ? togetherBoost.text * inOneWord : 0;
  const near = (text: string): number => nearness(text, mark(text), pairs);
  return Math.max(least, togetherBoost.title * near(title), ...sections.map(({ heading, text }) => Math.max(togetherBoost.heading * near(heading), togetherBoost.text * near(text))));
}

/** 1 where the words of each pair stand side by side, more where they are one, less the further they are apart; the mean over the pairs. */
function nearness(text: string, marks: readonly Mark[], pairs: readonly Pair[]): number {
  const nearest = pairs.map(([first, second]) => {
    let best = 0;
    marks.forEach((mark, at) => {
      if ((mark.words & first) !== 0 && (mark.words & second) !== 0) best = inOneWord;
      const [own, other] = (mark.words & first) !== 0 ? [first, second] : [second, first];
      if (best === inOneWord || (mark.words & own) === 0) return;
      const next = marks.slice(at + 1).find(({ words }) => (words & other) !== 0);
      if (next) best = Math.max(best, 1 / (1 + Math.max(0, gap(text, mark.end, next.start) - 1) / halfway));
    });
    return best;
  });
  return nearest.reduce((sum, one) => sum + one, 0) / pairs.length;
}

const gap = (text: string, from: number, to: number): number => to - from + (/[.?!:;]\s/.test(text.slice(from, Math.min(to, from + 200))) ? sentenceEnd : 0);

/** How many of the quoted stretches stand in the page as they were quoted. */
export function quotesIn({ excerpt }: Hit, { question, wordsOf }: Look): number {
  if (question.together.length === 0) return 0;
  const texts = [excerpt.title, ...excerpt.sections.flatMap(({ heading, text }) => [heading, text])].map((text) => ` ${joined(wordsOf(text))} `);
  const quotes = question.together.map((places) => ` ${places.map((place) => question.words[place]?.word ?? "").join(" ")} `);
  return quotes.filter((quote) => texts.some((text) => text.includes(quote))).length;
}
