/** What the bundler puts in: see `../bundle.ts`. */

/** File name of the script of packs, beside this one. */
declare const PACKS_SCRIPT: string;

declare module "*.css" {
  const text: string;
  export default text;
}
