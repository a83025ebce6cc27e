/**
 * The gate: types of every world, then every test file, the browser's last; one closing line.
 *
 * `npm test -- search` runs the suites whose name holds "search". Each file has a process of its own,
 * a few at a time; those with a browser run alone, since their subject is also what is slow.
 *
 * `npm run proof` runs what takes longer than a gate may: every `*.proof.ts`, one after the other.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { list } from "../plugins/output.ts";
import { closingLine, type Ending, sum, type Tally, tallyOf } from "./tally.ts";

interface Suite {
  readonly name: string;
  /** What follows `node` on the command line. */
  readonly args: readonly string[];
  readonly tally: (output: string, ending: Ending) => Tally;
}
interface Result {
  readonly suite: Suite;
  readonly tally: Tally;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isProof = process.argv[2] === "--proof";
const filters = process.argv.slice(isProof ? 3 : 2);
/** A suite that hangs is ended, so that the gate always tells something. */
const SUITE_LIMIT_MS = (isProof ? 45 : 5) * 60_000;

/** One world is one tsconfig; that of the package only writes what the node world has checked. */
function typeSuites(): readonly Suite[] {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const worlds = ["src", "plugins", "tests"].flatMap((folder) =>
    list(join(root, folder)).filter((file) => /(^|\/)tsconfig\.json$/.test(file)).map((file) => `${folder}/${file}`),
  );
  return ["tsconfig.json", ...worlds].map((project) => ({
    name: `types of ${project}`,
    args: [compiler, "-p", join(root, project)],
    tally: (_, ending) => ({ passed: ending === 0 ? 1 : 0, failed: ending === 0 ? 0 : 1, skipped: 0 }),
  }));
}

function fileSuites(): readonly Suite[] {
  return list(join(root, "tests"))
    .filter((file) => (isProof ? /\.proof\.ts$/ : /\.test\.tsx?$/).test(file) && !file.startsWith("fixtures/"))
    .map((file) => ({ name: `tests/${file}`, args: ["--import", "tsx", `tests/${file}`], tally: tallyOf }));
}

/** Runs one suite and prints what it said, whole. */
async function run(suite: Suite): Promise<Result> {
  const begin = performance.now();
  const { output, ending } = await outputOf(suite.args);
  const tally = suite.tally(output, ending);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  // Who asks for one suite wants to read it; among all of them only what failed is worth reading.
  const text = tally.failed > 0 || filters.length > 0 ? `\n${output.trimEnd()}\n` : "";
  console.log(`${tally.failed > 0 ? "FAIL" : "  ok"} ${suite.name}: ${closingLine(tally)} (${seconds} s)${text}`);
  if (tally.reason) console.log(`     ${suite.name}: ${tally.reason}`);
  return { suite, tally };
}

function outputOf(args: readonly string[]): Promise<{ readonly output: string; readonly ending: Ending }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    const limit = setTimeout(() => child.kill("SIGKILL"), SUITE_LIMIT_MS);
    child.on("error", (error) => chunks.push(Buffer.from(String(error))));
    child.on("close", (code, signal) => {
      clearTimeout(limit);
      resolve({ output: Buffer.concat(chunks).toString("utf8"), ending: code ?? signal ?? "an error" });
    });
  });
}

/** Runs suites in order, so many at a time. */
async function runAll(suites: readonly Suite[], atOnce: number): Promise<readonly Result[]> {
  const waiting = [...suites];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.push(await run(suite));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** The titles of tests that a file leaves out; uvu keeps only their number. */
function skippedIn(suite: Suite): string {
  const titles = readFileSync(join(root, suite.name), "utf8").matchAll(/\.skip\(\s*(["'`])(.+?)\1/g);
  return [...titles].map((match) => match[2]).join("; ") || "a test.only or a computed title";
}

function report(results: readonly Result[]): void {
  for (const { suite, tally } of results) if (tally.skipped > 0) console.log(`skipped in ${suite.name}: ${skippedIn(suite)}`);
  const failed = results.filter(({ tally }) => tally.failed > 0);
  for (const { suite } of failed) console.log(`failed: ${suite.name}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
  console.log(closingLine(sum(results.map(({ tally }) => tally))));
}

const wanted = ({ name }: Suite): boolean => filters.length === 0 || filters.some((filter) => name.includes(filter));
const types = isProof ? [] : typeSuites().filter(wanted);
const files = fileSuites().filter(wanted);
const isBrowser = ({ name }: Suite): boolean => name.startsWith("tests/browser/");
const cores = isProof ? 1 : Math.min(4, availableParallelism());
const results = [
  ...(await runAll(types, 1)),
  ...(await runAll(files.filter((suite) => !isBrowser(suite)), cores)),
  ...(await runAll(files.filter(isBrowser), 1)),
];
if (results.length === 0) {
  console.log(`no suite has "${filters.join('" or "')}" in its name`);
  process.exitCode = 1;
} else report(results);
