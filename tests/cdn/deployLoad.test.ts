import { test } from "uvu";
import * as assert from "uvu/assert";
import { figures, type Load, underLoad } from "./deployLoad.ts";
import { missingPrograms } from "./loadFront.ts";

/** A few seconds of what `npm run proof` does for minutes. */
const loads: readonly Omit<Load, "random">[] = [
  { kind: "folder", kills: 2, pages: 8, perSecond: 100 },
  { kind: "bucket", kills: 2, pages: 8, perSecond: 100 },
];

if (missingPrograms.length > 0) test.skip("a deploy under load: nginx or varnishd is not installed", () => undefined);
else {
  for (const load of loads) {
    test(`${load.kind}: nobody sees a missing, a mixed or a broken thing while deploys are killed and run again`, async () => {
      const outcome = await underLoad({ ...load, random: Math.random });
      console.log(figures({ ...load, random: Math.random }, outcome));
      const { findings, faults, stale } = outcome;
      assert.equal({ missing: findings.missing, mixed: findings.mixed, errors: findings.errors, faults, stale }, { missing: [], mixed: [], errors: [], faults: [], stale: [] });
      assert.ok(findings.pages > 0 && findings.seen.size === 2, "readers saw no more than one release");
    });
  }
}

test.run();
