/**
 * The table of languages: what a site's pages need is loaded, nothing else.
 */
import { createRequire } from "node:module";
import { related } from "../../src/search/dutch/related.ts";
import { stem } from "../../src/search/dutch/stem.ts";
import { questionWords, stopWords } from "../../src/search/dutch/stopwords.ts";
import { splitter } from "../../src/search/dutch/split.ts";
import { strongForms, strongVerbs } from "../../src/search/dutch/strong.ts";
import type { AnalysisMaker, Stemming } from "../../src/search/language.ts";
import { type Lunr, plain, snowball, snowballLanguages } from "../../src/search/snowball.ts";
import { loadDictionary } from "./dictionary.ts";

const require = createRequire(import.meta.url);

const dutch: Stemming = { stem, isStopWord: (word) => stopWords.has(word) || questionWords.has(word), related };

/** How a language is stemmed, on both ends. */
export function stemmingOf(language: string): Stemming {
  if (language === "nl") return dutch;
  return snowballLanguages.includes(language) ? snowball(lunrWith(language), language) : plain;
}

function lunrWith(language: string): Lunr {
  const lunr = require("lunr") as Lunr;
  if (language !== "en" && !lunr[language]) {
    require("lunr-languages/lunr.stemmer.support")(lunr);
    require(`lunr-languages/lunr.${language}`)(lunr);
  }
  return lunr;
}

/** Analyses for the build; the dictionary is read only where there is Dutch. */
export async function analysesFor(languages: Iterable<string>): Promise<Readonly<Record<string, AnalysisMaker>>> {
  const makers: Record<string, AnalysisMaker> = Object.create(null);
  for (const language of languages) {
    const stemming = stemmingOf(language);
    makers[language] = () => ({ ...stemming, split: () => [] });
  }
  if ("nl" in makers) {
    const lexicon = await loadDictionary();
    const verbs = strongVerbs();
    makers["nl"] = (frequencies) => {
      const split = splitter(lexicon, frequencies);
      // Another form of the verb is found as a part is: below the word itself.
      return { ...dutch, split: (word) => [...split(word), ...strongForms(word, verbs)] };
    };
  }
  return makers;
}
