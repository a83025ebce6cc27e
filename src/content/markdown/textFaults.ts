/**
 * What a text shows and its writer did not mean: a link that is none, a link or picture without words,
 * signs that cannot be seen, and links that make a page far longer than its file.
 */
import type { Token } from "markdown-it";
import type { Place } from "../../problem.ts";
import { unseenIn } from "../bytes.ts";

export type TextFaultName = "unseen-character" | "unread-link" | "link-without-text" | "image-without-text" | "links-too-long";

/** Something that stands in the text of a page, and where. */
export interface TextFault {
  readonly fault: TextFaultName;
  readonly got: string;
  readonly place: Place;
}

/**
 * What Markdown left of a link: `](`, ` ](` before a file or an address, `][`, `[[`.
 *
 * The lengths keep a page of brackets from being read over and over.
 */
const LEFT_OVER = new RegExp([
  "(?:\\[[^[\\]\\n]{0,100})?\\](?:\\([^)\\n]{0,100}\\)?| \\((?:[^)\\s]{1,100}\\.md\\b|https?:|[/#])[^)\\n]{0,100}\\)?|\\[[^\\]\\n]{0,100}\\])",
  "\\[\\[[^[\\]\\n]{1,100}\\]\\]",
  "\\[\\s{1,3}@[^\\]\\n]{1,100}\\]",
].join("|"), "g");

/** More is no help, and a hostile page has many. */
const MAX_FAULTS = 100;

/** Characters of addresses and titles; a definition that is used often is written once and shown each time. */
const MAX_LINKED = 1_000_000;

/** Reads the blocks of one page in their order. */
export function textFaultsIn(): { readonly read: (block: Token, placeAt: (offset: number) => Place) => void; readonly faults: readonly TextFault[] } {
  const faults: TextFault[] = [];
  let linked = 0;
  const read = (block: Token, placeAt: (offset: number) => Place): void => {
    const before = linked;
    linked += lengthOfLinks(block);
    if (before <= MAX_LINKED && linked > MAX_LINKED) faults.push({ fault: "links-too-long", got: String(linked), place: placeAt(0) });
    if (faults.length < MAX_FAULTS) faults.push(...leftOver(block, placeAt), ...unseen(block, placeAt), ...wordless(block, placeAt));
  };
  return { read, faults };
}

function lengthOfLinks({ children }: Token): number {
  return (children ?? []).reduce((sum, token) => sum + (token.attrs ?? []).reduce((length, [, value]) => length + String(value).length, 0), 0);
}

/** What was escaped (`\[a](b)`, `[a\](b)`) was meant: it stands otherwise in the text of the block, or after a backslash. */
function* leftOver({ content, children }: Token, placeAt: (offset: number) => Place): Iterable<TextFault> {
  let from = 0;
  for (const { type, content: text } of children ?? []) {
    if (type !== "text" || !text.includes("]")) continue;
    for (const [got] of text.matchAll(LEFT_OVER)) {
      const at = content.indexOf(got, from);
      if (at === -1) continue;
      from = at + got.length;
      if (content[at - 1] !== "\\") yield { fault: "unread-link", got, place: placeAt(at) };
    }
  }
}

/** The file holds none, so an entity made it: `&#x202e;`. */
function* unseen({ content, children }: Token, placeAt: (offset: number) => Place): Iterable<TextFault> {
  if (!content.includes("&")) return;
  const texts = (children ?? []).flatMap(({ type, content: text, attrs }) => (type.startsWith("code") ? [] : [text, ...(attrs ?? []).map(([, value]) => String(value))]));
  const got = texts.map(unseenIn).find((each) => each !== undefined);
  if (got !== undefined) yield { fault: "unseen-character", got, place: placeAt(content.indexOf("&")) };
}

function* wordless({ content, children }: Token, placeAt: (offset: number) => Place): Iterable<TextFault> {
  let opening = -1;
  let from = 0;
  const tokens = children ?? [];
  for (const [index, { type, content: alt, attrs }] of tokens.entries()) {
    if (type === "link_open") opening = index;
    const isBareImage = type === "image" && alt.trim() === "";
    const isBareLink = type === "link_close" && tokens.slice(opening + 1, index).every(({ type: inner, content: text }) => inner !== "image" && text.trim() === "");
    if (!isBareImage && !isBareLink) continue;
    const target = String((isBareLink ? tokens[opening]?.attrs : attrs)?.[0]?.[1] ?? "");
    from = Math.max(0, content.indexOf(isBareImage ? "![" : "[", from));
    yield { fault: isBareImage ? "image-without-text" : "link-without-text", got: target, place: placeAt(from) };
    from += 1;
  }
}
