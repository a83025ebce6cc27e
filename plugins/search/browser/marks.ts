/** Marks the words of a question on a page, without touching its elements: a script of its own, fetched when there is something to mark. */
import type { Marker } from "../../../src/search/spot.ts";
import css from "./marks.css";

const highlight = "wegwijzer-search";
const mostRanges = 2000;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** Until Escape is pressed. Does nothing where the browser has no highlights. */
export function markPage(mark: Marker): void {
  if (!("highlights" in CSS)) return;
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
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set(highlight, new Highlight(...ranges));
  addEventListener("keydown", ({ key: pressed }) => {
    if (pressed === "Escape") CSS.highlights.delete(highlight);
  });
}
