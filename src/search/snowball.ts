/// <reference path="./lunr.d.ts" />
/**
 * Stemming for languages other than Dutch: Lunr's own English stemmer, and those of lunr-languages.
 *
 * Both ends use this; the caller brings the modules, so that a browser loads only what a site needs.
 */
import type lunr from "lunr";
import type { Stemming } from "./language.ts";

/** Primary subtags of the languages that Lunr and lunr-languages stem; Dutch is our own. */
export const snowballLanguages: readonly string[] = ["da", "de", "en", "es", "fi", "fr", "hu", "it", "no", "pt", "ro", "ru", "sv", "tr"];

/** What a language module adds to Lunr: a stemmer and a filter of stop words. */
interface LanguageParts {
  readonly stemmer: (token: lunr.Token) => lunr.Token;
  readonly stopWordFilter: (token: lunr.Token) => lunr.Token | undefined;
}

/** Lunr with its own English, and what lunr-languages has added to it: `lunr.de`, `lunr.fr`. */
export type Lunr = LanguageParts & { readonly Token: typeof lunr.Token } & Readonly<Record<string, unknown>>;

/** Spellings that mean the same: `Universitaet` is how German writes `Universität` where a keyboard has no umlaut. */
const spellings: Readonly<Record<string, readonly [pattern: RegExp, replacement: string]>> = { de: [/(?<![aeiouq])([aou])e(?!$)/g, "$1"] };

/**
 * @param language - Primary language subtag; `en` is Lunr's own.
 * @throws RangeError when the language was not added to Lunr.
 */
export function snowball(known: Lunr, language: string): Stemming {
  const parts = language === "en" ? known : (known[language] as LanguageParts | undefined);
  if (!parts?.stemmer) throw new RangeError(`search: no stemmer for language "${language}"; add its module of lunr-languages first`);
  const { stemmer, stopWordFilter } = parts;
  const token = (word: string): lunr.Token => new known.Token(word, {});
  const [pattern, replacement] = spellings[language] ?? [/$/, ""];
  const spelled = (word: string): string => word.replace(pattern, replacement);
  return {
    stem: (word) => stemmer(token(spelled(word))).toString() || word,
    isStopWord: (word) => stopWordFilter?.(token(word)) === undefined,
  };
}

/** For a language without a stemmer: words as they are, none of them a stop word. */
export const plain: Stemming = { stem: (word) => word, isStopWord: () => false };
