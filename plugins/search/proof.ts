/**
 * The search proof: what readers ask, and the page that must come first.
 *
 * Editors write it down in a YAML file; the build asks the index that it has just made, with the
 * browser's own code, and ends with every question that leads elsewhere.
 */
import { readFileSync } from "node:fs";
import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Engine } from "../../src/search/engine.ts";
import type { Problem } from "../../src/problem.ts";
import { BuildError } from "../buildError.ts";
import { type ProofWords, proofWords } from "./proofWords.ts";

export interface ProofQuestion {
  readonly question: string;
  /** Site-absolute, without `pathPrefix`: `/themas/energie/`. */
  readonly finds: string;
  /** The page must be among the first so many. */
  readonly within: number;
  readonly line: number;
  readonly column: number;
}

/** The keys that editors may write, in each language. */
const keys: Readonly<Record<string, "question" | "finds" | "within">> = {
  vraag: "question", vindt: "finds", binnen: "within", question: "question", finds: "finds", within: "within",
};

/** How far down a page is looked for, to tell its rank. */
const depth = 50;

export interface Proof {
  readonly questions: readonly ProofQuestion[];
  readonly problems: readonly Problem[];
}

/** @param file - From the project's root, as problems name it. */
export function readProof(file: string, language: "en" | "nl"): Proof {
  const lines = new LineCounter();
  const document = parseDocument(readProofFile(file), { lineCounter: lines, prettyErrors: false });
  const words = proofWords[language];
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problem = (offset: number, expected: string, got: string): Problem => ({ file, ...at(offset), rule: "search-proof", level: "error", expected, got });
  const [fault] = document.errors;
  if (fault) return { questions: [], problems: [problem(fault.pos[0], words.yaml, fault.message)] };
  if (!isSeq(document.contents)) return { questions: [], problems: [problem(0, words.list, document.contents === null ? "" : String(document.contents))] };
  const read = document.contents.items.map((item): ProofQuestion | Problem => {
    if (!isMap(item)) return problem(item.range?.[0] ?? 0, words.entry, String(item));
    const start = item.range?.[0] ?? 0;
    const fields = Object.fromEntries(item.items.map((pair) => [keys[String(pair.key)] ?? String(pair.key), valueOf(pair)]));
    return entryFault(item, fields, words, problem) ?? {
      question: String(fields["question"]), finds: String(fields["finds"]), within: Number(fields["within"] ?? 1), ...at(start),
    };
  });
  return { questions: read.filter((one) => "question" in one), problems: read.filter((one) => "rule" in one) };
}

/** @throws BuildError when option proof names no file. */
function readProofFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new BuildError(`search: option proof: expected a YAML file, got "${file}": ${(error as Error).message}; write its path from the project's root`);
  }
}

const valueOf = (pair: Pair): unknown => (isScalar(pair.value) ? pair.value.value : pair.value);

function entryFault(item: YAMLMap, fields: Readonly<Record<string, unknown>>, words: ProofWords, problem: (offset: number, expected: string, got: string) => Problem): Problem | undefined {
  const start = item.range?.[0] ?? 0;
  const unknown = item.items.find((pair) => !(String(pair.key) in keys));
  if (unknown) return problem((isScalar(unknown.key) ? unknown.key.range?.[0] : undefined) ?? start, words.keys, String(unknown.key));
  if (typeof fields["question"] !== "string" || fields["question"].trim() === "") return problem(start, words.question, String(fields["question"] ?? ""));
  if (typeof fields["finds"] !== "string" || !fields["finds"].startsWith("/")) return problem(start, words.finds, String(fields["finds"] ?? ""));
  const within = fields["within"] ?? 1;
  return Number.isInteger(within) && Number(within) >= 1 && Number(within) <= depth ? undefined : problem(start, words.within, String(within));
}

/** Asks every question; each that leads elsewhere is a problem, with the rank that the page had and what came instead. */
export async function prove(file: string, { questions, problems }: Proof, engine: Engine, pathPrefix: string, language: "en" | "nl"): Promise<readonly Problem[]> {
  const words = proofWords[language];
  const missed: Problem[] = [...problems];
  for (const { question, finds, within, line, column } of questions) {
    const { hits, sought } = await engine.search(question, { limit: depth });
    const url = pathPrefix + finds.slice(1);
    const rank = hits.findIndex(({ excerpt }) => excerpt.url === url) + 1;
    if (rank > 0 && rank <= within) continue;
    const before = hits.slice(0, Math.max(1, Math.min(3, rank - 1))).map(({ excerpt }) => excerpt.title).join(", ");
    missed.push({
      file, line, column, rule: "search-proof", level: "error",
      expected: words.expected(finds, question, within),
      got: rank > 0 ? words.rank(rank, before) : words.notFound(before),
      remedy: words.remedy(sought.map(({ term }) => term).join(" ")),
    });
  }
  return missed;
}

/** A line for each problem, and their number. */
export function proofReport(problems: readonly Problem[], language: "en" | "nl"): string {
  const words = proofWords[language];
  const lines = problems.map(({ file, line, column, rule, expected, got, remedy }) =>
    `${file}:${line}:${column} ${rule}: ${words.wanted} ${expected}, ${words.got} ${got || words.nothing}${remedy ? `. ${remedy}` : ""}`);
  return [...lines, words.summary(problems.length)].join("\n");
}

export const proofSummary = (problems: readonly Problem[], language: "en" | "nl"): string => proofWords[language].summary(problems.length);
