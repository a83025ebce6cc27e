/** From disk to pages: the way that a build, a served site and `check` share. */
import type { Problem } from "../../src/problem.ts";
import type { SourceFile } from "../../src/content/entries.ts";
import { isListFile } from "../../src/content/kind.ts";
import { markdownParser } from "../../src/content/markdown/parse.ts";
import { messagesIn } from "../../src/content/messages.ts";
import { checkKinds, homeOf, schemasOf } from "../../src/content/options.ts";
import type { SiteContext } from "../../src/content/options.ts";
import { sortProblems } from "../../src/content/report.ts";
import type { Site } from "../../src/content/site.ts";
import { readSite } from "../../src/content/site.ts";
import { copiedFiles } from "./copies.ts";
import type { Copies } from "./copies.ts";
import { readFiles } from "./files.ts";
import type { Folders } from "./files.ts";
import type { Settings } from "./options.ts";

export interface Surroundings {
  readonly folders: Folders;
  readonly copies: Copies;
  /** Whether this is for readers: then drafts may stay out. */
  readonly publish: boolean;
  readonly href: (url: string) => string;
}

export interface LoadedSite extends Site {
  /** Below the input: every Markdown file that was found, shown or not. */
  readonly paths: readonly string[];
  /** What was read, and with what it was understood: the tools of editors go on from there. */
  readonly sources: readonly SourceFile[];
  readonly context: SiteContext;
  /** Below the input: every file that is no content. */
  readonly others: readonly string[];
}

/** Reads everything and collects every problem; throws only on faults of options. */
export function loadSite(settings: Settings, { folders, copies, publish, href }: Surroundings): LoadedSite {
  const { kinds, language, maxFileBytes } = settings;
  checkKinds(kinds);
  const m = messagesIn(language);
  const isList = (path: string): boolean => isListFile(homeOf(path, kinds)?.folder ?? "");
  const isOurs = (path: string): boolean => settings.otherMarkdown === "refuse" || homeOf(path, kinds) !== undefined;
  const { sources, others, problems } = readFiles(folders, { isList, isOurs, maxBytes: maxFileBytes }, m);
  const citedKind = kinds.find(({ name }) => name === settings.citations);
  const assets = copiedFiles(copies, folders.input);
  const context: SiteContext = {
    kinds,
    schemaOf: schemasOf(kinds),
    m,
    md: markdownParser(citedKind !== undefined, kinds.some(({ term }) => term !== undefined)),
    publish: publish && settings.drafts !== "always" || settings.drafts === "never",
    assets,
    unpublished: new Set(others.map((path) => path.normalize("NFC")).filter((path) => !assets.has(path))),
    addresses: new Set(settings.addresses),
    href,
    ...(citedKind === undefined ? {} : { citedKind }),
  };
  const wanted = sources.filter(({ path }) => isOurs(path));
  const site = readSite(wanted, context);
  const paths = sources.map(({ path }) => path);
  return { ...site, problems: sortProblems([...problems, ...site.problems]), paths, sources: wanted, context, others };
}

export function isError({ level }: Problem): boolean {
  return level === "error";
}
