/**
 * Takes a rendered page apart: title, language, sections, and entries with an address of their own.
 *
 * The content of a page is what stands in `[data-search]`, else in `<main>`, else in `<body>`, which
 * may go without saying. `data-search-ignore` leaves an element out; `data-search-entry` on an element with an id makes it
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

type Attributes = Readonly<Record<string, string>>;

const skipped = new Set(["script", "style", "template", "noscript", "svg", "nav", "select", "button", "iframe", "math", "dialog"]);
const inline = new Set(["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);
const voids = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const headings = /^h[1-6]$/;

/** The more telling the mark of the content, the higher; what ranks lower is thrown away. */
const rankOf = (name: string, attributes: Attributes): number =>
  "data-search" in attributes ? 3 : name === "main" ? 2 : name === "body" ? 1 : 0;

/** HTML lets `<body>` go without saying: what these begin is content. What they hold themselves is none. */
const headElements = new Set(["html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "template"]);
const names = /^(?:h[1-6]|dt|dfn)$/;

const isIgnored = (attributes: Attributes): boolean =>
  "data-search-ignore" in attributes || "hidden" in attributes || attributes["aria-hidden"] === "true";

/** Template engines write an attribute without a value as `=""` or as `="true"`. */
const nameOf = (value = ""): string => (value === "true" ? "" : value);

interface Draft {
  readonly anchor: string;
  heading: string;
  text: string;
}
const draft = (anchor: string, heading = ""): Draft => ({ anchor, heading, text: "" });

/** What is known while the parser walks over one page; depths are -1 outside. */
class Walk {
  language = "";
  pageTitle = "";
  headline = "";
  ignored = false;
  drafts = [draft("")];
  entries: Draft[] = [];
  private rank = 0;
  /** Whether content has begun without a `<body>`; a root that comes later throws it away. */
  private isLoose = false;
  private depth = 0;
  private rootDepth = -1;
  private skipDepth = -1;
  private entryDepth = -1;
  /** Where text goes that is no running text, and the depth at which that ends. */
  private into: "title" | "headline" | "heading" | undefined;
  private intoDepth = -1;

  open(name: string, attributes: Attributes): void {
    if (name === "html" && this.language === "") this.language = attributes["lang"] ?? "";
    if (this.skipDepth < 0) this.enter(name, attributes);
    if (!voids.has(name)) this.depth++;
    else if (this.skipDepth === this.depth) this.skipDepth = -1;
  }

  private enter(name: string, attributes: Attributes): void {
    const rank = rankOf(name, attributes);
    if (isIgnored(attributes) && (name === "html" || rank > 0)) this.ignored = true;
    if (isIgnored(attributes) || skipped.has(name)) {
      this.skipDepth = this.depth;
      return;
    }
    if (rank > this.rank) {
      // Here is the content after all: what was taken before it is none.
      Object.assign(this, { rank, rootDepth: this.depth, drafts: [draft("")], entries: [], entryDepth: -1 });
    } else if (rank > 0 && rank === this.rank && this.rootDepth < 0) this.rootDepth = this.depth;
    else if (this.rank === 0 && !headElements.has(name)) this.isLoose = true;
    this.begin(name, attributes);
  }

  private begin(name: string, attributes: Attributes): void {
    if (name === "title" && this.pageTitle === "") return this.divert("title");
    if (name === "h1" && this.headline === "") return this.divert("headline");
    if (!this.isInside) return;
    if (this.entryDepth < 0 && attributes["id"] && "data-search-entry" in attributes) {
      this.entries.push(draft(attributes["id"], nameOf(attributes["data-search-entry"])));
      this.entryDepth = this.depth;
      if (names.test(name) && this.target?.heading === "") return this.divert("heading");
    } else if (this.entryDepth >= 0) {
      if (names.test(name) && this.into === undefined && this.target?.heading === "") return this.divert("heading");
    } else if (headings.test(name)) {
      this.drafts.push(draft(attributes["id"] ?? this.drafts.at(-1)?.anchor ?? ""));
      return this.divert("heading");
    }
    if (!inline.has(name)) this.text(" ");
    if (name === "img" && attributes["alt"]) this.text(` ${attributes["alt"]} `);
  }

  private divert(into: "title" | "headline" | "heading"): void {
    [this.into, this.intoDepth] = [into, this.depth];
  }

  private get isInside(): boolean {
    return this.rootDepth >= 0 || (this.isLoose && this.rank === 0);
  }

  /** The entry or the section that is being read. */
  private get target(): Draft | undefined {
    return this.entryDepth >= 0 ? this.entries.at(-1) : this.drafts.at(-1);
  }

  text(text: string): void {
    if (this.skipDepth >= 0) return;
    if (this.into === "title") this.pageTitle += text;
    else if (this.into === "headline") this.headline += text;
    else if (!this.isInside || !this.target) return;
    else if (this.into === "heading") this.target.heading += text;
    else this.target.text += text;
  }

  close(name: string): void {
    if (voids.has(name)) return;
    this.depth--;
    if (this.skipDepth >= 0) {
      if (this.depth === this.skipDepth) this.skipDepth = -1;
      return;
    }
    if (this.depth === this.intoDepth) [this.into, this.intoDepth] = [undefined, -1];
    if (this.depth === this.entryDepth) this.entryDepth = -1;
    if (this.depth === this.rootDepth) this.rootDepth = -1;
    else if (!inline.has(name)) this.text(" ");
  }
}

/** Never throws: a browser shows any bytes, and so does this. */
export function takeApart(html: string): TakenApart {
  const walk = new Walk();
  const parser = new Parser({
    onopentag: (name, attributes) => walk.open(name, attributes),
    ontext: (text) => walk.text(text),
    onclosetag: (name) => walk.close(name),
  });
  parser.end(html);
  const sections = walk.drafts.map(({ anchor, heading, text }) => ({ anchor, heading: tidy(heading), text: tidy(text) }));
  return {
    title: tidy(walk.headline) || tidy(walk.pageTitle),
    language: walk.language,
    sections: sections.filter(({ heading, text }) => heading !== "" || text !== ""),
    entries: walk.entries.map(({ anchor, heading, text }) => ({ anchor, title: tidy(heading), text: tidy(text) })),
    ignored: walk.ignored,
  };
}

const tidy = (text: string): string => text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
