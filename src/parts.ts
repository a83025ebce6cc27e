/** What a page, a style sheet or a picture needs from elsewhere: its addresses, where they stand. */
import { attributeOf, type Element, elementsIn, writeAttribute } from "./markup.ts";
import type { Part } from "./part.ts";
import { addressesInSrcset, writeSrcset } from "./srcset.ts";
import { partsOfCss } from "./styles.ts";

export type Form = "address" | "srcset" | "css";

/** Attributes by which a browser fetches something at once, by element; `*` is any element. */
const loading: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  "*": { style: "css" },
  img: { src: "address", srcset: "srcset" },
  source: { src: "address", srcset: "srcset" },
  video: { src: "address", poster: "address" },
  audio: { src: "address" },
  track: { src: "address" },
  input: { src: "address" },
  embed: { src: "address" },
  object: { data: "address" },
  script: { src: "address", href: "address", "xlink:href": "address" },
  link: { href: "address", imagesrcset: "srcset" },
  image: { href: "address", "xlink:href": "address" },
  use: { href: "address", "xlink:href": "address" },
  feimage: { href: "address", "xlink:href": "address" },
};

/** Presentation attributes of SVG that may hold `url()`. */
const painted: ReadonlySet<string> = new Set(["fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end"]);

/** Kinds of link that a browser follows by itself; the others lead readers and machines on. */
const followed: ReadonlySet<string> = new Set(["stylesheet", "icon", "apple-touch-icon", "mask-icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"]);

/** How an attribute holds addresses of what is loaded, or undefined. */
export function formOf(element: Element, attribute: string): Form | undefined {
  if (element.name === "link" && !(attributeOf(element, "rel") ?? "").toLowerCase().split(/\s+/).some((rel) => followed.has(rel))) return undefined;
  if (painted.has(attribute)) return "css";
  return loading[element.name]?.[attribute] ?? loading["*"]?.[attribute];
}

export const isMarkup = (path: string): boolean => /\.(html?|xhtml|svg)$/i.test(path);
export const isStyle = (path: string): boolean => /\.css$/i.test(path);
export const isXml = (path: string): boolean => /\.(svg|xhtml)$/i.test(path);

/** @param elements - Those of the text, where they have been read already. */
export function partsOf(path: string, text: string, elements?: readonly Element[]): readonly Part[] {
  if (isStyle(path)) return partsOfCss(text);
  if (!isMarkup(path)) return [];
  return (elements ?? elementsIn(text, isXml(path))).flatMap((element) => partsOfElement(text, element));
}

function partsOfElement(text: string, element: Element): readonly Part[] {
  const parts = element.attributes.flatMap((attribute): readonly Part[] => {
    const form = formOf(element, attribute.name);
    if (form === undefined) return [];
    const { addresses, write } = readValue(attribute.value, form);
    const { start, end } = attribute;
    return addresses.length === 0 ? [] : [{ start, end, addresses, write: (rename) => writeAttribute(text, attribute, write(rename)) }];
  });
  if (element.name !== "style" || element.content === undefined) return parts;
  const { start, end } = element.content;
  return [...parts, ...partsOfCss(text.slice(start, end), start)];
}

type Value = Pick<Part, "addresses" | "write">;

function readValue(value: string, form: Form): Value {
  if (form === "address") return { addresses: [value], write: (rename) => rename(value) };
  if (form === "srcset") return { addresses: addressesInSrcset(value).map(({ address }) => address), write: (rename) => writeSrcset(value, rename) };
  const parts = /\(/.test(value) ? partsOfCss(value) : [];
  return {
    addresses: parts.flatMap(({ addresses }) => addresses),
    write: (rename) => parts.reduceRight((css, part) => css.slice(0, part.start) + part.write(rename) + css.slice(part.end), value),
  };
}
