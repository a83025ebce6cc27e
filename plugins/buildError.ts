/** The error that ends a build with words for people: its message is a report, and no stack follows it. */

/**
 * Eleventy reads `skipOriginalStack` and sets `__errorAlreadyLogged`.
 *
 * Its command prints an error twice, once where the build ends and once where the command does; the
 * second time a summary will do.
 */
export class BuildError extends Error {
  readonly skipOriginalStack = true;
  readonly report: string;

  constructor(report: string, summary = report) {
    super(report);
    this.report = report;
    this.stack = "";
    Object.defineProperty(this, "message", { get: () => (isPrinted(this) ? summary : report), configurable: true });
  }
}

function isPrinted(error: Error): boolean {
  return process.env["ELEVENTY_SOURCE"] === "cli" && Object.hasOwn(error, "__errorAlreadyLogged");
}
