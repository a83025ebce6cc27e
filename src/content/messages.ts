/** What problems say, in English and in Dutch: one table, so that no text hides in a rule. */
import type { ProblemLanguage } from "../problem.ts";
import { en } from "./messages/en.ts";
import type { Messages } from "./messages/en.ts";
import { nl } from "./messages/nl.ts";

export type { Messages } from "./messages/en.ts";

const table: Readonly<Record<ProblemLanguage, Messages>> = { en, nl };

export function messagesIn(language: ProblemLanguage): Messages {
  return table[language];
}
