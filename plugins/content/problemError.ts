/** The one error that ends a build with problems: its message is the report, and no stack follows it. */

/** Eleventy reads `skipOriginalStack`; a stack of ours would tell an editor nothing. */
export class ContentError extends Error {
  readonly skipOriginalStack = true;

  constructor(report: string) {
    super(report);
    this.stack = "";
  }
}
