/**
 * Dates as editors write them, as schemas.
 *
 * They stay text: a date of YAML or JavaScript would carry a time zone that nobody wrote.
 */
import { z } from "zod";

const YEAR_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
/** With the days of each month, as zod counts them. */
const PARTIAL_DATE = new RegExp(`^\\d{4}(?:-(?:0[1-9]|1[0-2]))?$|${z.core.regexes.date.source}`);

/** `2026-11-23`, and a day that exists. */
export const date = z.iso.date();

/** `2026-11`. */
export const yearMonth = z.string().regex(YEAR_MONTH);

/** `2026`, `2026-11` or `2026-11-23`. */
export const partialDate = z.string().regex(PARTIAL_DATE);

/** Whether a text is a year, a month or a day that exists. */
export function isPartialDate(text: string): boolean {
  return PARTIAL_DATE.test(text);
}

/** The names under which the table of messages explains these patterns. */
export const namedPatterns: Readonly<Record<string, "yearMonth" | "partialDate">> = {
  [YEAR_MONTH.toString()]: "yearMonth",
  [PARTIAL_DATE.toString()]: "partialDate",
};
