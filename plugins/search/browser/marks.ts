/**
 * Marks the words of a question on the page that a result leads to, without touching its elements.
 *
 * The words travel by `sessionStorage`, so addresses stay as they are and anchors work.
 */
import type { Wanted } from "../../../src/search/spot.ts";
import type { Asker } from "./asking.ts";

/** The loader looks for this key, too. */
const key = "wegwijzer-marks";
const highlight = "wegwijzer-search";
const mostRanges = 2000;

interface HandedOver {
  readonly path: string;
  readonly wanted: readonly Wanted[];
}

export function handOver(path: string, wanted: readonly Wanted[]): void {
  const handed: HandedOver = { path, wanted: wanted.map(({ term, boost, words }) => ({ term, boost, words })) };
  try {
    sessionStorage.setItem(key, JSON.stringify(handed));
  } catch {
    // Then the page is shown without marks.
  }
}

/** What was handed to this page; it is taken once. */
export function takeHandedOver(path: string): readonly Wanted[] {
  try {
    const handed = JSON.parse(sessionStorage.getItem(key) ?? "null") as HandedOver | null;
    sessionStorage.removeItem(key);
    return handed?.path === path && Array.isArray(handed.wanted) ? handed.wanted : [];
  } catch {
    return [];
  }
}

/** Until Escape is pressed. Does nothing where the browser has no highlights. */
export function markPage(wanted: readonly Wanted[], markerFor: Asker["mark"]): void {
  if (wanted.length === 0 || !("highlights" in CSS)) return;
  const mark = markerFor(wanted);
  const content = document.querySelector("[data-search]") ?? document.querySelector("main") ?? document.body;
  const nodes = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (nodes.nextNode() && ranges.length < mostRanges) {
    const node = nodes.currentNode as Text;
    for (const { start, end } of mark(node.data)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  CSS.highlights.set(highlight, new Highlight(...ranges));
  addEventListener("keydown", ({ key: pressed }) => {
    if (pressed === "Escape") CSS.highlights.delete(highlight);
  });
}
