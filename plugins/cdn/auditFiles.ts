/** Reads an output folder for the audit. */
import { createHash } from "node:crypto";
import type { Standing } from "../../src/address.ts";
import { audit, stylesIn } from "../../src/cdn/audit/audit.ts";
import { asParsed, sharedStyles } from "../../src/cdn/sharedStyles.ts";
import { problemOf } from "../../src/cdn/finding.ts";
import type { Problem, ProblemLanguage } from "../../src/problem.ts";
import { read } from "../output.ts";

export interface Audited {
  readonly problems: readonly Problem[];
  /** Hashes of the style sheets within pages, in base64. */
  readonly styles: readonly string[];
}

export interface AuditOptions {
  readonly folder: string;
  readonly files: readonly string[];
  readonly standing: Standing;
  readonly language: ProblemLanguage;
  readonly allow: readonly string[];
  /** The file that a page was made from. */
  readonly sourceOf: (path: string) => string | undefined;
}

export function auditFiles({ folder, files, standing, language, allow, sourceOf }: AuditOptions): Audited {
  const readText = (path: string): string => read(folder, path).toString("utf8");
  const styles = sharedStyles(files.filter((path) => /\.html?$/i.test(path)).map((path) => stylesIn(readText(path))));
  const present = new Set(files);
  const context = { standing, styles, exists: (path: string) => present.has(path) };
  const problems = files.filter((path) => /\.(html?|xhtml|svg|css|m?js)$/i.test(path)).flatMap((path) => {
    const text = readText(path);
    return audit(path, text, context).filter(({ rule }) => !allow.includes(rule)).map((finding) => problemOf(finding, `${folder}/${path}`, text, language, sourceOf(path)));
  });
  return { problems, styles: [...styles].map((style) => createHash("sha256").update(asParsed(style)).digest("base64")).sort() };
}
