import { test } from "uvu";
import * as assert from "uvu/assert";
import { random } from "./random.ts";
import { filesOf, open, pageOf } from "./sample.ts";

const pages = [
  pageOf("/themas/energie/", "Energie", "Besparen, zelf opwekken en warmte zonder aardgas. Buren delen zonnepanelen.", { keywords: ["stroom", "stopcontact"] }),
  pageOf("/transities/energietransitie/", "Energietransitie", "We stappen over van kolen en gas op zon en wind. Een transitie duurt lang."),
  pageOf("/themas/voedsel/", "Voedsel", "Wie minder eten weggooit, gaat voedselverspilling tegen. Verspilling begint bij brood."),
  pageOf("/uitleg/stad/", "De stad en het dorp", "In steden wonen veel mensen. Huizen staan er dicht opeen."),
  pageOf("/begrippen/co-creatie/", "Co-creatie", "Samen iets maken, van begin tot eind, met coördinatie door één persoon."),
  pageOf("/uitleg/de-4-os/", "De 4 O’s", "Ondernemers, onderwijs, onderzoekers en overheden werken samen.", {
    sections: [
      { anchor: "", heading: "", text: "Ondernemers, onderwijs, onderzoekers en overheden werken samen." },
      { anchor: "netwerk", heading: "Een netwerk", text: "Een netwerk van scholen deelt lessen. ".repeat(30) },
    ],
  }),
  pageOf("/en/water/", "Running water", "Floods and droughts are getting worse in many cities.", { language: "en" }),
  pageOf("/hostile/", "<img src=x onerror=alert(1)>", "Gevaarlijke titel."),
];
const files = await filesOf(pages);
const search = async (text: string): Promise<string[]> => (await open(files).engine.search(text)).hits.map(({ excerpt }) => excerpt.url);

const first: [question: string, url: string][] = [
  ["energie", "/themas/energie/"],
  ["energietransitie", "/transities/energietransitie/"],
  ["transitie", "/transities/energietransitie/"],
  ["transities", "/transities/energietransitie/"],
  ["energie transitie", "/transities/energietransitie/"],
  ["energie-transitie", "/transities/energietransitie/"],
  ["enegie", "/themas/energie/"],
  ["stroom", "/themas/energie/"],
  ["verspilling", "/themas/voedsel/"],
  ["verspillen", "/themas/voedsel/"],
  ["besparing", "/themas/energie/"],
  ["voedsel verspilling", "/themas/voedsel/"],
  ["stad", "/uitleg/stad/"],
  ["huis", "/uitleg/stad/"],
  ["cocreatie", "/begrippen/co-creatie/"],
  ["co creatie", "/begrippen/co-creatie/"],
  ["coordinatie", "/begrippen/co-creatie/"],
  ["4 o's", "/uitleg/de-4-os/"],
  ["de 4 o", "/uitleg/de-4-os/"],
  ["zonnepan", "/themas/energie/"],
  ["flood", "/en/water/"],
  ["waar vind ik een school?", "/uitleg/de-4-os/"],
  ["CO-CREATIE", "/begrippen/co-creatie/"],
];
for (const [question, url] of first) test(`"${question}" finds ${url} first`, async () => assert.is((await search(question))[0], url));

for (const question of ["", "   ", "* : ^ ~ + -", "qqqqzzzz", "🌷", "<script>qqqq</script>"]) {
  test(`${JSON.stringify(question)} finds nothing, and says so without a fault`, async () => assert.equal(await search(question), []));
}

test("a compound that nobody wrote is cut where its parts are words of most pages", async () => {
  const numbered = (text: string, count: number) => Array.from({ length: count }, (_, at) => pageOf(`/${text.replace(" ", "-")}-${at}/`, `Bericht ${at}`, `Iets over ${text}.`));
  // Both cuts are as even: zomer|avondlicht and zomeravond|licht.
  const few = ["zomeravond", "licht"].flatMap((word) => numbered(word, 1));
  const many = ["zomer", "avondlicht"].flatMap((word) => numbered(word, 4));
  const { sought } = await open(await filesOf([...few, ...many])).engine.search("zomeravondlicht");
  assert.equal(sought.filter(({ way, term }) => way === "apart" && !term.endsWith("~")).map(({ term }) => term), ["zomer", "avondlicht"]);
});

test("a word with a minus is left out", async () => {
  assert.ok((await search("energie")).includes("/themas/energie/"));
  assert.not((await search("transitie energie -kolen")).includes("/transities/energietransitie/"));
});

test("who only leaves words out gets all the rest, in an order that stays", async () => {
  const rest = await search("-energie -water");
  assert.equal(new Set(rest), new Set(pages.map(({ url }) => url).filter((url) => url !== "/themas/energie/" && url !== "/en/water/")));
  assert.equal(await search("-energie -water"), rest);
  assert.is((await open(files).engine.search("-energie", { limit: 2 })).hits.length, 2);
  const { hits, failures } = await open(files, (file, text) => (file.startsWith("o/") ? undefined : text)).engine.search("-energie");
  assert.equal([hits.length, failures.length], [0, 1]);
});

test("words between quotation marks must all be there", async () => {
  assert.equal(await search('"minder eten"'), ["/themas/voedsel/"]);
  assert.equal(await search('"brood kolen"'), []);
});

