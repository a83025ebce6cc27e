/** Reads words as a maker of questions does: simply, and apart from the code that is measured. */

/** Words as written, in lower case; hyphens and apostrophes inside a word belong to it. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Without diacritics. */
export const plain = (word: string): string => word.normalize("NFKD").replace(/\p{M}/gu, "");

/** Without diacritics, hyphens and apostrophes: two words that a reader takes for the same. */
export const bare = (word: string): string => plain(word).replace(/[-'’]/g, "");

/** Words that say nothing of what a page is about. */
export const functionWords: ReadonlySet<string> = new Set(
  ("de het een en of van in op voor met aan bij te tot uit om door over naar is zijn was wordt worden als dat die dit deze er niet ook maar dan nog hoe wat " +
  "via per vanaf vanuit tijdens volgens tussen tegen zonder onder alleen wie waar waarom wanneer je jij we wij ze zij hij ik u uw jouw onze ons the a an and for to with from your you how what why").split(" "),
);
