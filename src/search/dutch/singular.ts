/**
 * What a Dutch word may be the plural or an inflected form of, by its spelling alone.
 */

/**
 * The word itself and the words that its ending may have come from, to be looked up: `panelen` gives
 * `panelen`, `panel`, `paneel`.
 */
export function singulars(word: string): string[] {
  if (!/[ens]$/.test(word)) return [word];
  const forms = [word];
  const diminutive = /^(.*?)(?:tje|pje|je)s?$/.exec(word)?.[1];
  if (diminutive) forms.push(diminutive, `${diminutive}t`);
  if (word.endsWith("s")) forms.push(word.slice(0, -1));
  else if (word.endsWith("heden")) forms.push(`${word.slice(0, -5)}heid`);
  else if (word.endsWith("ien")) forms.push(word.slice(0, -1));
  const root = /^(.*(?:[^aeiou]|[ei]e))en?$/.exec(word)?.[1];
  if (!root) return forms;
  const closed = root.replace(/v$/, "f").replace(/z$/, "s");
  const single = closed.replace(/([^aeiou])\1$/, "$1");
  const long = closed.replace(/([aeou])([^aeiou])$/, "$1$1$2");
  return [...forms, ...new Set([root, closed, single, long])];
}
