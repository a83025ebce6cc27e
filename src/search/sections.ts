/**
 * Takes a rendered page apart: title, language, sections, and entries with an address of their own.
 *
 * The content of a page is what stands in `[data-search]`, else in `<main>`, else in `<body>`.
 * `data-search-ignore` leaves an element out; `data-search-entry` on an element with an id makes it
 * a result of its own, at its anchor.
 */
import { Parser } from "htmlparser2";
import type { Section } from "./document.ts";

export interface Entry {
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
}

export interface TakenApart {
  /** The first `<h1>`, else `<title>`, else empty. */
  readonly title: string;
  /** The `lang` of `<html>`, or empty. */
  readonly language: string;
  readonly sections: readonly Section[];
  readonly entries: readonly Entry[];
  /** Whether the page asks to be left out: `data-search-ignore` on `<html>`, `<body>` or its content. */
  readonly ignored: boolean;
}

const skipped = new Set(["script", "style", "template", "noscript", "svg", "nav", "select", "button", "iframe", "math", "dialog"]);
const inline = new Set(["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);
const voids = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const headings = /^h[1-6]$/;

/** The more telling the mark of the content, the higher; what ranks lower is thrown away. */
const rankOf = (name: string, attributes: Readonly<Record<string, string>>): number =>
  "data-search" in attributes ? 3 : name === "main" ? 2 : name === "body" ? 1 : 0;

interface Draft {
  anchor: string;
  heading: string;
  text: string;
}

/** What is known while the parser walks; lives for one page. */
interface Walk {
  language: string;
  pageTitle: string;
  headline: string;
  rank: number;
  ignored: boolean;
  drafts: Draft[];
  entries: (Draft & { depth: number })[];
}

/** Never throws: a browser shows any bytes, and so does this. */
export function takeApart(html: string): TakenApart {
  const walk: Walk = { language: "", pageTitle: "", headline: "", rank: 0, ignored: false, drafts: [{ anchor: "", heading: "", text: "" }], entries: [] };
  const parser = new Parser(handlerOf(walk), { decodeEntities: true, lowerCaseTags: true });
  parser.write(html);
  parser.end();
  return {
    title: tidy(walk.headline) || tidy(walk.pageTitle),
    language: walk.language,
    sections: walk.drafts.map(tidied).filter((section) => section.text !== "" || section.heading !== ""),
    entries: walk.entries.map(({ anchor, heading, text }) => ({ anchor, title: tidy(heading), text: tidy(text) })),
    ignored: walk.ignored,
  };
}

const tidy = (text: string): string => text.replace(/[\s\u00ad]+/g, (run) => (/^\u00ad+$/.test(run) ? "" : " ")).trim();
const tidied = (draft: Draft): Section => ({ anchor: draft.anchor, heading: tidy(draft.heading), text: tidy(draft.text) });

function handlerOf(walk: Walk) {
  let depth = 0;
  let rootDepth = -1;
  let skipDepth = -1;
  let into: "title" | "headline" | "heading" | "entry" | undefined;
  let intoDepth = -1;

  const entry = () => walk.entries.find((one) => one.depth >= 0);
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (skipDepth >= 0) return;
    const ignore = "data-search-ignore" in attributes || "hidden" in attributes || attributes["aria-hidden"] === "true";
    const rank = rankOf(name, attributes);
    if (ignore && (name === "html" || rank > 0)) walk.ignored = true;
    if (ignore || skipped.has(name)) {
      skipDepth = depth;
      return;
    }
    if (rank > walk.rank) {
      Object.assign(walk, { rank, drafts: [{ anchor: "", heading: "", text: "" }], entries: [] });
      rootDepth = depth;
    } else if (rank > 0 && rank === walk.rank && rootDepth < 0) rootDepth = depth;
    if (rootDepth >= 0 && attributes["id"] && "data-search-entry" in attributes) {
      walk.entries.push({ anchor: attributes["id"], heading: attributes["data-search-entry"] ?? "", text: "", depth });
    }
    begin(name, attributes);
  };

  const begin = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "title" && walk.pageTitle === "") [into, intoDepth] = ["title", depth];
    else if (name === "h1" && walk.headline === "") [into, intoDepth] = ["headline", depth];
    else if (rootDepth < 0) return;
    else if (entry()) {
      if (entry()?.heading === "" && (headings.test(name) || name === "dt" || name === "dfn")) [into, intoDepth] = ["entry", depth];
      else if (!inline.has(name)) add(" ");
    } else if (headings.test(name)) {
      walk.drafts.push({ anchor: attributes["id"] ?? walk.drafts.at(-1)?.anchor ?? "", heading: "", text: "" });
      [into, intoDepth] = ["heading", depth];
    } else if (!inline.has(name)) add(" ");
  };

  const add = (text: string): void => {
    const draft = walk.drafts.at(-1);
    const current = entry();
    if (into === "title") walk.pageTitle += text;
    else if (into === "headline") walk.headline += text;
    else if (rootDepth < 0) return;
    else if (current && into === "entry") current.heading += text;
    else if (current) current.text += text;
    else if (draft && into === "heading") draft.heading += text;
    else if (draft) draft.text += text;
  };

  return {
    onopentag(name: string, attributes: Record<string, string>): void {
      open(name, attributes);
      if (!voids.has(name)) depth++;
      else if (skipDepth === depth) skipDepth = -1;
      if (name === "img" && skipDepth < 0 && attributes["alt"]) add(` ${attributes["alt"]} `);
    },
    ontext(text: string): void {
      if (skipDepth < 0) add(text);
    },
    onclosetag(name: string): void {
      if (voids.has(name)) return;
      depth--;
      if (skipDepth >= 0) {
        if (depth === skipDepth) skipDepth = -1;
        return;
      }
      if (depth === intoDepth) [into, intoDepth] = [undefined, -1];
      const current = entry();
      if (current?.depth === depth) current.depth = -1;
      if (depth === rootDepth) rootDepth = -1;
      else if (!inline.has(name)) add(" ");
    },
    onattribute(name: string, value: string): void {
      if (name === "lang" && walk.language === "" && depth === 0) walk.language = value;
    },
  };
}
