/** All hints on a site: matters of taste and of care, which never fail a build and are told when asked for. */
import type { Problem } from "../../problem.ts";
import type { Messages } from "../messages.ts";
import { sortProblems } from "../report.ts";
import type { Site } from "../site.ts";
import { oldFacts } from "./age.ts";
import { figuresWithoutSource } from "./figures.ts";
import { longSentences } from "./readability.ts";
import { runningBlocks } from "./texts.ts";
import { unlinkedPages } from "./unlinked.ts";

/**
 * Looks at the whole site.
 *
 * @param today - `2026-11-23`: here is no clock.
 */
export function hintsOn({ parts, graph }: Pick<Site, "parts" | "graph">, today: string, m: Messages): Problem[] {
  const onPages = parts.entries.flatMap((entry) => {
    const blocks = entry.body === undefined ? [] : runningBlocks(entry.body);
    return [...longSentences(blocks, m), ...figuresWithoutSource(blocks, m), ...oldFacts(entry, today, m)];
  });
  return sortProblems([...onPages, ...unlinkedPages(parts, graph, m)]);
}
