import { test } from "uvu";
import * as assert from "uvu/assert";
import { drawLines, drawNodes } from "../../site/_includes/map/drawing.ts";
import { geographies } from "../../site/_includes/map/geography.ts";
import { brokenInto } from "../../site/_includes/map/label.ts";
import { byLetter, byTitle } from "../../site/_includes/reading/alphabet.ts";
import { writtenDate } from "../../site/_includes/reading/dates.ts";
import { byRole, linesOf, nodesOf } from "../../site/_includes/reading/lines.ts";
import { sampleGraph } from "./sample.ts";

const graph = sampleGraph();
const lines = linesOf(graph);

test("lines come in the order of the transitions and differ in pattern", () => {
  assert.equal(lines.map(({ transition, pattern }) => `${transition.name} ${pattern}`), [
    "energietransitie solid", "eiwittransitie dashed", "circulair double",
  ]);
});

test("who leads a transition comes first on its route", () => {
  const circular = lines.find(({ transition }) => transition.name === "circulair");
  assert.equal(byRole(circular?.stops ?? []).map(({ theme, role }) => `${theme.name} ${role}`), ["kringloop hoofd", "energie ondersteunt"]);
});

for (const map of geographies) {
  const nodes = drawNodes(map, nodesOf(graph), lines);
  const drawn = drawLines(map, nodes, lines);

  test(`the ${map.name} map has a stop for every relation, and no other`, () => {
    const stops = nodes.flatMap(({ theme, stops: all }) => all.map(({ line, role }) => `${line.transition.name} ${theme.name} ${role}`));
    const told = lines.flatMap(({ transition, stops: all }) => all.map(({ theme, role }) => `${transition.name} ${theme.name} ${role}`));
    assert.equal([...stops].sort(), [...told].sort());
  });

  test(`on the ${map.name} map every line runs straight through its stops`, () => {
    for (const { line, path } of drawn) {
      for (const stop of nodes.flatMap(({ stops }) => stops.filter((each) => each.line === line))) {
        assert.ok(passesThrough(path, stop, map.along), `${path} at ${stop.x},${stop.y}`);
      }
    }
  });

  test(`the ${map.name} map has room for eight themes and for every node within its frame`, () => {
    assert.equal(Object.keys(map.nodes), ["1", "2", "3", "4", "5", "6", "7", "8"]);
    for (const { x, y, sign } of Object.values(map.nodes)) {
      assert.ok(x > 0 && x < map.width && y > 0 && y < map.height);
      assert.ok(y + sign.y - map.disc >= 0 && y + sign.y + map.disc <= map.height);
    }
  });
}

/** Whether one of the straight pieces along the axis holds the point. */
function passesThrough(path: string, at: { readonly x: number; readonly y: number }, along: "x" | "y"): boolean {
  const numbers = path.match(/[MLQ][^MLQ]*/g)?.map((step) => (step.match(/-?\d+(\.\d+)?/g) ?? []).slice(-2).map(Number)) ?? [];
  const [i, j] = along === "x" ? [0, 1] : [1, 0];
  const [mine, across] = along === "x" ? [at.x, at.y] : [at.y, at.x];
  return numbers.some((from, index) => {
    const to = numbers[index + 1];
    if (to === undefined) return false;
    return from[j] === across && to[j] === across && (from[i] ?? 0) <= mine && mine <= (to[i] ?? 0);
  });
}

const dates: readonly (readonly [date: string, written: string])[] = [
  ["2026-11-23", "23 november 2026"],
  ["2026-03-01", "1 maart 2026"],
  ["2025-10", "oktober 2025"],
  ["2019", "2019"],
];
for (const [date, written] of dates) {
  test(`${date} is written ${written}`, () => assert.is(writtenDate(date), written));
}

test("the register minds no accents, capitals or signs", () => {
  const items = ["Éénling", "4 O’s", "energie", "Eiwit", "Ijs"].map((title) => ({ title }));
  assert.equal([...items].sort(byTitle).map(({ title }) => title), ["4 O’s", "Éénling", "Eiwit", "energie", "Ijs"]);
  assert.equal(byLetter(items).map(({ letter, items: all }) => `${letter} ${all.length}`), ["0-9 1", "E 3", "I 1"]);
});

test("a name breaks between words and never inside one", () => {
  assert.equal(brokenInto("Transitie naar een circulaire economie", 20), ["Transitie naar een", "circulaire economie"]);
  assert.equal(brokenInto("Biodiversiteitsherstelplan", 14), ["Biodiversiteitsherstelplan"]);
});

test.run();
