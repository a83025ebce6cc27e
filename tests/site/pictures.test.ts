/** Pictures tell the same as the text beside them: the drawings by hand, the years of tables, the phases of instruments. */
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { pictures } from "../../site/_includes/pictures/page-picture.tsx";
import { chartOf, frames } from "../../site/_includes/timeline/geometry.ts";
import { periodsOf, stretchesOf, writtenPeriod, yearsOf } from "../../site/_includes/timeline/periods.ts";
import type { Period } from "../../site/_includes/timeline/periods.ts";
import { kinds } from "../../site/kinds.ts";
import { elementsOf, named } from "./parsed.ts";
import { renderSample, sampleGraph } from "./sample.ts";

const graph = sampleGraph();
const pages = await renderSample("Gewone titel");

for (const [id, { title, inWords }] of Object.entries(pictures)) {
  test(`the picture of ${id} has a title, a text, and a page`, () => {
    assert.ok(title !== "" && inWords.length > 0 && inWords.every((sentence) => sentence.endsWith(".")));
    const [kind, name] = id.split(":");
    const folders = kinds.find((each) => each.name === kind)?.folders ?? [];
    assert.ok(folders.some((folder) => existsSync(new URL(`../../site/${folder}/${name}.md`, import.meta.url))));
  });
}

for (const id of ["onderwerp:voedselverspilling", "transitie:eiwittransitie"]) {
  test(`every figure on the picture of ${id} stands in the text of its page, where it has its source`, () => {
    const [kind, name] = id.split(":");
    const folder = kinds.find((each) => each.name === kind)?.folders[0] ?? "";
    const text = readFileSync(new URL(`../../site/${folder}/${name}.md`, import.meta.url), "utf8").replaceAll("half om half", "50 procent");
    const figures = pictures[id]?.inWords.join(" ").match(/\d+(?:,\d+)?/g) ?? [];
    assert.ok(figures.length > 3);
    assert.equal(figures.filter((figure) => !text.includes(figure)), []);
  });
}

test("every picture that is not decoration has a name and a description", () => {
  for (const { url, html } of pages) {
    const elements = elementsOf(html);
    const ids = new Set(elements.map(({ attributes }) => attributes["id"]));
    for (const { attributes } of named(elements, "svg").filter((svg) => svg.attributes["aria-hidden"] !== "true")) {
      assert.ok(ids.has(attributes["aria-labelledby"] ?? "") && ids.has(attributes["aria-describedby"] ?? ""), url);
    }
  }
});

const years = { first: 2013, end: 2021 };
const stretches: readonly (readonly [what: string, period: Omit<Period, "name" | "source">, drawn: readonly string[], written: string])[] = [
  ["both ends", { from: "2013", until: "2016-06", certain: true }, ["2013 2016.5 certain"], "van 2013 tot juni 2016"],
  ["both ends, doubtful", { from: "2014", until: "2015", certain: false }, ["2014 2016 uncertain"], "van 2014 tot 2015, onzeker"],
  ["no end", { from: "2018-07", certain: false }, ["2018.5 2019.5 certain", "2019.5 2021 uncertain"], "vanaf juli 2018, einde onbekend"],
  ["no begin", { until: "2015", certain: false }, ["2013 2015 uncertain", "2015 2016 certain"], "tot 2015, begin onbekend"],
  ["no years", { certain: false }, ["2013 2021 uncertain"], "jaren onbekend"],
];

for (const [what, period, drawn, written] of stretches) {
  const whole: Period = { name: "Tafel", source: undefined, ...period };
  test(`a period with ${what} is drawn as ${drawn.join(", ")}`, () => {
    assert.equal(stretchesOf(whole, years).map(({ from, until, certain }) => `${from} ${until} ${certain ? "certain" : "uncertain"}`), drawn);
  });
  test(`a period with ${what} is written "${written}"`, () => assert.is(writtenPeriod(whole), written));
}

for (const frame of frames) {
  test(`on the ${frame.name} timeline every bar lies within the frame, and no two on one height`, () => {
    const tables = graph.ofKind("tafel").map((table) => ({ table, periods: periodsOf(graph, table) }));
    const { rows, height } = chartOf(frame, tables, yearsOf(graph));
    const bars = rows.flatMap((row) => row.bars);
    assert.is(bars.length, 4);
    assert.is(new Set(bars.map(({ y }) => y)).size, bars.length);
    for (const { y, pieces } of bars) {
      assert.ok(y > 0 && y < height);
      for (const { x, width } of pieces) assert.ok(x >= frame.left && width >= 0 && x + width <= frame.width, `${x} + ${width}`);
    }
  });
}

test("the matrix has a row for every instrument, a stop for every phase, and a role to choose it by", () => {
  const { html = "" } = pages.find(({ url }) => url === "/alle-instrument/") ?? {};
  const rows = html.slice(html.indexOf("<tbody>"), html.indexOf("</tbody>")).split("</tr>").slice(0, -1);
  assert.is(rows.length, graph.ofKind("instrument").length);
  for (const [index, { data }] of graph.ofKind("instrument").entries()) {
    assert.is(rows[index]?.match(/class="fits"/g)?.length, data.fasen.length);
    assert.match(rows[index] ?? "", /<tr class="rol-1">/);
  }
});

test("a phase that no instrument fits keeps its column, and is explained", () => {
  const { html = "" } = pages.find(({ url }) => url === "/alle-instrument/") ?? {};
  assert.match(html, "<span>Stabilisatie</span>");
  assert.match(html, "Bij stabilisatie staat geen stip.");
});

test("the style sheet can hide the rows of as many roles as there may be", () => {
  const css = /<style>(.*?)<\/style>/s.exec(pages[0]?.html ?? "")?.[1] ?? "";
  for (let role = 1; role <= 7; role += 1) assert.match(css, new RegExp(`#rol-${role}:checked`));
});

test.run();