test("what was mended is told", async () => assert.is((await open(files).engine.search("enegie")).corrected, "energie"));

test("the best document of a page comes first, so that the reader lands on the right heading", async () => {
  const [hit] = (await open(files).engine.search("netwerk scholen lessen")).hits;
  const [from = 0] = hit?.excerpt.rangeOf(hit.ordinals[0] ?? 0) ?? [];
  assert.is(hit?.excerpt.sections.slice(from).some(({ anchor }) => anchor === "netwerk"), true);
});

test("a page is one result", async () => {
  const urls = await search("onderwijs netwerk samen");
  assert.is(new Set(urls).size, urls.length);
});

test("a question asks for no more than shards, then excerpts", async () => {
  const { engine, asked } = open(files);
  await engine.search("energie");
  assert.ok(asked.every((name) => name.startsWith("t/") || name.startsWith("x/")), asked.join());
  const count = asked.length;
  await engine.search("energie");
  assert.is(asked.length, count, "what is here is not fetched again");
});

for (const [name, broken] of [["missing", undefined], ["truncated", '["wegwijzer-shard-3","Aener'], ["not JSON", "<!doctype html>"], ["of another release", '["wegwijzer-shard-4","","","","","",""]']] as const) {
  test(`a shard that is ${name} is told, tried twice, and the rest is answered`, async () => {
    const { engine, asked } = open(files, (file, text) => (file.startsWith("t/") ? broken : text));
    const { hits, failures } = await engine.search("energie");
    assert.equal(hits, []);
    assert.ok(failures.length > 0 && failures.every((file) => asked.filter((one) => one === file).length === 2));
  });
}

test("a shard that comes back is found by the next question", async () => {
  let down = true;
  const { engine } = open(files, (file, text) => (down && file.startsWith("t/") ? undefined : text));
  assert.equal((await engine.search("energie")).hits, []);
  down = false;
  assert.is((await engine.search("energie")).hits[0]?.excerpt.url, "/themas/energie/");
});

test("random texts are answered without a fault", async () => {
  const { engine } = open(files);
  const next = random(9);
  const pieces = ["energie", "transitie", "co-", "-", '"', "*", ":", "~2", "^10", "+", "\ud83c", "🌷", "\u0000", " ", " ", "o's", "'", "ĳ", "é", "wat", "de", "__proto__", "constructor", "<b>", "zonne", "x", "1"];
  for (let at = 0; at < Number(process.env["WEGWIJZER_RANDOM_TEXTS"] ?? 2000); at++) {
    const text = Array.from({ length: next(10) }, () => pieces[next(pieces.length)]).join("");
    const { hits, failures } = await engine.search(text);
    assert.ok(hits.length <= 10 && failures.length === 0, JSON.stringify(text));
  }
});

for (const [what, text] of [["of 10,000 characters", "e".repeat(10_000)], ["of 3,300 wildcards", "w* ".repeat(3300)], ["of all words of the site", pages.map(({ title, sections }) => `${title} ${sections[0]?.text ?? ""}`).join(" ").repeat(9)]] as const) {
  test(`a question ${what} makes no more work than sixteen words do`, async () => {
    const { engine, asked } = open(files);
    const { question, sought, failures } = await engine.search(text);
    assert.equal(failures, []);
    assert.ok(question.words.length <= 16 && sought.length <= 16 * 20, `${question.words.length} words, ${sought.length} terms`);
    assert.ok(asked.length <= 100, `${asked.length} files`);
  });
}

test("what is kept between questions is bounded", async () => {
  const many = Array.from({ length: 400 }, (_, at) => pageOf(`/p${at}/`, `Pagina ${at}`, `woord${at.toString(36)} ${"tekst ".repeat(20)}${(at * 7919).toString(36)}`));
  const { engine, asked } = open(await filesOf(many));
  for (let at = 0; at < 400; at++) await engine.search(`pagina ${at}`, { limit: 1 });
  const before = asked.length;
  await engine.search("pagina 0", { limit: 1 });
  assert.ok(asked.length > before, "the first answer was forgotten");
  const warm = asked.length;
  await engine.search("pagina 0", { limit: 1 });
  assert.is(asked.length, warm, "the last one was not");
});

test("an excerpt that cannot be had costs one result, not the answer", async () => {
  const { engine } = open(files, (file, text) => (file.startsWith("x/") && text?.includes('"u":"/themas/energie/"') ? undefined : text));
  const { hits, failures } = await engine.search("energie transitie");
  assert.ok(hits.length > 0);
  assert.is(failures.length, 1);
});

test("the same pages give the same files, in any order", async () => {
  const again = await filesOf([...pages].reverse());
  assert.equal([...again].sort(), [...files].sort());
});

test("a page without a title and one of 5 MB are searched all the same", async () => {
  const large = await filesOf([pageOf("/leeg/", "", ""), pageOf("/groot/", "Groot", "woord ".repeat(900_000))]);
  assert.is((await open(large).engine.search("groot")).hits[0]?.excerpt.url, "/groot/");
});

test("a site without pages has an index that answers", async () => {
  const none = await filesOf([]);
  assert.equal((await open(none).engine.search("energie")).hits, []);
});

test.run();
