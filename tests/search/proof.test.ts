import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { proofReport, prove, readProof } from "../../plugins/search/proof.ts";
import { filesOf, open, pageOf } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "wegwijzer-proof-"));
test.after(() => rmSync(folder, { recursive: true }));
const file = join(folder, "proef.yaml");

const pages = [pageOf("/p/energie/", "Energie", "Stroom."), pageOf("/p/water/", "Water", "Regen en energie."), pageOf("/p/wind/", "Wind", "Energie van de wind.")];
const { engine } = open(await filesOf(pages));

async function reportOf(yaml: string, language: "en" | "nl" = "en"): Promise<string> {
  writeFileSync(file, yaml);
  return proofReport(await prove(file, readProof(file, language), engine, "/p/", language), language).replaceAll(file, "proof.yaml");
}

test("a proof that holds is silent", async () => {
  assert.is(await reportOf("- { vraag: energie, vindt: /energie/ }\n- { question: regen, finds: /water/, within: 2 }\n"), "0 questions lead elsewhere");
});

test("a page that is too far down is told with its place, what came before, and the terms", async () => {
  const report = await reportOf("# reader's words\n- { question: energie, finds: /wind/ }\n");
  assert.match(report, /^proof\.yaml:2:3 search-proof: expected \/wind\/ first for "energie", got place [23], after Energie.*\. Searched for: energi/);
  assert.match(report, /1 question leads elsewhere$/);
});

test("a page that is not found at all is told with what was", async () => {
  assert.match(await reportOf("- { vraag: regen, vindt: /energie/, binnen: 3 }\n", "nl"), /verwacht \/energie\/ bij de eerste 3 voor "regen", kreeg andere pagina's: Water/);
});

const faults: [name: string, yaml: string, message: string][] = [
  ["no list", "vraag: energie\n", "proof.yaml:1:1 search-proof: expected a list with an entry for each question"],
  ["an empty file", "", "proof.yaml:1:1 search-proof: expected a list with an entry for each question, got nothing"],
  ["no entry", "- energie\n", "proof.yaml:1:3 search-proof: expected an entry with question, finds and perhaps within"],
  ["an unknown key", "- { vraag: energie, vindt: /energie/, bijnen: 3 }\n", "proof.yaml:1:39 search-proof: expected question, finds or within, got bijnen"],
  ["no question", "- { vindt: /energie/ }\n", "proof.yaml:1:3 search-proof: expected the question as a text"],
  ["no address", "- { vraag: energie, vindt: energie }\n", "proof.yaml:1:3 search-proof: expected finds: the address of a page, from the first slash, got energie"],
  ["a place that is none", "- { vraag: energie, vindt: /energie/, binnen: 0 }\n", "proof.yaml:1:3 search-proof: expected within: a whole number from 1 to 50, got 0"],
  ["YAML that does not close", "- { vraag: energie\n", "proof.yaml:"],
];
for (const [name, yaml, message] of faults) {
  test(`${name} is a problem with its place`, async () => {
    const report = await reportOf(yaml);
    assert.ok(report.startsWith(message), report);
  });
}

test.run();
