import { test } from "uvu";
import * as assert from "uvu/assert";
import { closingLine, sum, tallyOf } from "./tally.ts";

const summary = (total: number, passed: number, skipped: number): string =>
  `• •   (${passed} / ${total})\n\n  Total:     ${total}\n  Passed:    ${passed}\n  Skipped:   ${skipped}\n  Duration:  1.00ms\n\n`;

const cases = [
  ["counts what passed", summary(3, 3, 0), 0, "3 passed, 0 failed", undefined],
  ["counts what failed", summary(3, 1, 0), 1, "1 passed, 2 failed", undefined],
  ["counts what was skipped", summary(2, 2, 1), 0, "2 passed, 0 failed, 1 skipped", undefined],
  ["reads a coloured summary", summary(2, 2, 0).replace("Passed:    2", "\u001b[32mPassed:    2\u001b[39m"), 0, "2 passed, 0 failed", undefined],
  ["believes the last summary when a test prints one", summary(9, 9, 0) + summary(2, 2, 0), 0, "2 passed, 0 failed", undefined],
  ["fails a file that says nothing", "", 0, "0 passed, 1 failed", "it ended with 0 and without a summary; does it call test.run()?"],
  ["fails a file that was ended", "• ", "SIGKILL", "0 passed, 1 failed", "it ended with SIGKILL and without a summary; does it call test.run()?"],
  ["fails a file without tests", summary(0, 0, 0), 0, "0 passed, 1 failed", "it holds no tests"],
  ["fails a file that breaks after its tests", summary(2, 2, 0), 1, "2 passed, 1 failed", "it ended with 1 after its tests"],
  ["fails the tests that a throwing hook left out", summary(5, 0, 0), 0, "0 passed, 5 failed", "a hook threw before all tests ran"],
] as const;

for (const [title, output, ending, line, reason] of cases) {
  test(`the gate ${title}`, () => {
    const tally = tallyOf(output, ending);
    assert.is(closingLine(tally), line);
    assert.is(tally.reason, reason);
  });
}

test("the closing line adds up all suites", () => {
  const tallies = [{ passed: 2, failed: 0, skipped: 1 }, { passed: 3, failed: 1, skipped: 0, reason: "it holds no tests" }];
  assert.is(closingLine(sum(tallies)), "5 passed, 1 failed, 1 skipped");
});

test.run();
