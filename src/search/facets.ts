/**
 * Values to filter by: one small table, fetched when a reader looks at the filters.
 *
 * `["wegwijzer-facets-1", [[name, [value, …]], …], rows]`: for each page with a value its slot less
 * the one before, then for each facet the set of its values as a number, bit by bit.
 */
import type { SearchPage } from "./document.ts";
import { encode, reader } from "./vlq.ts";

const mark = "wegwijzer-facets-1";
/** Values of one facet that fit into the number. */
const maxValues = 30;

export interface Facets {
  readonly names: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** For the slot of a page: a set of values for each facet. */
  readonly bySlot: ReadonlyMap<number, readonly number[]>;
}

/** @throws RangeError when a facet has more values than fit. */
export function encodeFacets(pages: readonly SearchPage[], slots: ReadonlyMap<string, number>): { names: readonly string[]; text: string } | undefined {
  const names = [...new Set(pages.flatMap((page) => Object.keys(page.facets ?? {})))];
  if (names.length === 0) return undefined;
  const facets = names.map((name) => [name, [...new Set(pages.flatMap((page) => page.facets?.[name] ?? []))].sort()] as const);
  for (const [name, values] of facets) {
    if (values.length > maxValues) throw new RangeError(`search: facet "${name}" has ${values.length} values, expected at most ${maxValues}; join some`);
  }
  let [rows, before] = ["", 0];
  for (const page of [...pages].sort((a, b) => (slots.get(a.url) ?? 0) - (slots.get(b.url) ?? 0))) {
    if (!page.facets) continue;
    const slot = slots.get(page.url) ?? 0;
    rows += encode(slot - before);
    before = slot;
    for (const [name, values] of facets) rows += encode((page.facets[name] ?? []).reduce((set, value) => set | (1 << values.indexOf(value)), 0));
  }
  return { names, text: JSON.stringify([mark, facets, rows]) };
}

/** @throws SyntaxError when the text is no table of facets. */
export function decodeFacets(text: string): Facets {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || parsed[0] !== mark || typeof parsed[2] !== "string") throw new SyntaxError("search: expected a table of facets");
  const names = (parsed[1] as [string, string[]][]).map(([name, values]) => ({ name, values }));
  const rows = reader(parsed[2]);
  const bySlot = new Map<number, readonly number[]>();
  for (let slot = 0; !rows.done && names.length > 0; ) {
    slot += rows.next();
    bySlot.set(slot, names.map(() => rows.next()));
  }
  return { names, bySlot };
}
