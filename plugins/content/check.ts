/** The first steps of a build and nothing else: every problem of every page, without Eleventy. */
import { parseArgs } from "node:util";
import type { Problem, ProblemLanguage } from "../../src/problem.ts";
import { hintsOn } from "../../src/content/hints/hints.ts";
import { messagesIn } from "../../src/content/messages.ts";
import type { Page } from "../../src/content/model.ts";
import { formatReport, sortProblems } from "../../src/content/report.ts";
import type { Copies } from "./copies.ts";
import { isError, loadSite } from "./load.ts";
import { defaults, settingsOf } from "./options.ts";
import type { Options } from "./options.ts";
import { recordConfig } from "./recordConfig.ts";
import { localToday } from "./today.ts";
import { againAfterChanges } from "./watch.ts";

export interface CheckOptions extends Options {
  /** The folder with the pages: `site`. */
  readonly input: string;
  /** Folders that are not read, from the project's root: `["site/_includes"]`. */
  readonly excluded?: readonly string[];
  /** As `addPassthroughCopy` was told. */
  readonly copies?: Copies;
  /** Asks for hints as well, on the day that it is: `2026-11-23`. */
  readonly hintsOn?: string;
}

export interface Checked {
  /** By file, line and column. */
  readonly problems: readonly Problem[];
  readonly pages: readonly Page[];
}

/** Checks as for publishing: a page may not lean on a draft. */
export async function check({ input, excluded = [], copies = {}, hintsOn: today, ...options }: CheckOptions): Promise<Checked> {
  const folders = { input, excluded };
  const settings = settingsOf(options);
  const site = loadSite(settings, { folders, copies, publish: true, href: (url) => url });
  const hints = today === undefined ? [] : hintsOn(site, today, messagesIn(settings.language));
  return { problems: sortProblems([...site.problems, ...hints]), pages: site.graph.pages };
}

/** What else is looked at: the options of the other plugins, by name, and the day. */
export type MoreChecks = (others: Readonly<Record<string, unknown>>, today: string, language: ProblemLanguage) => readonly Problem[];

/**
 * The command `wegwijzer check [--config FILE] [--json] [--hints] [--watch]`.
 *
 * @param signal - Ends `--watch`, which else goes on.
 * @returns the exit code: 1 when there is an error among the problems.
 */
export async function checkCommand(args: readonly string[], more: MoreChecks = () => [], signal?: AbortSignal): Promise<number> {
  const flags = { config: { type: "string" }, json: { type: "boolean" }, hints: { type: "boolean" }, watch: { type: "boolean" } } as const;
  const { values } = parseArgs({ args: [...args], options: flags });
  const { options, folders, copies, others } = await recordConfig(values.config);
  const tell = async (): Promise<number> => {
    const { problems, pages } = await check({ ...options, ...folders, copies, ...(values.hints === true ? { hintsOn: localToday() } : {}) });
    const language = options.language ?? defaults.language;
    const told = [...problems.filter(({ level }) => values.hints === true || level !== "hint"), ...more(others, localToday(), language)];
    const report = formatReport(told, language);
    if (values.json === true) console.log(JSON.stringify({ pages: pages.length, problems: told }));
    else console.log(report === "" ? `${pages.length} pages, 0 problems` : report);
    return told.some(isError) ? 1 : 0;
  };
  if (values.watch !== true) return tell();
  let code = 0;
  await againAfterChanges(folders.input, async () => {
    // An editor takes what stands between these two lines for all that is wrong.
    console.log("wegwijzer check: begin");
    code = await tell();
    console.log("wegwijzer check: end");
  }, signal);
  return code;
}
