/**
 * What few questions need: a script of its own, fetched for a word that the site does not know as it
 * was typed, and where words should stand together.
 */
export { mend, mendTwice } from "./mend.ts";
export { quotesIn, together } from "./nearness.ts";
