/**
 * Draws an answer: a page and its best sections, each a link. In a listbox the links are its options.
 */
import type { Answer, Hit } from "../../../src/search/engine.ts";
import { shownPage, type ShownText } from "../../../src/search/shown.ts";
import type { Marker } from "../../../src/search/spot.ts";
import { element } from "./element.ts";
import { hrefOf } from "./origin.ts";

/** `option` inside a listbox, `undefined` in a list of the page. */
export type LinkRole = "option" | undefined;

/** What draws each page of an answer, since to mark its words takes longer than to draw it. */
export function drawResults({ hits, mark }: Answer, role: LinkRole): readonly (() => HTMLElement)[] {
  return hits.map((hit, place) => () => drawPage(hit, mark, role, `ww-hit-${place}`));
}

function drawPage(hit: Hit, mark: Marker, role: LinkRole, id: string): HTMLElement {
  const { url, title, text, sections } = shownPage(hit, mark);
  const { kind, trail } = hit.excerpt;
  const place = [kind, trail.join(" › ")].filter((word) => word !== "").join(" – ");
  const page = drawLink(hrefOf(url), title, text, role, id, place && element("span", { class: "ww-place" }, place));
  const found = sections.map((section, at) => drawLink(hrefOf(section.url), section.heading, section.text, role, `${id}-${at}`));
  for (const link of found) link.classList.add("ww-section");
  return element("div", { class: "ww-page", role: role ? undefined : "listitem" }, page, ...found);
}

/** An option, or a link, whose text is its name: the most telling comes first. */
export function drawOption(url: string, role: LinkRole, id: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return element("a", { href: url, class: "ww-hit", id, ...(role && { role, tabindex: "-1", "aria-selected": "false" }) }, ...children);
}

function drawLink(url: string, title: ShownText, text: ShownText, role: LinkRole, id: string, place: Node | string = ""): HTMLElement {
  // Blanks between the lines, for those who hear them in one breath.
  return drawOption(url, role, id,
    element("span", { class: "ww-title" }, ...drawText(title)), " ", place, " ",
    element("span", { class: "ww-text" }, ...drawText(text)));
}

function drawText({ text, marks, cut }: ShownText): readonly (Node | string)[] {
  const drawn: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    drawn.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [cut[0] ? "… " : "", ...drawn, text.slice(at), cut[1] ? " …" : ""];
}
