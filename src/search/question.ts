/**
 * Reads what somebody typed: words, words that must stand together, words to leave out.
 *
 * Nothing is ever parsed as Lunr's own syntax (`12:30` throws there, `w* ` a thousand times runs for
 * minutes). What is too long is cut.
 */
import type { Stemming } from "./language.ts";
import { type CharacterTable, words } from "./normalise.ts";

export const maxCharacters = 200;
export const maxWords = 16;

export interface QuestionWord {
  /** Folded and in lower case. */
  readonly word: string;
  /** What a word with hyphens is made of. */
  readonly also: readonly string[];
  /** As it was typed. */
  readonly typed: string;
  /** Whether the reader may still be typing it: the last word, with nothing after it. */
  readonly open: boolean;
}

export interface Question {
  /** What was typed, cut, with its signs. */
  readonly text: string;
  readonly words: readonly QuestionWord[];
  /** Places in `words` of the words that stand in one pair of quotation marks: all must be found. */
  readonly together: readonly (readonly number[])[];
  /** Words to leave out. */
  readonly without: readonly QuestionWord[];
}

/** In any language of the site. */
export const isStopWord = ({ word }: QuestionWord, stemmings: readonly Stemming[]): boolean => stemmings.some((stemming) => stemming.isStopWord(word));

/**
 * Any text is a question; an empty one has no words.
 *
 * @param table - Pass one table for many questions; a new one costs more than a question.
 */
export function readQuestion(text: string, table?: CharacterTable): Question {
  const cut = text.slice(0, maxCharacters);
  const found: QuestionWord[] = [];
  const without: QuestionWord[] = [];
  const together: number[][] = [];
  // Quotation marks come in pairs; one that is still open counts to the end.
  cut.split(/["“”„«»]/).forEach((piece, place, pieces) => {
    const quoted = place % 2 === 1;
    const last = place === pieces.length - 1;
    const from = found.length;
    for (const word of words(piece, table)) {
      const prohibited = !quoted && isProhibited(piece, word.start);
      const open = last && word.end === piece.length;
      const one = { word: word.word, also: word.also, typed: piece.slice(word.start, word.end), open };
      if (found.length + without.length < maxWords) (prohibited ? without : found).push(one);
    }
    if (quoted && found.length - from > 1) together.push(found.slice(from).map((_, at) => from + at));
  });
  return { text: cut, words: found, together, without };
}

/** A dash right before a word leaves it out, where it is no hyphen inside a word; in *begin of -einde* it stands for a part that goes without saying. */
function isProhibited(piece: string, start: number): boolean {
  return /(^|\s)[-\u2212\u2013]$/.test(piece.slice(0, start)) && !/(^|\s)(?:en|of|noch|and|or|und|oder|et|ou)\s+-$/i.test(piece.slice(0, start));
}
