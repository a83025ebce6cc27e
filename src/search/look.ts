/** What a closer look at a page goes by. */
import type { Sought } from "./expand.ts";
import type { Word } from "./normalise.ts";
import type { Question } from "./question.ts";
import type { Marker } from "./spot.ts";

export interface Look {
  readonly question: Question;
  readonly sought: readonly Sought[];
  /** The words as they were understood: those that were mended in their place. */
  readonly written: readonly string[];
  /** Pages that have the very compound that was taken apart, maybe where no text shows it: among the keywords. */
  readonly whole: ReadonlySet<number>;
  /** Whether the last word may be the beginning of another. */
  readonly begun: boolean;
  readonly mark: Marker;
  readonly wordsOf: (text: string) => readonly Word[];
}

/** Two sets of bits whose words should stand together: the parts of a compound that was taken apart. */
export type Pair = readonly [first: number, second: number];

export const joined = (words: readonly { readonly word: string }[]): string => words.map(({ word }) => word).join(" ");
