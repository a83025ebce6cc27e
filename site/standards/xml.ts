/** XML as values: text is escaped where it is written, so that nobody can forget to. */

export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

export function xml(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Xml | string)[]): Xml {
  return { name, attributes, children };
}

export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, "")}\n`;
}

/** An element of elements is indented; one that holds text stands on a line, so that no space is added to it. */
function written({ name, attributes, children }: Xml, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}`;
  if (children.length === 0) return `${open}/>`;
  const isText = children.some((child) => typeof child === "string");
  const inner = children.map((child) => (typeof child === "string" ? escaped(child) : written(child, isText ? "" : `${indent}  `)));
  return isText ? `${open}>${inner.join("")}</${name}>` : `${open}>\n${inner.join("\n")}\n${indent}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/** What XML 1.0 cannot hold, not even escaped, is left out (section 2.2 of the recommendation). */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"'\t\n\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
