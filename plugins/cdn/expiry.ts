/** What `check` looks at besides the pages: the day on which `security.txt` ends. */
import { expiryProblem } from "../../src/cdn/expiry.ts";
import type { Problem, ProblemLanguage } from "../../src/problem.ts";
import { type Options, settingsOf } from "./options.ts";

/** @param others - Options by the name of their plugin. */
export function expiryProblems(others: Readonly<Record<string, unknown>>, today: string, language: ProblemLanguage): readonly Problem[] {
  const options = others["wegwijzer/cdn"] as Options | undefined;
  // A config that runs against a stand-in hands over what it can; a contact is a plain value.
  const security = options === undefined ? undefined : settingsOf({ ...(options.security === undefined ? {} : { security: options.security }) }).security;
  const problem = security === undefined ? undefined : expiryProblem(security, today, language);
  return problem === undefined ? [] : [problem];
}
