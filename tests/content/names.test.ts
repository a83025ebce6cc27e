/** Slugs, nearest values and the line of a report. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { nearestTo } from "../../src/content/nearest.ts";
import { formatProblem, formatReport } from "../../src/content/report.ts";
import { slugOf } from "../../src/content/slug.ts";
import type { Problem } from "../../src/problem.ts";

const slugs: readonly (readonly [name: string, slug: string])[] = [
  ["energie", "energie"],
  ["THEMA", "thema"],
  ["De 4 O's", "de-4-os"],
  ["café-ĳs", "cafe-ijs"],
  ["coöperatie", "cooperatie"],
  ["100%", "100"],
  ["50%2e", "50-2e"],
  ["wat?", "wat"],
  ["c#", "c"],
  ["einde.", "einde"],
  ["_hulp", "hulp"],
  ["Straße Łódź", "strasse-lodz"],
  ["<img src=x onerror=alert(1)>", "img-src-x-onerror-alert-1"],
  ["🌷", "1f337"],
  ["привет", "43f-440-438-432-435-442"],
];

for (const [name, slug] of slugs) {
  test(`the slug of ${name} is ${slug}`, () => assert.is(slugOf(name), slug));
}

const nearest: readonly (readonly [value: string, candidates: readonly string[], found: string | undefined])[] = [
  ["enegrie", ["energie", "water"], "energie"],
  ["Energie", ["energie", "water"], "energie"],
  ["cooperatie", ["coöperatie", "operatie"], "coöperatie"],
  ["hofd", ["raakt", "hoofd"], "hoofd"],
  ["x", ["y", "z"], undefined],
  ["wint", ["wind", "water"], "wind"],
  ["base", ["date"], undefined],
  ["iets heel anders", ["energie", "water"], undefined],
  ["", ["a"], undefined],
];

for (const [value, candidates, found] of nearest) {
  test(`nearest to "${value}" among ${candidates.join(", ")} is ${found ?? "nothing"}`, () => {
    assert.is(nearestTo(value, candidates), found);
  });
}

const problem: Problem = {
  file: "site/onderwerpen/warmte.md", line: 4, column: 9, rule: "unknown-reference", level: "error",
  expected: "een pagina van soort thema", got: "enegrie", nearest: "energie",
};

test("a problem is one line, in English and in Dutch", () => {
  assert.is(formatProblem(problem, "en"), 'site/onderwerpen/warmte.md:4:9 unknown-reference: expected een pagina van soort thema, got "enegrie"; did you mean "energie"?');
  assert.is(formatProblem(problem, "nl"), 'site/onderwerpen/warmte.md:4:9 unknown-reference: verwacht een pagina van soort thema, kreeg "enegrie"; bedoelde u "energie"?');
});

test("a name with a line end stays on the line of its problem", () => {
  assert.is(formatProblem({ ...problem, file: "a\nb.md", got: "\u202E\u0000" }, "en").split("\n").length, 1);
});

test("a rule that a file breaks sixty times is told fifty times, and counted", () => {
  const many = Array.from({ length: 60 }, (_, line) => ({ ...problem, line: line + 1 }));
  const lines = formatReport(many, "en").split("\n");
  assert.equal([lines.length, lines[50], lines[51]], [52, "… and 10 more", "60 problems in 1 file"]);
});

test.run();
