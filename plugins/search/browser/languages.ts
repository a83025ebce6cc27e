/** The stemmings of a site's languages: Dutch is here, others are fetched where the manifest asks. */
import { related } from "../../../src/search/dutch/related.ts";
import { stem } from "../../../src/search/dutch/stem.ts";
import { questionWords, stopWords } from "../../../src/search/dutch/stopwords.ts";
import type { Stemming } from "../../../src/search/language.ts";
import { importScript } from "./origin.ts";

const dutch: Stemming = { stem, isStopWord: (word) => stopWords.has(word) || questionWords.has(word), related };
const plain: Stemming = { stem: (word) => word, isStopWord: () => false };

/** In the order of the manifest; a language whose script does not come is searched by whole words. */
export function stemmingsFor(languages: readonly string[]): Promise<readonly Stemming[]> {
  return Promise.all(languages.map(async (language) => {
    if (language === "nl") return dutch;
    if (!LANGUAGES.includes(`,${language},`)) return plain;
    const module = importScript(`language-${language}${LANGUAGE_ENDING}`) as Promise<{ readonly default: Stemming }>;
    return module.then((loaded) => loaded.default, () => plain);
  }));
}
