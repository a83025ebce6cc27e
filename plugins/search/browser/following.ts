/** What happens when a reader follows a result. */
import type { Wanted } from "../../../src/search/spot.ts";
import { handOver } from "./handing.ts";
import { keepQuestion } from "./recent.ts";

export interface Following {
  readonly text: () => string;
  readonly wanted: () => readonly Wanted[];
  /** The result lies on this very page: no new page will be loaded. */
  readonly stay: () => void;
}

/** Other tabs and windows are opened by the browser, since results are links. */
export function follow(list: HTMLElement, { text, wanted, stay }: Following): void {
  const hear = (event: MouseEvent): void => {
    const link = (event.target as Element).closest("a");
    // The middle button opens a tab; the right one asks what to do.
    if (!link || event.defaultPrevented || event.button > 1) return;
    keepQuestion(text().trim());
    if (event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey) return handOver(link.pathname, wanted(), true);
    if (link.hash !== "" && link.pathname + link.search === location.pathname + location.search) return stay();
    handOver(link.pathname, wanted(), false);
    // So that Back leads to the results.
    setAddress(text());
  };
  list.addEventListener("click", hear);
  list.addEventListener("auxclick", hear);
}

/** The address of this page with a question, or with none. */
export function addressWith(text: string): string {
  const address = new URL(location.href);
  if (text.trim() !== "") address.searchParams.set("q", text);
  // Only where there is one: deleting writes the other parameters anew.
  else if (address.searchParams.has("q")) address.searchParams.delete("q");
  return address.href;
}

export function setAddress(text: string): void {
  history.replaceState(history.state, "", addressWith(text));
}

export const askedInAddress = (): string => new URLSearchParams(location.search).get("q") ?? "";
