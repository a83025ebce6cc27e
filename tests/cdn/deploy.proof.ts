import { test } from "uvu";
import * as assert from "uvu/assert";
import { random } from "../search/random.ts";
import { byHand, figures, type Load, underLoad } from "./deployLoad.ts";
import { missingPrograms } from "./loadFront.ts";

/** The same kills in every run of the proof; where they hit depends on the machine. */
const seed = 20261125;

if (missingPrograms.length > 0) test.skip("a deploy under load: nginx or varnishd is not installed", () => undefined);
else {
  test("the control: readers see a folder that is emptied and filled by hand", async () => {
    const { requests, missing, errors, mixed } = await byHand({ pages: 60, perSecond: 200, turns: 6 });
    console.log(`by hand, 60 pages: 6 turns; ${requests} requests: ${missing.length} missing assets, ${mixed.length} mixed, ${errors.length} errors`);
    assert.ok(missing.length + errors.length > 0);
  });

  for (const kind of ["folder", "bucket"] as const) {
    test(`${kind}: 200 requests a second while releases A and B take turns and deploys are killed and resumed at 20 random points`, async () => {
      const next = random(seed);
      const load: Load = { kind, kills: 20, pages: 60, perSecond: 200, random: () => next(1_000_000) / 1_000_000 };
      const outcome = await underLoad(load);
      console.log(figures(load, outcome));
      const { findings, faults, stale, killedAt } = outcome;
      assert.equal({ missing: findings.missing, mixed: findings.mixed, errors: findings.errors, faults, stale }, { missing: [], mixed: [], errors: [], faults: [], stale: [] });
      assert.is(killedAt.length, 20);
      assert.equal(new Set(findings.seen.keys()), new Set(["A", "B"]));
    });
  }
}

test.run();
