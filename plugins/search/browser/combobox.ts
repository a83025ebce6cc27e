/**
 * The keys of a combobox with a listbox: the focus stays in the field, the active option is named.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export interface Combobox {
  /** To be called when the list holds other options: none of them is active. */
  renew(): void;
}

/** The place of the option that a key leads to; -1 is the field itself. */
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at < 0 ? last : at - 1),
  Home: (at) => Math.min(at, 0),
  End: (at, last) => (at < 0 ? at : last),
};

export function makeCombobox(field: HTMLInputElement, list: HTMLElement): Combobox {
  let active: HTMLElement | undefined;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const choose = (option: HTMLElement | undefined): void => {
    active?.setAttribute("aria-selected", "false");
    active = option;
    active?.setAttribute("aria-selected", "true");
    active?.scrollIntoView({ block: "nearest" });
    if (active) field.setAttribute("aria-activedescendant", active.id);
    else field.removeAttribute("aria-activedescendant");
  };
  field.addEventListener("keydown", (event) => {
    // Keys of an input method choose its characters.
    if (event.isComposing || event.altKey) return;
    const all = options();
    const at = active ? all.indexOf(active) : -1;
    const to = all.length > 0 ? moves[event.key]?.(at, all.length - 1) : undefined;
    if (event.key === "Enter" && active) {
      active.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey }));
    } else if (to === undefined || (to === at && at < 0)) return;
    else choose(all[to]);
    event.preventDefault();
  });
  return {
    renew() {
      choose(undefined);
      field.setAttribute("aria-expanded", String(options().length > 0));
    },
  };
}
