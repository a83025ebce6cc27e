/** From a tree of components to the text of a page. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

/** Every text and attribute is escaped; raw HTML goes in only where `Html` says so. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}
