/**
 * Dates as editors write them, as schemas.
 *
 * They stay text: a date of YAML or JavaScript would carry a time zone that nobody wrote.
 */
import { z } from "zod";

const YEAR_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** `2026-11-23`, and a day that exists. */
export const date = z.iso.date();

/** `2026-11`. */
export const yearMonth = z.string().regex(YEAR_MONTH);

/** `2026`, `2026-11` or `2026-11-23`. */
export const partialDate = z.string().regex(PARTIAL_DATE);

/** The names under which the table of messages explains these patterns. */
export const namedPatterns: Readonly<Record<string, "yearMonth" | "partialDate">> = {
  [YEAR_MONTH.toString()]: "yearMonth",
  [PARTIAL_DATE.toString()]: "partialDate",
};
