/**
 * The names of all terms, and where a text holds one.
 *
 * A text is read word by word and each word looked up once, so a large glossary costs no more than a
 * small one. Hyphens and apostrophes are inside words: `transitie-experiment` does not hold `transitie`.
 */
import { append } from "./grouping.ts";
import type { PageId } from "./model.ts";

export interface NameOfTerm {
  readonly term: PageId;
  /** As compared: in lower case, but an abbreviation of one word as it is. */
  readonly words: readonly string[];
}

/** By the first word of the name; the longest name first. */
export type Glossary = ReadonlyMap<string, readonly NameOfTerm[]>;

export interface NameInText {
  readonly term: PageId;
  readonly start: number;
  readonly end: number;
}

interface Word {
  /** As compared inside a name of several words. */
  readonly form: string;
  /** As compared with a name of one word: `RES` is not `res`. */
  readonly alone: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*/gu;
/** What may stand between two words of one name. */
const BETWEEN = /^,?[ \u00a0]$/;

export function glossaryOf(terms: readonly { readonly term: PageId; readonly names: readonly string[] }[]): Glossary {
  const glossary = new Map<string, NameOfTerm[]>();
  for (const { term, names } of terms) {
    for (const name of names) {
      const written = wordsOf(name);
      const words = written.map(({ form, alone }) => (written.length === 1 ? alone : form));
      if (words[0] !== undefined) append(glossary, words[0], { term, words });
    }
  }
  for (const names of glossary.values()) names.sort((a, b) => b.words.length - a.words.length);
  return glossary;
}

/** The names in a text from left to right; where two begin alike, the longest. */
export function namesIn(text: string, glossary: Glossary): readonly NameInText[] {
  const words = wordsOf(text);
  const found: NameInText[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const name = nameAt(words, at, text, glossary);
    const [first, last] = [words[at], words[at + (name?.words.length ?? 1) - 1]];
    if (name === undefined || first === undefined || last === undefined) continue;
    found.push({ term: name.term, start: first.start, end: last.end });
    at += name.words.length - 1;
  }
  return found;
}

function nameAt(words: readonly Word[], at: number, text: string, glossary: Glossary): NameOfTerm | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  const found = glossary.get(first.form)?.find((name) => standsAt(name, words, at, text));
  return found ?? (first.alone === first.form ? undefined : glossary.get(first.alone)?.find((name) => standsAt(name, words, at, text)));
}

function standsAt(name: NameOfTerm, words: readonly Word[], at: number, text: string): boolean {
  return name.words.every((word, index) => {
    const here = words[at + index];
    const before = words[at + index - 1];
    if (here === undefined || (name.words.length === 1 ? here.alone : here.form) !== word) return false;
    return index === 0 || before === undefined || BETWEEN.test(text.slice(before.end, here.start));
  });
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const plain = match[0].normalize("NFC").replace(/’/g, "'").replace(/‑/g, "-");
    const form = plain.toLowerCase();
    // Upper case after the first letter makes an abbreviation: `RES`, `CoP` and `TWh` stay as they are.
    const alone = form !== plain && /.\p{Lu}/u.test(plain) ? plain : form;
    return { form, alone, start: match.index, end: match.index + match[0].length };
  });
}
