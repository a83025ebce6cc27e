/** What the bundler puts in: see `bundle.ts`. */

/** The name of the script that answers, beside the loader. */
declare const SEARCH_SCRIPT: string;
/** The languages that have a script with their stemmer, in one text: `,da,de,`. */
declare const LANGUAGES: string;
/** What follows the language in the names of those scripts. */
declare const LANGUAGE_ENDING: string;

/** The style sheet, minified, as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
