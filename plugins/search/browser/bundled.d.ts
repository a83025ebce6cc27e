/** What the bundler puts in: see `bundle.ts`. */

/** The name of the script that answers, beside the loader. */
declare const SEARCH_SCRIPT: string;
/** The names of the scripts with stemmers, by language. */
declare const LANGUAGE_SCRIPTS: Readonly<Record<string, string>>;

/** The style sheet, minified, as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
