/** `wegwijzer search`, as scripts call it: a process of its own, over files on disk. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { write } from "../../plugins/output.ts";
import { filesOf, pageOf } from "./sample.ts";

const site = mkdtempSync(join(tmpdir(), "wegwijzer-command-"));
test.before(async () => {
  const pages = Array.from({ length: 12 }, (_, at) => pageOf(`/sub/p${at}/`, `Pagina ${at}`, `Over water nummer ${at}.`));
  const files = await filesOf([...pages, pageOf("/sub/energie/", "Energie", "Stroom."), pageOf("/sub/begrippen/#kern", "Kern", "Het midden.")]);
  for (const [name, text] of files) write(site, `zoek/${name}`, text);
  write(site, "zoek/loader.1.js", "let a=1;");
  write(site, "zoek/language-de.1.js", "x".repeat(5000));
  write(site, "css/site.css", "b{}");
});
test.after(() => rmSync(site, { recursive: true }));

interface Line {
  readonly query: string;
  readonly hits: readonly { readonly url: string; readonly title: string; readonly score: number }[];
  readonly requests: number;
  readonly bytes: number;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string; lines: Line[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "plugins/cli.ts", "search", ...args], { encoding: "utf8" });
  return { status, stdout, stderr, lines: args.includes("--json") ? stdout.trim().split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line) : [] };
}

test("a question gets one line of JSON with the keys that scripts read", () => {
  const { status, lines } = run("--site", site, "--json", "energie");
  assert.is(status, 0);
  assert.equal(Object.keys(lines[0] ?? {}), ["query", "hits", "requests", "bytes"]);
  assert.equal(Object.keys(lines[0]?.hits[0] ?? {}), ["url", "title", "score"]);
  assert.is(lines[0]?.hits[0]?.url, "/sub/energie/");
  assert.is(lines[0]?.hits[0]?.title, "Energie");
});

test("a term without a page is a hit at its anchor", () => {
  assert.is(run("--site", site, "--json", "kern").lines[0]?.hits[0]?.url, "/sub/begrippen/#kern");
});

test("no hits is an empty list and no fault", () => {
  const { status, lines } = run("--site", site, "--json", "qqqqzzzz");
  assert.is(status, 0);
  assert.equal(lines[0]?.hits, []);
});

test("the limit is 10 unless told, and what is counted does not follow it", () => {
  const [ten, one] = [run("--site", site, "--json", "water"), run("--site", site, "--json", "--limit", "1", "water")];
  assert.is(ten.lines[0]?.hits.length, 10);
  assert.is(one.lines[0]?.hits.length, 1);
  assert.is(one.lines[0]?.bytes, ten.lines[0]?.bytes);
  assert.is(one.lines[0]?.requests, ten.lines[0]?.requests);
});

test("scripts are counted, those of languages that the site lacks are not", () => {
  const { requests = 0, bytes = 0 } = run("--site", site, "--json", "energie").lines[0] ?? {};
  // Manifest, loader, at least a shard and an excerpt.
  assert.ok(requests >= 4 && bytes < 5000, `${requests} requests, ${bytes} B`);
});

test("a file of questions is asked in its order, each a line; other keys are left alone", () => {
  const file = join(site, "queries.json");
  writeFileSync(file, JSON.stringify([{ query: "kern", id: 1 }, { query: "" }, { query: "energie", targets: ["x"] }]));
  const { status, lines } = run("--site", site, "--json", "--queries", file);
  assert.is(status, 0);
  assert.equal(lines.map(({ query }) => query), ["kern", "", "energie"]);
});

const faults: [name: string, args: string[], status: number, message: RegExp][] = [
  ["no question", ["--site", site], 2, /expected a question, or --queries FILE/],
  ["a limit that is none", ["--site", site, "--limit", "0", "x"], 2, /--limit: expected a whole number of 1 or more, got "0"/],
  ["an unknown option", ["--sites", site, "x"], 2, /Unknown option '--sites'/],
  ["queries that are no JSON", ["--site", site, "--queries", "README.md"], 2, /--queries: expected a JSON array/],
  ["a site that is not there", ["--site", "nowhere", "x"], 1, /expected the folder of a built site, got "nowhere"/],
  ["a site without an index", ["--site", "src", "x"], 1, /expected a search index in one of the folders of "src"/],
];
for (const [name, args, status, message] of faults) {
  test(`${name} is told in words, without a stack`, () => {
    const result = run(...args);
    assert.is(result.status, status);
    assert.match(result.stderr, message);
    assert.not.match(result.stderr, /\n\s+at /);
  });
}

test("--explain tells which terms were looked up and why", () => {
  assert.match(run("--site", site, "--explain", "energie").stdout, /energi {2}word, counts 1\.00, for word 1/);
});

test.run();
