/** HTML and SVG as a flat list of elements that know where they stand. */
import { Parser } from "htmlparser2";

export interface Attribute {
  /** In lower case; in SVG, too, so that one table serves both. */
  readonly name: string;
  /** Entities decoded. */
  readonly value: string;
  /** From the first sign of the name to the one after the value and its quote. */
  readonly start: number;
  readonly end: number;
}

export interface Element {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly attributes: readonly Attribute[];
  /** What stands between the tags of `<style>` and `<script>`, undecoded. */
  readonly content?: { readonly start: number; readonly end: number };
}

type Growing = { -readonly [Key in keyof Element]: Element[Key] } & { attributes: Attribute[] };

const isRaw = (name: string): boolean => name === "style" || name === "script";

export function elementsIn(text: string, isXml: boolean): readonly Element[] {
  const elements: Growing[] = [];
  let raw: Growing | undefined;
  const parser = new Parser({
    onopentagname: (name) => {
      elements.push({ name: name.toLowerCase(), start: parser.startIndex, attributes: [] });
    },
    onattribute: (name, value) => {
      elements.at(-1)?.attributes.push({ name: name.toLowerCase(), value, start: parser.startIndex, end: parser.endIndex });
    },
    onopentag: (name) => {
      const element = elements.at(-1);
      if (!element || !isRaw(name.toLowerCase())) return;
      raw = element;
      raw.content = { start: parser.endIndex + 1, end: text.length };
    },
    onclosetag: (name) => {
      if (!raw?.content || raw.name !== name.toLowerCase()) return;
      // A tag that closes itself, `<style/>`, is told to close where it opened.
      raw.content = { start: raw.content.start, end: Math.max(raw.content.start, parser.startIndex) };
      raw = undefined;
    },
  }, { xmlMode: isXml });
  parser.end(text);
  return elements;
}

export const attributeOf = ({ attributes }: Element, name: string): string | undefined => attributes.find((attribute) => attribute.name === name)?.value;

/** Escaped for the quotes that stand around it. */
export function writeAttribute(text: string, { start, end }: Attribute, value: string): string {
  const whole = text.slice(start, end);
  const [before = ""] = /^[^=]*=\s*["']?/.exec(whole) ?? [];
  const quote = before.at(-1) === '"' || before.at(-1) === "'" ? (before.at(-1) ?? "") : "";
  if (quote === "") return `${before}"${escaped(value, '"')}"`;
  return before + escaped(value, quote) + quote;
}

const escaped = (value: string, quote: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(quote, quote === '"' ? "&quot;" : "&#39;");
