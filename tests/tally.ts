/**
 * Counts: what a suite says of itself, read from the lines with which uvu ends.
 *
 * uvu alone is too trusting: a file without `test.run()` and one whose `before` hook throws both end
 * with exit code 0. Here silence is a failure.
 */
import { stripVTControlCharacters } from "node:util";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why, when the output of the suite does not tell it. */
  readonly reason?: string;
}

/** How a process ended: its exit code, or the name of the signal that ended it. */
export type Ending = number | string;

export function tallyOf(output: string, ending: Ending): Tally {
  const text = stripVTControlCharacters(output);
  const [total, passed, skipped] = ["Total", "Passed", "Skipped"].map((label) => countOf(text, label));
  if (total === undefined || passed === undefined || skipped === undefined) {
    return failure(`it ended with ${ending} and without a summary; does it call test.run()?`);
  }
  if (total === 0 && skipped === 0) return failure("it holds no tests");
  if (passed === total && ending !== 0) return { ...failure(`it ended with ${ending} after its tests`), passed, skipped };
  const tally = { passed, failed: total - passed, skipped };
  // A hook that throws leaves tests out, and uvu says nothing of it.
  return passed < total && ending === 0 ? { ...tally, reason: "a hook threw before all tests ran" } : tally;
}

const failure = (reason: string): Tally => ({ passed: 0, failed: 1, skipped: 0, reason });

/** The last line of that label: a test may print a summary of its own. */
function countOf(text: string, label: string): number | undefined {
  const lines = [...text.matchAll(new RegExp(`^ {2}${label}: +(\\d+)$`, "gm"))];
  const digits = lines.at(-1)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = (key: "passed" | "failed" | "skipped"): number => tallies.reduce((all, tally) => all + tally[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/** `12 passed, 0 failed`, with `, 1 skipped` when any. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
