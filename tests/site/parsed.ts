/** What a browser would make of a page, as far as the tests look. */
import { Parser } from "htmlparser2";

export interface ParsedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text inside, entities resolved. */
  readonly text: string;
}

/** All elements in the order in which they begin. */
export function elementsOf(html: string): readonly ParsedElement[] {
  const all: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof all)[number][] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: "" };
      all.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return all;
}

export function named(elements: readonly ParsedElement[], name: string): readonly ParsedElement[] {
  return elements.filter((element) => element.name === name);
}
