/** The periods of round tables as stretches of years, certain or not. */
import { relatedTo } from "../data.ts";
import type { Graph, PageOf } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";
import { words } from "../../words.ts";

export type RoundTable = PageOf<"tafel">;

export interface Period {
  readonly name: string;
  readonly from?: string;
  readonly until?: string;
  readonly certain: boolean;
  readonly source: PageOf<"bron"> | undefined;
}

export interface Years {
  readonly first: number;
  /** The year after the last. */
  readonly end: number;
}

/** A piece of a bar, in years: 2018.75 is the first of October 2018. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly certain: boolean;
}

export function periodsOf(graph: Graph, table: RoundTable): readonly Period[] {
  return relatedTo(graph, table, "periodes").map(({ page, data }) => ({
    name: String(data["naam"]),
    ...(typeof data["van"] === "string" ? { from: data["van"] } : {}),
    ...(typeof data["tot"] === "string" ? { until: data["tot"] } : {}),
    certain: data["zeker"] === true,
    source: page.kind === "bron" ? page : undefined,
  }));
}

/** All tables share one scale, so that their bars can be held against each other. */
export function yearsOf(graph: Graph): Years {
  const periods = graph.ofKind("tafel").flatMap((table) => periodsOf(graph, table));
  const dates = periods.flatMap(({ from, until, source }) => [from, until, source?.data.datum]).filter((date) => date !== undefined);
  const years = dates.map((date) => Number(date.slice(0, 4)));
  return years.length === 0 ? { first: 0, end: 0 } : { first: Math.min(...years), end: Math.max(...years) + 1 };
}

/** What is known is certain; where a date is missing the bar goes on, uncertain, to the edge of the picture. */
export function stretchesOf({ from, until, certain }: Period, { first, end }: Years): readonly Stretch[] {
  if (from !== undefined && until !== undefined) return [{ from: beginOf(from), until: endOf(until), certain }];
  if (from !== undefined) {
    const known = Math.min(beginOf(from) + 1, end);
    return [{ from: beginOf(from), until: known, certain: true }, { from: known, until: end, certain: false }];
  }
  if (until !== undefined) {
    const known = Math.max(endOf(until) - 1, first);
    return [{ from: first, until: known, certain: false }, { from: known, until: endOf(until), certain: true }];
  }
  return [{ from: first, until: end, certain: false }];
}

/** `van 2017 tot 2020`, `vanaf september 2018, einde onbekend`, `jaren onbekend`. */
export function writtenPeriod({ from, until, certain }: Period): string {
  if (from === undefined && until === undefined) return words.unknownYears;
  if (until === undefined) return `vanaf ${writtenDate(from ?? "")}, ${words.unknownEnd}`;
  if (from === undefined) return `tot ${writtenDate(until)}, ${words.unknownStart}`;
  return `van ${writtenDate(from)} tot ${writtenDate(until)}${certain ? "" : `, ${words.uncertain}`}`;
}

function beginOf(date: string): number {
  const [year = "0", month = "1"] = date.split("-");
  return Number(year) + (Number(month) - 1) / 12;
}

/** Of the last month or year that the date names. */
function endOf(date: string): number {
  const [year = "0", month = "12"] = date.split("-");
  return Number(year) + Number(month) / 12;
}
