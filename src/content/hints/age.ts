/** Hints on facts whose state is old: `[@a, stand 2023-10]` in a text, `stand: 2023-10` in front matter. */
import type { Place, Problem } from "../../problem.ts";
import type { Entry } from "../entries.ts";
import type { Messages } from "../messages.ts";
import type { Path } from "../yaml.ts";

const MAX_MONTHS = 24;

/** The keys that tell when something was so; a citation says it in the same words. */
const AS_OF_KEYS = new Set(["stand", "asOf"]);

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$/;

/** @param today - `2026-11-23`. */
export function oldFacts(entry: Entry, today: string, m: Messages): Problem[] {
  const now = monthsOf(today) ?? 0;
  return [...datesOf(entry)].filter(({ date }) => now - (monthsOf(date) ?? now) > MAX_MONTHS).map(({ date, place }): Problem => (
    { ...place, rule: "old-fact", level: "hint", expected: m.recentFact(MAX_MONTHS), got: date, remedy: m.recentFactRemedy }
  ));
}

interface Dated {
  readonly date: string;
  readonly place: Place;
}

function* datesOf({ body, data, written, at }: Entry): Iterable<Dated> {
  for (const { asOf, place } of body?.citations ?? []) if (asOf !== undefined) yield { date: asOf, place };
  for (const { date, path } of datesIn(data, [])) if (written !== undefined) yield { date, place: written.placeOf([...at, ...path]) };
}

function* datesIn(value: unknown, path: Path): Iterable<{ readonly date: string; readonly path: Path }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const itemPath = [...path, Array.isArray(value) ? Number(key) : key];
    if (AS_OF_KEYS.has(key) && typeof item === "string") yield { date: item, path: itemPath };
    else yield* datesIn(item, itemPath);
  }
}

/** Of a year alone its end counts: nothing is called old too soon. */
function monthsOf(date: string): number | undefined {
  const [, year, month = "12"] = PARTIAL_DATE.exec(date) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}
