/** When a contact must be looked at again: told by `check`, which knows the day; never in the output. */
import type { Problem, ProblemLanguage } from "../problem.ts";
import { messagesIn } from "./finding.ts";
import { type SecurityContact } from "./hosting.ts";
import { daysBetween, refuseDays, securityTxtName, warnDays } from "./securityTxt.ts";

/** @param today - `2026-11-23` */
export function expiryProblem({ expires }: SecurityContact, today: string, language: ProblemLanguage): Problem | undefined {
  const days = daysBetween(today, expires);
  if (days > warnDays) return undefined;
  const { expected, got, remedy } = messagesIn(language).expiry;
  return { file: securityTxtName, line: 2, column: 1, rule: "security-expires", level: "warning", expected: expected(expires), got: got(days), remedy: remedy(refuseDays) };
}
