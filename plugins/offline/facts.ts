/**
 * What a release does not say of its files: what they show, how they are called, how they compress.
 */
import { posix } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { Parser } from "htmlparser2";
import type { FileFacts } from "../../src/offline/packs.ts";

/** Links to other pages are none of them: a pack holds what a page shows, not where it leads. */
const shown: Readonly<Record<string, readonly string[]>> = {
  img: ["src", "srcset"], source: ["src", "srcset"], video: ["src", "poster"], audio: ["src"], track: ["src"], script: ["src"],
  object: ["data"], embed: ["src"], iframe: ["src"], image: ["href", "xlink:href"], use: ["href", "xlink:href"], input: ["src"],
};
const linked = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload)\b/;

/** Compressed in themselves. */
const dense = /\.(png|jpe?g|gif|webp|avif|woff2?|zip|gz|br|mp[34]|webm|ogg|pdf)$/;

/**
 * @param path - Below the output: `themas/energie/index.html`.
 * @param prefix - Of the site, with a slash at both ends.
 */
export function factsOf(path: string, bytes: Buffer, prefix: string): FileFacts {
  const named = /\.(html|svg)$/.test(path) ? inMarkup(bytes.toString("utf8")) : path.endsWith(".css") ? inStyle(bytes.toString("utf8")) : [];
  const needs = named.map((address) => pathOf(address, path, prefix)).filter((needed) => needed !== undefined);
  return { needs: [...new Set(needs)], transfer: dense.test(path) ? bytes.length : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length };
}

function inMarkup(markup: string): readonly string[] {
  const found: string[] = [];
  let isStyle = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isStyle = name === "style";
      for (const attribute of shown[name] ?? []) found.push(...addressesIn(attribute, attributes[attribute] ?? ""));
      if (name === "link" && linked.test(attributes["rel"] ?? "")) found.push(attributes["href"] ?? "");
      found.push(...inStyle(attributes["style"] ?? ""));
    },
    ontext(text) {
      if (isStyle) found.push(...inStyle(text));
    },
    onclosetag() {
      isStyle = false;
    },
  });
  parser.end(markup);
  return found;
}

const addressesIn = (attribute: string, value: string): readonly string[] =>
  attribute === "srcset" ? value.split(",").map((candidate) => candidate.trim().split(/\s/)[0] ?? "") : [value];

const inStyle = (style: string): readonly string[] =>
  [...style.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3/g)].map(([, , address, , imported]) => address ?? imported ?? "");

/** The file that an address asks for, or undefined when it leads out of the site. */
function pathOf(address: string, from: string, prefix: string): string | undefined {
  const base = new URL(prefix + from.split(posix.sep).map(encodeURIComponent).join("/"), "http://site.invalid");
  if (address === "" || !URL.canParse(address, base.href)) return undefined;
  const { origin, pathname } = new URL(address, base);
  if (origin !== base.origin || !pathname.startsWith(prefix)) return undefined;
  const name = decode(pathname.slice(prefix.length));
  return name === undefined || name === "" || name.endsWith("/") ? `${name ?? ""}index.html` : name;
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not percent-encoded UTF-8, so no file has this name.
    return undefined;
  }
}

/** What a page is called: its first heading, else its title. */
export function titleOf(html: string): string {
  const texts: Record<string, string> = {};
  let open: string | undefined;
  const parser = new Parser({
    onopentag(name) {
      if ((name === "h1" || name === "title") && texts[name] === undefined) texts[(open = name)] = "";
    },
    ontext(text) {
      if (open !== undefined) texts[open] += text;
    },
    onclosetag(name) {
      if (name === open) open = undefined;
    },
  });
  parser.end(html);
  return (texts["h1"] || texts["title"] || "").replace(/\s+/g, " ").trim();
}
