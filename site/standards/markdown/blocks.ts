/** The blocks of a page as Markdown: headings, paragraphs, lists, tables and quotes. */
import { inlineOf, isBlock, isElement, isSkipped, textOf } from "./inline.ts";
import type { AnyNode, Element, Writing } from "./inline.ts";

/** A block for each string, in the order of the page. */
export function blocksOf(nodes: readonly AnyNode[], writing: Writing): readonly string[] {
  const blocks: string[] = [];
  let running: AnyNode[] = [];
  const end = (): void => {
    const text = inlineOf(running, writing);
    if (text !== "") blocks.push(atBegin(text));
    running = [];
  };
  for (const node of nodes) {
    if (isSkipped(node)) continue;
    if (!isElement(node) || !holdsBlocks(node)) running.push(node);
    else {
      end();
      blocks.push(...block(node, writing));
    }
  }
  end();
  return blocks;
}

/** A link around blocks is running text: its blocks fall together. */
function holdsBlocks(node: Element): boolean {
  return isBlock(node) || (node.name !== "a" && node.children.some((child) => isElement(child) && holdsBlocks(child)));
}

type Block = (node: Element, writing: Writing) => readonly string[];

const paragraph: Block = ({ children }, writing) => [atBegin(inlineOf(children, writing))].filter((text) => text !== "");

/** By the name of the element; another holds blocks of its own. */
const forms: Readonly<Record<string, Block>> = {
  p: paragraph,
  hr: () => ["---"],
  dt: ({ children }, writing) => [inlineOf(children, writing)].filter((text) => text !== "").map((text) => `**${text.replaceAll("**", "")}**`),
  ul: (node, writing) => list(node, () => "- ", writing),
  ol: (node, writing) => list(node, (index) => `${index + 1}. `, writing),
  table,
  blockquote: ({ children }, writing) => [indented(blocksOf(children, writing).join("\n\n"), "> ", "> ")],
  pre: ({ children }) => [`~~~~\n${textOf(children).replace(/\n$/, "")}\n~~~~`],
};

function block(node: Element, writing: Writing): readonly string[] {
  const level = /^h([1-6])$/.exec(node.name)?.[1];
  if (level !== undefined) return paragraph(node, writing).map((text) => `${"#".repeat(Number(level))} ${text}`);
  return forms[node.name]?.(node, writing) ?? blocksOf(node.children, writing);
}

function list({ children }: Element, markOf: (index: number) => string, writing: Writing): readonly string[] {
  const items = children.filter((child): child is Element => isElement(child) && child.name === "li" && !isSkipped(child));
  const texts = items.map(({ children: inside }) => blocksOf(inside, writing)).filter((blocks) => blocks.length > 0);
  const between = texts.some((blocks) => blocks.length > 1) ? "\n\n" : "\n";
  const lines = texts.map((blocks, index) => indented(blocks.join("\n\n"), markOf(index), " ".repeat(markOf(index).length)));
  return lines.length === 0 ? [] : [lines.join(between)];
}

/** A row for each row; the first is the head, and its caption stands above. */
function table(node: Element, writing: Writing): readonly string[] {
  const captions = inside(node, "caption").flatMap((caption) => paragraph(caption, writing));
  const rows = inside(node, "tr").map(({ children }) => children.filter((cell): cell is Element => isElement(cell) && /^t[hd]$/.test(cell.name)));
  const [head, ...rest] = rows.map((cells) => `| ${cells.map((cell) => inlineOf(cell.children, writing)).join(" | ")} |`);
  if (head === undefined) return captions;
  return [...captions, [head, `|${" --- |".repeat(rows[0]?.length ?? 0)}`, ...rest].join("\n")];
}

function inside(node: Element, name: string): readonly Element[] {
  return node.children.flatMap((child) => (!isElement(child) ? [] : child.name === name ? [child] : inside(child, name)));
}

function indented(text: string, first: string, rest: string): string {
  return text.split("\n").map((line, index) => (index === 0 ? first + line : line === "" ? rest.trimEnd() : rest + line)).join("\n");
}

/** What would begin a heading, a list or a rule is only the begin of a sentence. */
function atBegin(text: string): string {
  return text.replace(/^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$))/, "\\$1").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
