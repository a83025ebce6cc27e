/**
 * Filters with counts. A script of its own, fetched with the table of facets when a reader opens them.
 *
 * Within a facet one of the chosen values must fit; of several facets, all.
 */
import type { Facets } from "../../../src/search/facets.ts";
import { element } from "./element.ts";
import css from "./filters.css";

export interface Filters {
  /** Whether a page fits what was chosen. */
  readonly allow: (slot: number) => boolean;
  /** Counts anew, for the pages of another answer. */
  update(slots: readonly number[]): void;
}

interface Box {
  readonly input: HTMLInputElement;
  readonly label: HTMLElement;
  readonly count: HTMLElement;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * @param place - Where they are drawn.
 * @param changed - Called when a reader chose.
 */
export function drawFilters(place: HTMLElement, { names, bySlot }: Facets, changed: () => void): Filters {
  let shown: readonly number[] = [];
  const boxes = names.map(({ values }) => values.map(drawBox));
  /** For each facet the chosen values, bit by bit. */
  const chosen = (): readonly number[] => boxes.map((row) => row.reduce((bits, { input }, at) => (input.checked ? bits | (1 << at) : bits), 0));
  const has = (slot: number, facet: number, set: number): boolean => ((bySlot.get(slot)?.[facet] ?? 0) & set) !== 0;
  const fits = (slot: number, sets: readonly number[], except = -1): boolean =>
    sets.every((set, facet) => set === 0 || facet === except || has(slot, facet, set));
  const count = (): void => {
    const sets = chosen();
    boxes.forEach((row, facet) => {
      const left = shown.filter((slot) => fits(slot, sets, facet));
      row.forEach(({ input, label, count }, at) => {
        const pages = left.filter((slot) => has(slot, facet, 1 << at)).length;
        count.textContent = String(pages);
        label.hidden = pages === 0 && !input.checked;
      });
    });
  };
  const fieldsets = names.map(({ name }, at) => element("fieldset", {}, element("legend", {}, name), ...(boxes[at] ?? []).map(({ label }) => label)));
  for (const fieldset of fieldsets) fieldset.addEventListener("change", changed);
  const { adoptedStyleSheets } = place.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  place.append(...fieldsets);
  return {
    allow: (slot) => fits(slot, chosen()),
    update(slots) {
      shown = slots;
      count();
    },
  };
}

function drawBox(value: string): Box {
  const input = element("input", { type: "checkbox" });
  const count = element("span", { class: "ww-count" });
  return { input, count, label: element("label", {}, input, value, " ", count) };
}
