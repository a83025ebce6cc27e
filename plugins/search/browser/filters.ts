/**
 * Filters with counts, fetched when a reader opens them.
 *
 * Within a facet one of the chosen values must fit; of several facets, all.
 */
import type { Answer } from "../../../src/search/engine.ts";
import type { Facets } from "../../../src/search/facets.ts";
import { element } from "./element.ts";

export interface Filters {
  readonly element: HTMLElement;
  /** Whether a page fits what was chosen. */
  readonly allow: (slot: number) => boolean;
  /** Counts anew, for another question. */
  update(slots: Answer["slots"]): void;
}

interface Box {
  readonly input: HTMLInputElement;
  readonly label: HTMLElement;
  readonly count: HTMLElement;
}

/** @param changed - Called when a reader chose. */
export function makeFilters(title: string, fetchFacets: () => Promise<Facets | undefined>, changed: () => void): Filters {
  let facets: Facets | undefined;
  let boxes: readonly (readonly Box[])[] = [];
  let shown: Answer["slots"] = [];
  /** For each facet the chosen values, bit by bit. */
  const chosen = (): readonly number[] => boxes.map((row) => row.reduce((bits, { input }, at) => (input.checked ? bits | (1 << at) : bits), 0));
  const fits = (slot: number, sets: readonly number[], except = -1): boolean =>
    sets.every((set, facet) => set === 0 || facet === except || ((facets?.bySlot.get(slot)?.[facet] ?? 0) & set) !== 0);

  const count = (): void => {
    const sets = chosen();
    boxes.forEach((row, facet) => {
      const left = shown.filter((slot) => fits(slot, sets, facet));
      row.forEach(({ input, label, count }, at) => {
        const pages = left.filter((slot) => ((facets?.bySlot.get(slot)?.[facet] ?? 0) & (1 << at)) !== 0).length;
        count.textContent = String(pages);
        label.hidden = pages === 0 && !input.checked;
      });
    });
  };
  const change = (): void => {
    count();
    changed();
  };
  const details = element("details", { class: "ww-filters" }, element("summary", {}, title));
  details.addEventListener("toggle", async () => {
    if (facets || !details.open) return;
    facets = await fetchFacets();
    if (!facets || boxes.length > 0) return;
    boxes = facets.names.map(({ values }) => values.map((value) => drawBox(value, change)));
    details.append(...facets.names.map(({ name }, at) => element("fieldset", {}, element("legend", {}, name), ...(boxes[at] ?? []).map(({ label }) => label))));
    count();
  });
  return {
    element: details,
    allow: (slot) => fits(slot, chosen()),
    update(slots) {
      shown = slots;
      count();
    },
  };
}

function drawBox(value: string, change: () => void): Box {
  const input = element("input", { type: "checkbox" });
  const count = element("span", { class: "ww-count" });
  input.addEventListener("change", change);
  return { input, count, label: element("label", {}, input, value, " ", count) };
}
