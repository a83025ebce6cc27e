import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
import lunr from "lunr";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bundleBrowser } from "../../plugins/search/bundle.ts";
import { englishParts, languageParts, lunrWith, rankingParts } from "../../plugins/search/lunrParts.ts";
import { wordsFor } from "../../plugins/search/browser/words.ts";
import { random } from "./random.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("lunr"), "utf8");
const files = await bundleBrowser();
const textOf = (name: string): string => Object.entries(files).find(([file]) => file.startsWith(`${name}.`))?.[1] ?? "";

/** What a visitor pays at most, in bytes under brotli 11. */
const budgets: readonly (readonly [name: string, most: number])[] = [
  ["loader", 700],
  ["search", 20_400],
  // For words that the site does not know as they were typed, and for words that stand together.
  ["rare", 1_950],
  ["filters", 800],
  ["marks", 400],
];
for (const [name, most] of budgets) {
  test(`the script ${name} is at most ${most} bytes`, () => {
    const bytes = brotliCompressSync(textOf(name)).length;
    assert.ok(bytes > 0 && bytes <= most, `${name} is ${bytes} B, expected at most ${most} B; take something out, or raise the budget and say why`);
  });
}

test("the same sources give the same names and bytes", async () => assert.equal(await bundleBrowser(), files));

test("each script is named by those that need it, and every language has one", () => {
  const names = Object.keys(files);
  assert.ok(names.every((name) => /^(loader|search|filters|marks|rare|language-[a-z]{2})\.[0-9a-f]{8}\.js$/.test(name)), names.join());
  const nameOf = (begin: string): string => names.find((name) => name.startsWith(begin)) ?? "none";
  assert.match(textOf("loader"), nameOf("search."));
  for (const later of ["filters", "marks", "rare"]) assert.ok(textOf("search").includes(`import("./${nameOf(`${later}.`)}")`), later);
  assert.match(textOf("search"), nameOf("language-de").slice("language-de".length));
});

test("Chromium compiles the search while it comes in, and no script that comes with every page", () => {
  const hint = "//# allFunctionsCalledOnLoad\n";
  assert.equal(Object.keys(files).filter((name) => files[name]?.startsWith(hint)).map((name) => name.split(".", 1)[0]), ["search"]);
});

test("what a visitor gets never writes markup and evaluates nothing", () => {
  for (const [name, text] of Object.entries(files)) assert.not.match(text, /innerHTML|insertAdjacentHTML|\beval\(|new Function|document\.write/, name);
});

/** Lunr with some parts, as the browser has it. */
async function partsOf(parts: readonly string[]): Promise<typeof lunr> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(lunrWith(parts, source))}`)) as { readonly default: typeof lunr };
  return module.default;
}

test("the Lunr that visitors get ranks as the whole Lunr does", async () => {
  const small = await partsOf(rankingParts);
  const below = random(7);
  const words = ["energie", "water", "wind", "zon", "huis", "dak"];
  const pick = (): string => words[below(words.length)] ?? "";
  const builder = new lunr.Builder();
  builder.ref("id");
  builder.field("title", { boost: 5 });
  builder.field("text");
  for (let id = 0; id < 60; id++) builder.add({ id: `d${id}`, title: `${pick()} ${pick()}`, text: Array.from({ length: 12 }, pick).join(" ") });
  const whole = builder.build();
  const fieldVectors = Object.fromEntries(Object.entries(whole.fieldVectors).map(([ref, { elements }]) => [ref, new small.Vector(elements)]));
  const terms = Object.keys(whole.invertedIndex).sort();
  const other = new small.Index({ invertedIndex: whole.invertedIndex, fieldVectors, fields: ["title", "text"], tokenSet: { intersect: (asked) => (asked.toArray().every((term) => terms.includes(term)) ? asked : new small.TokenSet()) }, pipeline: new small.Pipeline() });
  for (let question = 0; question < 50; question++) {
    const clauses = Array.from({ length: 3 }, () => ({ term: pick(), boost: 1 + below(100) / 100, presence: 1 + below(3), usePipeline: false }));
    const answers = [whole, other].map((index) => index.query((query) => clauses.forEach((clause) => query.clause({ ...clause })))) ;
    assert.equal(answers[1]?.map(({ ref, score }) => ({ ref, score })), answers[0]?.map(({ ref, score }) => ({ ref, score })), JSON.stringify(clauses));
  }
});

test("a Lunr of another version, or without a statement that is needed, is refused with words", () => {
  assert.throws(() => lunrWith(rankingParts, source.replace('"2.3.9"', '"3.0.0"')), /expected lunr 2\.3\.9; look which of its statements/);
  assert.throws(() => lunrWith(["Nothing"], source), /expected a statement "lunr\.Nothing ="/);
});

test("the parts for languages stem as Lunr does", async () => {
  assert.type((await partsOf(languageParts)).Token, "function");
  const english = (await partsOf(englishParts)) as unknown as { stemmer(token: lunr.Token): lunr.Token; Token: typeof lunr.Token };
  assert.is(english.stemmer(new english.Token("wheels", {})).toString(), "wheel");
});

test("English and Dutch have the same words, and a page in any other language gets English", () => {
  const shapeOf = (language: string): readonly string[] => Object.entries(wordsFor(language)).map(([key, word]) => `${key}: ${typeof word}`);
  assert.equal(shapeOf("nl-BE"), shapeOf("en"));
  assert.is(wordsFor("fr").search, "Search");
  assert.is(wordsFor("nl").count(1), "1 pagina gevonden");
  assert.is(wordsFor("en").more(2), "2 more pages");
});

test.run();
