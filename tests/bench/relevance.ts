/** Does it find it? Nine classes of questions on two kinds of Dutch site, for ours and for others. */
import { type CorpusPage, fronteers, mixed, sizeOf } from "./corpus.ts";
import { loadDutch } from "./dutch.ts";
import type { Contender, Ranked } from "./engines/engine.ts";
import { lunrDutch } from "./engines/lunr.ts";
import { miniSearch, miniSearchDutch } from "./engines/minisearch.ts";
import { ours } from "./engines/ours.ts";
import { pagefind } from "./engines/pagefind.ts";
import { makeQueries, type Query, queryClasses } from "./queries.ts";
import { sum, table } from "./table.ts";

const contenders: readonly Contender[] = [ours, miniSearch, miniSearchDutch, lunrDutch, pagefind];
/** A page further down counts as not found. */
const looked = 10;

interface Outcome {
  readonly query: Query;
  /** From 0; Infinity when none of the targets was among the first ten. */
  readonly rank: number;
  readonly empty: boolean;
}

/** @param only - Names of contenders, lower case; all when empty. `misses` prints what ours does not put first. */
export async function relevance(only: readonly string[] = []): Promise<void> {
  const dutch = loadDutch();
  const chosen = contenders.filter(({ name }) => only.length === 0 || only.includes(name.toLowerCase()) || (name === ours.name && only.includes("misses")));
  for (const [site, pages] of [["fronteers.nl", fronteers()], ["laws and manuals", mixed(1000)]] as const) {
    const queries = makeQueries(pages, dutch);
    console.log(`\nRelevance on ${site}: ${sizeOf(pages)}; ${queries.length} questions. success@1 / success@5 by class`);
    const rows: string[][] = [];
    for (const contender of chosen) {
      const outcomes = await asked(contender, pages, queries);
      if (outcomes) rows.push([contender.name, ...summary(outcomes)]);
      if (outcomes && only.includes("misses")) printMisses(outcomes);
    }
    const counts = queryClasses.map((name) => `${name} ${queries.filter((query) => query.class === name).length}`);
    console.log(table([["", ...counts, "mean", "MRR", "none"], ...rows]));
  }
}

async function asked(contender: Contender, pages: readonly CorpusPage[], queries: readonly Query[]): Promise<readonly Outcome[] | undefined> {
  let ranked: Ranked;
  try {
    ranked = await contender.index(pages);
  } catch (error) {
    console.log(`${contender.name} does not run here: ${(error as Error).message.split("\n", 1)[0]}`);
    return undefined;
  }
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const found = await ranked.search(query.query, looked);
    const rank = found.findIndex((url) => query.targets.includes(url));
    outcomes.push({ query, rank: rank < 0 ? Infinity : rank, empty: found.length === 0 });
  }
  await ranked.close?.();
  return outcomes;
}

const share = (outcomes: readonly Outcome[], most: number): number => outcomes.filter(({ rank }) => rank < most).length / outcomes.length;
const mrr = (outcomes: readonly Outcome[]): number => sum(outcomes.map(({ rank }) => 1 / (rank + 1))) / outcomes.length;
const short = (value: number): string => value.toFixed(2).replace(/^0/, "");

/** Each class, their mean, the mean MRR, and the share of questions without any answer. */
function summary(outcomes: readonly Outcome[]): string[] {
  const classes = queryClasses.map((name) => outcomes.filter(({ query }) => query.class === name)).filter((one) => one.length > 0);
  const mean = (of: (outcomes: readonly Outcome[]) => number): number => sum(classes.map(of)) / classes.length;
  const both = (of: (most: number) => number): string => `${short(of(1))} / ${short(of(5))}`;
  return [
    ...queryClasses.map((name) => {
      const own = outcomes.filter(({ query }) => query.class === name);
      return own.length === 0 ? "-" : both((most) => share(own, most));
    }),
    both((most) => mean((one) => share(one, most))),
    short(mean(mrr)),
    `${((100 * outcomes.filter(({ empty }) => empty).length) / outcomes.length).toFixed(1)} %`,
  ];
}

function printMisses(outcomes: readonly Outcome[]): void {
  for (const { query, rank } of outcomes) {
    if (rank > 0) console.log(`${query.class}: "${query.query}" (${query.note}) ${rank === Infinity ? "not found" : `at ${rank + 1}`}, expected ${query.targets[0]}`);
  }
}
