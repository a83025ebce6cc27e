import { test } from "uvu";
import * as assert from "uvu/assert";
import { related } from "../../../src/search/dutch/related.ts";

for (const [verb, noun] of [
  ["isoleren", "isolatie"], ["besparen", "besparing"], ["verspillen", "verspilling"], ["verhuizen", "verhuizing"], ["beschrijven", "beschrijving"],
  ["produceren", "productie"], ["reageren", "reactie"], ["selecteren", "selectie"], ["subsidieren", "subsidie"], ["investeren", "investering"],
] as const) {
  test(`"${verb}" and "${noun}" lead to each other`, () => {
    assert.ok(related(verb).includes(noun), String(related(verb)));
    assert.ok(related(noun).includes(verb), String(related(noun)));
  });
}

test("a plural leads to the verb too", () => {
  assert.ok(related("besparingen").includes("besparen"));
  assert.ok(related("reparaties").includes("repareren"));
});

for (const word of ["haren", "haring", "koning", "ding", "ie", "en", ""]) {
  test(`"${word}" is too short to tell`, () => assert.equal(related(word), []));
}

test.run();
