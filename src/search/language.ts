/**
 * What a language must give so that its words can be searched; the table of languages has a row for each.
 */

/** The part that ships to the browser. */
export interface Stemming {
  /** A folded, lower-case word -> its term; never empty. */
  readonly stem: (word: string) => string;
  /** Words that are dropped from a question when something else is left. */
  readonly isStopWord: (word: string) => boolean;
  /** Words of the same root that may be meant as well, below the word itself; some may be no words at all. */
  readonly related?: (word: string) => readonly string[];
}

/** The part that works while building only. */
export interface Analysis extends Stemming {
  /** The words that a compound is made of; empty when it is none: `voedselverspilling` -> `voedsel`, `verspilling`. */
  readonly split: (word: string) => readonly string[];
}

/**
 * Makes the analysis for a site, once its vocabulary is known.
 *
 * @param frequencies - In how many documents each folded word of this language stands.
 */
export type AnalysisMaker = (frequencies: ReadonlyMap<string, number>) => Analysis;

/** Marks the term of a compound's part, so that its document frequency stays its own. */
export const partMark = "~";
