/** Addresses in CSS: `url()`, `src()`, `@import`, `image-set()`, by the tokens of CSS Syntax 3. */
import { type CSSToken, tokenize, TokenType } from "@csstools/css-tokenizer";
import type { Part } from "./part.ts";

/** Functions whose strings are addresses; in `image-set()` a `type()` holds another kind of string. */
const addressed: ReadonlySet<string> = new Set(["url", "src", "image-set", "-webkit-image-set"]);

/** @param offset - Where the CSS stands in the text that holds it. */
export function partsOfCss(css: string, offset = 0): readonly Part[] {
  const parts: Part[] = [];
  const open: string[] = [];
  let isImport = false;
  for (const token of tokenize({ css })) {
    if (token[0] === TokenType.URL) parts.push(partOf(token, token[4].value, unquoted, offset));
    else if (token[0] === TokenType.String && (isImport || addressed.has(open.at(-1) ?? ""))) {
      parts.push(partOf(token, token[4].value, token[1].startsWith("'") ? quoted("'") : quoted('"'), offset));
    }
    if (token[0] === TokenType.Function) open.push(token[4].value.toLowerCase());
    else if (token[0] === TokenType.OpenParen) open.push("(");
    else if (token[0] === TokenType.CloseParen) open.pop();
    isImport = token[0] === TokenType.AtKeyword ? token[4].value.toLowerCase() === "import" : isImport && isBlank(token);
  }
  return parts;
}

const isBlank = ([type]: CSSToken): boolean => type === TokenType.Whitespace || type === TokenType.Comment;

function partOf([, , first, last]: CSSToken, address: string, form: (address: string) => string, offset: number): Part {
  return { start: offset + first, end: offset + last + 1, addresses: [address], write: (rename) => form(rename(address)) };
}

const unquoted = (address: string): string => (/["'()\\\s\0-\u001f\u007f]/.test(address) ? `url(${quoted('"')(address)})` : `url(${address})`);

const quoted = (quote: string) => (address: string): string =>
  quote + address.replace(/["'\\]/g, (sign) => (sign === quote || sign === "\\" ? `\\${sign}` : sign)).replace(/[\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `) + quote;
