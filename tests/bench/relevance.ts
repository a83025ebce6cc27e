/** Does it find it? Nine classes of questions on two kinds of Dutch site, for ours and for others. */
import { type CorpusPage, fronteers, mixed, questionsOf, sizeOf } from "./corpus.ts";
import { loadDutch } from "./dutch.ts";
import type { Contender, Ranked } from "./engines/engine.ts";
import { lunrDutch } from "./engines/lunr.ts";
import { miniSearch, miniSearchDutch } from "./engines/minisearch.ts";
import { ours } from "./engines/ours.ts";
import { pagefind } from "./engines/pagefind.ts";
import { makeQueries, queryClasses } from "./queries.ts";
import { sum, table } from "./table.ts";

const contenders: readonly Contender[] = [ours, miniSearch, miniSearchDutch, lunrDutch, pagefind];
/** A page further down counts as not found. */
const looked = 10;

interface Question {
  readonly class: string;
  readonly query: string;
  readonly targets: readonly string[];
  readonly note?: string;
}

interface Site {
  readonly name: string;
  readonly pages: readonly CorpusPage[];
  readonly classes: readonly string[];
  readonly questions: readonly Question[];
}

interface Outcome {
  readonly query: Question;
  /** From 0; Infinity when none of the targets was among the first ten. */
  readonly rank: number;
  readonly empty: boolean;
}

/** @param only - Names of contenders, lower case; all when empty. `misses` prints what ours does not put first. */
export async function relevance(only: readonly string[] = []): Promise<void> {
  const chosen = contenders.filter(({ name }) => only.length === 0 || only.includes(name.toLowerCase()) || (name === ours.name && only.includes("misses")));
  for (const { name, pages, classes, questions } of sites()) {
    console.log(`\nRelevance on ${name}: ${sizeOf(pages)}; ${questions.length} questions. success@1 / success@5 by class`);
    const rows: string[][] = [];
    for (const contender of chosen) {
      const outcomes = await asked(contender, pages, questions);
      if (outcomes) rows.push([contender.name, ...summary(classes, outcomes)]);
      if (outcomes && only.includes("misses")) printMisses(outcomes);
    }
    const counts = classes.map((one) => `${one} ${questions.filter((question) => question.class === one).length}`);
    console.log(table([["", ...counts, "mean", "MRR", "none"], ...rows]));
  }
}

/** Questions made by rule, on two samples of one kind, so that what was tuned on the first shows on the second; and those that came with the corpus. */
function* sites(): Iterable<Site> {
  const dutch = loadDutch();
  const own = fronteers();
  for (const [name, pages] of [["fronteers.nl", own], ["laws and manuals", mixed(1000)], ["other laws and manuals", mixed(1000, 2)]] as const) {
    yield { name, pages, classes: queryClasses, questions: makeQueries(pages, dutch) };
  }
  const questions = questionsOf("fronteers", own);
  yield { name: "fronteers.nl, with its own questions", pages: own, classes: [...new Set(questions.map((one) => one.class))], questions };
}

async function asked(contender: Contender, pages: readonly CorpusPage[], queries: readonly Question[]): Promise<readonly Outcome[] | undefined> {
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
function summary(names: readonly string[], outcomes: readonly Outcome[]): string[] {
  const classes = names.map((name) => outcomes.filter(({ query }) => query.class === name)).filter((one) => one.length > 0);
  const mean = (of: (outcomes: readonly Outcome[]) => number): number => sum(classes.map(of)) / classes.length;
  const both = (of: (most: number) => number): string => `${short(of(1))} / ${short(of(5))}`;
  return [
    ...names.map((name) => {
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
    if (rank > 0) console.log(`${query.class}: "${query.query}" (${query.note ?? query.targets.length}) ${rank === Infinity ? "not found" : `at ${rank + 1}`}, expected ${query.targets[0]}`);
  }
}
