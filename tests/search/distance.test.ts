import { test } from "uvu";
import * as assert from "uvu/assert";
import { distance } from "../../src/search/distance.ts";
import { random } from "./random.ts";

/** By its definition, without any haste. */
function plainly(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [lastA, lastB] = [a.at(-1), b.at(-1)];
  const ways = [
    plainly(a.slice(0, -1), b) + 1,
    plainly(a, b.slice(0, -1)) + 1,
    plainly(a.slice(0, -1), b.slice(0, -1)) + (lastA === lastB ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && lastA === b.at(-2) && lastB === a.at(-2)) ways.push(plainly(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

const cases: readonly (readonly [string, string, number])[] = [
  ["energie", "energie", 0], ["energie", "enegie", 1], ["energie", "energiee", 1], ["energie", "enrgeie", 2], ["energie", "enegrie", 1],
  ["xbcdefgy", "abcdefgz", 2], ["", "ab", 2], ["aab", "ab", 1], ["abab", "baba", 2],
];
for (const [a, b, steps] of cases) test(`"${a}" and "${b}" are ${steps} apart`, () => assert.is(distance(a, b, 2), steps));

test("5,000 pairs of words are as far apart as the definition says, up to the most that is asked", () => {
  const next = random(13);
  const word = (): string => Array.from({ length: next(7) }, () => "abc"[next(3)]).join("");
  for (let at = 0; at < 5000; at++) {
    const [a, b] = [word(), word()];
    for (const most of [1, 2]) assert.is(distance(a, b, most), Math.min(plainly(a, b), most + 1), `${a} ${b} ${most}`);
  }
});

test.run();
