/**
 * A problem: a fault of content that an editor can mend.
 *
 * Rooms return problems as values; the door collects all of them and throws once. A fault of code
 * or of options is an `Error` instead, thrown at once.
 */

/** A place in a file. Lines and columns count from 1; columns count UTF-16 code units, as editors do. */
export interface Place {
  /** From the project's root, with forward slashes: `site/themas/energie.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The languages in which a problem can be told. */
export type ProblemLanguage = "en" | "nl";

export interface Problem extends Place {
  /** The name of the rule that was broken: `unknown-reference`. */
  readonly rule: string;
  /** An error ends the build; a warning is told and counted; a hint is told when asked for. */
  readonly level: "error" | "warning" | "hint";
  /** What was expected, in the language of the site. */
  readonly expected: string;
  /** What stands there; empty when nothing does. */
  readonly got: string;
  /** The valid value that looks most like what was got. */
  readonly nearest?: string;
  /** What to do, when it does not follow from the rest. */
  readonly remedy?: string;
}
