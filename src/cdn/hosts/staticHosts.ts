/**
 * The table for hosts that read `_headers` and `_redirects`: Netlify and Cloudflare Pages.
 *
 * Both apply every rule that matches and join what two rules say of one header, so no file is told of
 * a header twice here. By themselves they let everything be asked for again, which is the last row of
 * the table; what a limit leaves out is therefore slower and never wrong.
 */
import { type Headers, type HeaderTable, headersOf } from "../headerRules.ts";
import type { Hosting } from "../hosting.ts";
import { extensionOf, wellKnown } from "../types.ts";

/** Cloudflare Pages reads no more. */
export const maxHeaderRules = 100;
export const maxRedirects = 2000;

export interface HostFile {
  readonly text: string;
  /** How many rules or redirects found no place. */
  readonly left: number;
}

export function headersFile(hosting: Hosting, files: readonly string[]): HostFile {
  const last = hosting.rules.at(-1)?.headers ?? {};
  const common = Object.entries(last).filter(([name, value]) => hosting.rules.every(({ headers }) => headers[name] === value));
  const commonNames = new Set(common.map(([name]) => name));
  const own = ownHeaders(hosting, commonNames, last);
  const types = [...new Set(files.map(extensionOf))].filter((extension) => !wellKnown.has(extension) && Object.hasOwn(hosting.types, extension) && extension !== "").sort();
  const rules = [
    ruleText(`${hosting.pathPrefix}*`, Object.fromEntries(common)),
    ...types.map((extension) => ruleText(`${hosting.pathPrefix}*.${extension}`, { "Content-Type": hosting.types[extension] ?? "" })),
    ...coverOf(files, (path) => JSON.stringify(own(path))).map(({ glob, key }) => ruleText(hosting.pathPrefix + encodeURI(glob), JSON.parse(key) as Headers)),
  ];
  return { text: rules.slice(0, maxHeaderRules).join("\n"), left: Math.max(0, rules.length - maxHeaderRules) };
}

/** What a file says that not every file says, and that the host does not do by itself. */
function ownHeaders(table: HeaderTable, common: ReadonlySet<string>, last: Headers): (path: string) => Headers {
  return (path) => Object.fromEntries(Object.entries(headersOf(path, table)).filter(([name, value]) => (
    name !== "Content-Type" && !common.has(name) && !(name === "Cache-Control" && value === last[name])
  )));
}

export function redirectsFile({ redirects }: Hosting): HostFile {
  const lines = redirects.flatMap(({ from, to, status }) => (
    from.endsWith("/") && from !== "/" ? [`${from} ${to} ${status}`, `${from.slice(0, -1)} ${to} ${status}`] : [`${from} ${to} ${status}`]
  ));
  return { text: lines.slice(0, maxRedirects).map((line) => `${line}\n`).join(""), left: Math.max(0, lines.length - maxRedirects) };
}

function ruleText(glob: string, headers: Headers): string {
  return `${glob}\n${Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`).join("")}`;
}

export interface Glob {
  /** A folder with all in it, `fonts/*`, or one file. */
  readonly glob: string;
  readonly key: string;
}

const nothing = "{}";

/** The fewest globs that give each file its key and touch no other: whole folders first, the largest before. */
export function coverOf(files: readonly string[], keyOf: (path: string) => string, folder = ""): readonly Glob[] {
  const keys = new Set(files.map(keyOf));
  const [only] = keys;
  if (only === undefined || (keys.size === 1 && only === nothing)) return [];
  if (keys.size === 1 && folder !== "") return [{ glob: `${folder}*`, key: only }];
  const below = new Map<string, string[]>();
  for (const path of files) {
    const name = /^[^/]+\//.exec(path.slice(folder.length))?.[0] ?? "";
    below.set(name, [...(below.get(name) ?? []), path]);
  }
  const single = (below.get("") ?? []).flatMap((path): readonly Glob[] => (keyOf(path) === nothing ? [] : [{ glob: path, key: keyOf(path) }]));
  const folders = [...below].filter(([name]) => name !== "").sort(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1));
  return [...folders.flatMap(([name, inside]) => coverOf(inside, keyOf, folder + name)), ...single];
}
