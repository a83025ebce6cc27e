/** The options of the content plugin. */
import type { ProblemLanguage } from "../../src/problem.ts";
import type { Kind } from "../../src/content/model.ts";

export interface Options {
  /** The kinds of the site, in the order in which it lists them. */
  readonly kinds: readonly Kind[];
  /** Language of problems and of the labels of citations. */
  readonly language?: ProblemLanguage;
  /** Largest Markdown or list file, in bytes. */
  readonly maxFileBytes?: number;
  /** Name of the kind that citations lead to; a site without that kind has no citations. */
  readonly citations?: string;
  /** When pages with `status: concept` (or `draft`) are shown. */
  readonly drafts?: "serve" | "always" | "never";
  /** What to do with a Markdown file outside every kind's folder: a problem, or leave it unpublished. */
  readonly otherMarkdown?: "refuse" | "ignore";
  /** Addresses that something else than content and copied files makes, so that links to them are right: `/feed.xml`. */
  readonly addresses?: readonly string[];
}

export const defaults = {
  language: "en",
  maxFileBytes: 2 * 1024 * 1024,
  citations: "bron",
  drafts: "serve",
  otherMarkdown: "refuse",
  addresses: [],
} as const satisfies Partial<Options>;

export type Settings = Required<Options>;

/** @throws TypeError when no kinds are given. */
export function settingsOf(options: Options): Settings {
  if (!Array.isArray(options?.kinds) || options.kinds.length === 0) {
    throw new TypeError("content: expected option kinds, a list made by defineKind; pass { kinds: [...] } to addPlugin");
  }
  return { ...defaults, ...options };
}
