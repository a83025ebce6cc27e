/**
 * Hints on figures that no source carries: a number above ten, a percentage, an amount or a year.
 *
 * A citation carries the sentences before it in its paragraph. A list or table counts as one with the
 * paragraph that leads to it: "Kijk ook naar de rest. [@a]" and then three items.
 */
import type { Problem } from "../../problem.ts";
import type { Messages } from "../messages.ts";
import { sentencesOf } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";
import type { RunningBlock } from "./texts.ts";

/** A number that stands by itself, with what makes it an amount. */
const NUMBER = /(?<![\p{L}\p{N}.,:/–-])(€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(\s*(?:%|procent\b|percent\b|euro\b|miljoen\b|miljard\b|million\b|billion\b))?(?![\p{L}\p{N}]|[:/-]\d|\.\d)/giu;

/** What stands before a number that only names something: `nummer 12`, `artikel 21`. */
const NAMING = /(?:^|[\s(])(?:nummer|nr\.?|huisnummer|artikel|art\.?|hoofdstuk|paragraaf|stap|tip|pagina|bladzijde|blz\.?|number|no\.?|article|chapter|section|step|page)\s*$/i;

/** What stands after a number of everyday life: `12 uur`, `16 jaar`. */
const EVERYDAY = /^\s*(?:uur|minuten|minuut|seconden|jaar\s+(?:oud|jong)|years?\s+old|o’clock|o'clock|minutes)\b/i;

/** Whose number begins a date: the year behind it counts. */
const MONTH = /^\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\b/i;

/** What is asked or imagined states no fact. */
const IMAGINED = /\?["'”’)]*$|^(?:stel|denk je in|neem|imagine|suppose)\b/i;

export function figuresWithoutSource(blocks: readonly RunningBlock[], m: Messages): Problem[] {
  const tables = new Set<number>();
  const cited = new Set(blocks.filter(({ citedAt }) => citedAt.length > 0).map(({ group }) => group));
  return blocks.filter((block) => !isCarried(block, cited)).flatMap((block) => {
    const last = block.citedAt.at(-1) ?? -1;
    const hints = sentencesOf(block.text).filter(({ start }) => last <= start).flatMap((sentence) => hintOn(sentence, block, m));
    if (block.form !== "cell" || hints.length === 0) return hints;
    // A table without a source is one hint, not one for each of its cells.
    const isNew = !tables.has(block.group);
    tables.add(block.group);
    return isNew ? hints : [];
  });
}

/** A list or table is carried by a citation in the paragraph before it; a table also by one of its own. */
function isCarried({ form, group }: RunningBlock, cited: ReadonlySet<number>): boolean {
  if (form === "paragraph") return false;
  return cited.has(group - 1) || form === "cell" && cited.has(group);
}

function hintOn(sentence: Sentence, block: RunningBlock, m: Messages): Problem[] {
  const figure = figureIn(sentence.text);
  if (figure === undefined || IMAGINED.test(sentence.text)) return [];
  const place = block.placeAt(sentence.start + figure.at);
  return [{ ...place, rule: "figure-without-source", level: "hint", expected: m.citedFigure, got: figure.text, remedy: m.citedFigureRemedy }];
}

function figureIn(text: string): { readonly text: string; readonly at: number } | undefined {
  for (const match of text.matchAll(NUMBER)) {
    const [whole, currency, digits = "", , unit] = match;
    const value = Number(digits.replaceAll(".", ""));
    const after = text.slice(match.index + whole.length, match.index + whole.length + 20);
    if (NAMING.test(text.slice(Math.max(0, match.index - 20), match.index)) || EVERYDAY.test(after) || MONTH.test(after)) continue;
    if (currency !== undefined || unit !== undefined || value > 10) return { text: whole.trim(), at: match.index };
  }
  return undefined;
}
