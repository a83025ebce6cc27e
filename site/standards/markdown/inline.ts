/** The running text of a page as Markdown (CommonMark, with the footnotes that many readers know). */
import { ElementType } from "htmlparser2";
import type { parseDocument } from "htmlparser2";

export type AnyNode = ReturnType<typeof parseDocument>["children"][number];
export type Element = Extract<AnyNode, { readonly attribs: unknown }>;

/** What the text of a page is written with. */
export interface Writing {
  /** Makes an address whole, from the page where it stands. */
  readonly whole: (href: string) => string;
}

const skipped = new Set(["script", "style", "template", "noscript", "svg", "nav", "form", "fieldset", "label", "button", "select", "dialog"]);
const marks: Readonly<Record<string, string>> = { strong: "**", b: "**", em: "*", i: "*" };

export const isElement = (node: AnyNode): node is Element => "attribs" in node;

/** What readers do not see as text: pictures have the text that tells the same beside them. */
export function isSkipped(node: AnyNode): boolean {
  if (!isElement(node)) return node.type !== ElementType.Text;
  return skipped.has(node.name) || "hidden" in node.attribs || node.attribs["aria-hidden"] === "true";
}

/** On one line, without space at its ends. */
export function inlineOf(nodes: readonly AnyNode[], writing: Writing): string {
  return nodes.map((node) => inline(node, writing)).join("").replace(/[ \t\r\n\f\u00a0]+/g, " ").trim();
}

function inline(node: AnyNode, writing: Writing): string {
  if (node.type === ElementType.Text) return escaped(node.data);
  if (!isElement(node) || isSkipped(node)) return "";
  if (node.name === "br") return " ";
  if (node.name === "code") return code(textOf(node.children));
  if (node.name === "a") return link(node, writing);
  const text = node.children.map((child) => inline(child, writing)).join("");
  const mark = marks[node.name];
  // What is block elsewhere keeps its distance where only running text may stand.
  return mark === undefined ? (isBlock(node) ? ` ${text} ` : text) : marked(text, mark);
}

/** The number of a citation is a footnote; every other link stays a link. */
function link(node: Element, writing: Writing): string {
  const text = inlineOf(node.children, writing);
  if (node.attribs["class"] === "citation") return `[^${textOf(node.children).replace(/\D/g, "")}]`;
  const href = node.attribs["href"];
  return href === undefined || text === "" ? text : `[${text}](${destination(writing.whole(href))})`;
}

/** Spaces stay outside the marks, which would otherwise be no marks. */
function marked(text: string, mark: string): string {
  const inner = text.trim();
  if (inner === "") return text;
  const [before, after] = [/^\s*/.exec(text)?.[0] ?? "", /\s*$/.exec(text)?.[0] ?? ""];
  return `${before}${mark}${inner}${mark}${after}`;
}

/** Longer than any run of backticks inside. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${room}${text}${room}${fence}`;
}

export function destination(address: string): string {
  return address.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, (sign) => `\\${sign}`);
}

export function textOf(nodes: readonly AnyNode[]): string {
  return nodes.map((node) => (node.type === ElementType.Text ? node.data : isElement(node) ? textOf(node.children) : "")).join("");
}

const blocks = new Set(["address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
  "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section", "summary",
  "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]);

export function isBlock(node: AnyNode): boolean {
  return isElement(node) && blocks.has(node.name);
}
