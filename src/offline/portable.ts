/**
 * A site as it stands in a folder: every address relative, every page named with its `index.html`.
 *
 * A page that is opened from a folder has no server. `/themas/` means the root of the disk there, a
 * folder shows a list of files, and what a page may not do with files of its own kind (modules, checks
 * of origin, a worker) fails. So pages, style sheets and pictures get other addresses; all other bytes
 * stay as they are.
 */
import { type Standing, targetOf } from "../address.ts";
import { attributeOf, type Attribute, type Element, elementsIn, writeAttribute } from "../markup.ts";
import { type Part, rewritten } from "../part.ts";
import { isMarkup, isStyle, isXml, partsOf } from "../parts.ts";

/** The script that stands for all scripts of the search. */
export interface SearchScript {
  /** The folder of the index below the site, with a slash at its end. */
  readonly folder: string;
  /** Below the site: `wegwijzer-search/portable.js`. */
  readonly script: string;
}

export interface Edition {
  readonly standing: Standing;
  /** Every file that the folder will hold. */
  readonly files: ReadonlySet<string>;
  readonly search?: SearchScript | undefined;
}

/** What only a server, or somebody who asks one, has a use for. */
const served: readonly RegExp[] = [
  /^(service-worker\.js|release\.json|_headers|_redirects|robots\.txt|sitemap\.xml|opensearch\.xml)$/,
  /\.(br|gz|webmanifest)$/,
  /^(_hosting|\.well-known|wegwijzer-offline)\//,
];

export const needsServer = (path: string): boolean => served.some((pattern) => pattern.test(path));

export const isRewritten = (path: string): boolean => isMarkup(path) || isStyle(path);

/** Stands for "whatever its addresses are" among the addresses of a part. */
const always = "\0";

/** @param text - A page, a style sheet or an SVG of the site. */
export function portableText(path: string, text: string, edition: Edition): string {
  const rename = (address: string): string => (address === always ? "" : relativeAddress(address, path, edition));
  if (isStyle(path)) return rewritten(text, partsOf(path, text), rename);
  const elements = elementsIn(text, isXml(path));
  const own = elements.flatMap((element) => partsOfElement(text, path, element, edition));
  const taken = new Set(own.map(({ start }) => start));
  const loaded = partsOf(path, text, elements).filter(({ start }) => !taken.has(start));
  return rewritten(text, [...own, ...loaded].sort((a, b) => a.start - b.start), rename);
}

/**
 * The address as it leads on inside the folder; one that leads to none of its files stays as it is.
 *
 * @param from - The file with the address, below the site.
 */
export function relativeAddress(address: string, from: string, { standing, files }: Edition): string {
  const target = targetOf(address, from, standing);
  if (target.kind !== "file") return address;
  // Servers lead an address without its slash to the folder of that name.
  const path = [target.path, `${target.path}/index.html`].find((file) => files.has(file));
  if (path === undefined) return address;
  const [, rest = ""] = /^[^?#]*([^]*)$/.exec(address.trim()) ?? [];
  return stepsBetween(from, path).map(encodeURIComponent).join("/") + rest;
}

function stepsBetween(from: string, to: string): readonly string[] {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)];
}

/** Attributes that lead a reader on; those by which something is loaded are known already. */
const leading: Readonly<Record<string, string>> = { a: "href", area: "href", form: "action", button: "formaction", input: "formaction", iframe: "src" };

/** Kinds of link that ask for more than a folder can give. */
const unserved = /(^|\s)(preload|modulepreload|manifest|search|preconnect|dns-prefetch)(\s|$)/i;

function partsOfElement(text: string, path: string, element: Element, edition: Edition): readonly Part[] {
  if (element.name === "script") return partsOfScript(path, element, edition);
  const isUnserved = element.name === "link" && unserved.test(attributeOf(element, "rel") ?? "");
  return element.attributes.flatMap((attribute): readonly Part[] => {
    const { name, value } = attribute;
    // In a folder every file is an origin of its own, and a check of origins fails.
    if (name === "crossorigin" || name === "integrity") return [replaced(attribute, "")];
    if (name === "rel" && isUnserved) return [replaced(attribute, `data-rel="${value}"`)];
    const leads = leading[element.name] === name || (element.name === "link" && name === "href" && attributeOf(element, "rel") !== "canonical");
    return leads ? [{ ...attribute, addresses: [value], write: (rename) => writeAttribute(text, attribute, rename(value)) }] : [];
  });
}

/** A module stays away where its folder is; of the search a classic script takes its place, of the worker none. */
function partsOfScript(path: string, element: Element, { search, standing, files }: Edition): readonly Part[] {
  const target = targetOf(attributeOf(element, "src") ?? "", path, standing);
  if (target.kind !== "file") return [];
  const isSearch = search !== undefined && target.path.startsWith(search.folder);
  return element.attributes.flatMap((attribute): readonly Part[] => {
    const { name } = attribute;
    if (name === "crossorigin" || name === "integrity") return [replaced(attribute, "")];
    if (isSearch && name === "src") return [replaced(attribute, `src="${relativeAddress(standing.pathPrefix + search.script, path, { standing, files })}" data-prefix="${standing.pathPrefix}"`)];
    if (isSearch && name === "type") return [replaced(attribute, "defer")];
    return name === "src" && needsServer(target.path) ? [replaced(attribute, "")] : [];
  });
}

const replaced = ({ start, end }: Attribute, written: string): Part => ({ start, end, addresses: [always], write: () => written });

/** Modules that will not run in a folder: their files, below the site. */
export function modulesIn(path: string, text: string, { standing, search }: Edition): readonly string[] {
  return elementsIn(text, false).flatMap((element) => {
    if (element.name !== "script" || attributeOf(element, "type") !== "module") return [];
    const target = targetOf(attributeOf(element, "src") ?? "", path, standing);
    if (target.kind !== "file" || needsServer(target.path)) return [];
    return search !== undefined && target.path.startsWith(search.folder) ? [] : [target.path];
  });
}
