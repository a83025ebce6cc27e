/** Rules about what has a begin and an end: years of a table, of an agreement, the size of a group. */
import type { PageRule, RuleFault } from "../../plugins/content/index.ts";

type Data = Readonly<Record<string, unknown>>;

/** A period that nobody saw end is not certain. */
export const openEnd: PageRule = {
  name: "open-end",
  *check({ data }) {
    for (const [index, { tot, zeker }] of periodsOf(data as Data).entries()) {
      if (tot === undefined && zeker === true) yield { path: ["periodes", index, "zeker"], expected: "zeker: false bij een periode zonder tot", got: "true" };
    }
  },
};

export const periodOrder: PageRule = {
  name: "period-order",
  *check({ data }) {
    for (const [index, { van, tot }] of periodsOf(data as Data).entries()) yield* endBeforeBegin(van, tot, ["periodes", index, "tot"]);
  },
};

export const agreementOrder: PageRule = {
  name: "agreement-order",
  *check({ data }) {
    const { sinds, tot } = ((data as Data)["afspraak"] ?? {}) as { readonly sinds?: string; readonly tot?: string };
    yield* endBeforeBegin(sinds, tot, ["afspraak", "tot"]);
  },
};

export const groupOrder: PageRule = {
  name: "group-order",
  *check({ data }) {
    const { min = 0, max } = ((data as Data)["groepsgrootte"] ?? {}) as { readonly min?: number; readonly max?: number };
    if (max !== undefined && max < min) yield { path: ["groepsgrootte", "max"], expected: `een getal van ten minste ${min}`, got: String(max) };
  },
};

interface WrittenPeriod {
  readonly van?: string;
  readonly tot?: string;
  readonly zeker?: boolean;
}

function periodsOf(data: Data): readonly WrittenPeriod[] {
  return (data["periodes"] ?? []) as readonly WrittenPeriod[];
}

/** As much of the two dates as both say: `2018-09` to `2018` may be. */
function* endBeforeBegin(from: string | undefined, until: string | undefined, path: readonly (string | number)[]): Iterable<RuleFault> {
  if (from === undefined || until === undefined) return;
  const length = Math.min(from.length, until.length);
  if (until.slice(0, length) < from.slice(0, length)) yield { path, expected: `een jaar of datum vanaf ${from}`, got: until };
}
