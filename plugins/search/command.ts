/**
 * `wegwijzer search`: asks a built site as its readers do.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Answer } from "../../src/search/engine.ts";
import { type BuiltIndex, openBuiltIndex } from "./site.ts";

export const searchUsage = `wegwijzer search [--site _site] [--json] [--limit 10] [--explain] "question" | --queries FILE

  --site FOLDER   the built site (default: _site)
  --queries FILE  a JSON array of { "query": "…" }: all are asked, in their order
  --json          one JSON object a line for each question: { query, hits: [{ url, title, score }], requests, bytes }
  --limit N       pages to return (default: 10)
  --explain       the terms that were looked up, how they were found, and what they count`;

/** What a cold browser fetches is counted for this many results, whatever the limit. */
const shownResults = 5;

interface Asked {
  readonly query: string;
  readonly answer: Answer;
  /** What a cold browser would have fetched to show five results. */
  readonly requests: number;
  /** Under brotli 11, the script included. */
  readonly bytes: number;
}

/** @returns the exit code: 0 also when nothing was found, 2 for wrong arguments. */
export async function searchCommand(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(searchUsage);
    return 0;
  }
  let asked: Arguments;
  try {
    asked = readArguments(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${searchUsage}`);
    return 2;
  }
  const index = openBuiltIndex(asked.site);
  for (const query of asked.queries) {
    const result = await ask(index, query, asked.limit);
    console.log(asked.json ? JSON.stringify(jsonOf(result, asked.explain)) : textOf(result, asked.explain));
  }
  return 0;
}

interface Arguments {
  readonly site: string;
  readonly json: boolean;
  readonly explain: boolean;
  readonly limit: number;
  readonly queries: readonly string[];
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      site: { type: "string", default: "_site" },
      json: { type: "boolean", default: false },
      explain: { type: "boolean", default: false },
      limit: { type: "string", default: "10" },
      queries: { type: "string" },
    },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new Error(`search: --limit: expected a whole number of 1 or more, got "${values.limit}"`);
  if (values.queries === undefined && positionals.length === 0) throw new Error("search: expected a question, or --queries FILE");
  const queries = values.queries === undefined ? [positionals.join(" ")] : readQueries(values.queries);
  return { site: values.site, json: values.json, explain: values.explain, limit, queries };
}

/** @throws Error when the file is no array of objects with a text `query`; other keys are left alone. */
function readQueries(file: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`search: --queries: expected a JSON array of { "query": "…" } in "${file}": ${(error as Error).message}`);
  }
  if (!Array.isArray(value)) throw new Error(`search: --queries: expected a JSON array in "${file}", got ${typeof value}`);
  return value.map((item: unknown, place) => {
    const query = typeof item === "object" && item !== null && "query" in item ? item.query : undefined;
    if (typeof query !== "string") throw new Error(`search: --queries: item ${place + 1} of "${file}": expected { "query": "…" }, got ${JSON.stringify(item)}`);
    return query;
  });
}

async function ask(index: BuiltIndex, query: string, limit: number): Promise<Asked> {
  // A browser that has fetched nothing yet, for every question anew.
  const cold = index.open();
  const shown = await cold.engine.search(query, { limit: shownResults });
  const files = [...index.base, ...cold.fetched];
  const bytes = files.reduce((sum, name) => sum + index.bytesOf(name), 0);
  const answer = limit === shownResults ? shown : await index.open().engine.search(query, { limit });
  return { query, answer, requests: files.length, bytes };
}

function jsonOf({ query, answer, requests, bytes }: Asked, explain: boolean): unknown {
  const hits = answer.hits.map(({ excerpt, score }) => ({ url: excerpt.url, title: excerpt.title, score }));
  return { query, hits, requests, bytes, ...(explain ? { terms: answer.sought, corrected: answer.corrected } : {}) };
}

function textOf({ query, answer, requests, bytes }: Asked, explain: boolean): string {
  const lines = answer.hits.map(({ excerpt, score }, place) => `${String(place + 1).padStart(3)}. ${excerpt.title}  ${excerpt.url}  ${score.toFixed(2)}`);
  const head = `${query}: ${answer.total} ${answer.total === 1 ? "page" : "pages"}${answer.corrected === undefined ? "" : `, for "${answer.corrected}"`} (${requests} requests, ${bytes} B)`;
  return [head, ...lines, ...(explain ? explained(answer) : [])].join("\n");
}

function explained({ sought }: Answer): readonly string[] {
  return sought.map(({ term, way, boost, words }) => `     ${term}  ${way}, counts ${boost.toFixed(2)}, for word ${[...words.toString(2)].reverse().flatMap((bit, at) => (bit === "1" ? [at + 1] : [])).join(" and ")}`);
}
