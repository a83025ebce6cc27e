/**
 * The place below the field: what is said, the filters, the list, more of it, and what is told to
 * screen readers.
 */
import { element } from "./element.ts";
import type { LinkRole } from "./results.ts";
import type { Words } from "./words.ts";

export type Notes = readonly (Node | string)[];

export interface Box {
  /** In the order in which they stand. */
  readonly elements: readonly HTMLElement[];
  readonly note: HTMLElement;
  readonly filters: HTMLDetailsElement;
  readonly list: HTMLElement;
  /**
   * @param items - What draws each item of the list, in order.
   * @param spoken - What screen readers hear when the reader rests.
   * @param rest - Pages that are not shown yet.
   */
  draw(items: readonly (() => HTMLElement)[], notes: Notes, spoken: string, rest?: number): void;
}

/** Screen readers hear a count when the reader rests, not at every key. */
const announceAfterMs = 700;

/**
 * @param openFilters - The reader looks at the filters.
 * @param showMore - The reader asks for more of the list.
 */
export function makeBox(words: Words, role: LinkRole, openFilters: () => void, showMore: () => void): Box {
  const note = element("div", { class: "ww-note" });
  const filters = element("details", { class: "ww-filters", hidden: "" }, element("summary", {}, words.filters));
  const list = element("div", { class: "ww-list", id: "ww-list", role: role ? "listbox" : "list", "aria-label": words.results, hidden: "" });
  const more = element("button", { type: "button", hidden: "" });
  const live = element("div", { class: "ww-unseen", role: "status" });
  filters.addEventListener("toggle", openFilters);
  more.addEventListener("click", showMore);
  let timer = 0;
  return {
    elements: [note, filters, list, more, live],
    note, filters, list,
    draw([first, ...others], notes, spoken, rest = 0) {
      const top = first?.();
      // Who looks at an empty list sees the first a frame sooner; who sees a list sees no gap in it.
      const isCut = list.hidden && others.length > 0;
      const drawRest = (): void => {
        // Unless something newer stands there.
        if (isCut && list.firstChild !== top) return;
        list.append(...others.map((item) => item()));
        list.ariaBusy = null;
        more.hidden = rest <= 0;
        more.textContent = words.more(rest);
      };
      list.replaceChildren(...(top ? [top] : []));
      list.hidden = !top;
      list.ariaBusy = `${isCut}`;
      note.replaceChildren(...notes);
      if (isCut) requestAnimationFrame(() => setTimeout(drawRest));
      else drawRest();
      clearTimeout(timer);
      timer = setTimeout(() => (live.textContent = spoken), announceAfterMs);
    },
  };
}
