/** The table for Caddy 2.6 and newer. */
import type { Headers } from "../headerRules.ts";
import type { Hosting, Redirect } from "../hosting.ts";
import { packed } from "../types.ts";
import { requestPattern } from "./pattern.ts";

const head = (prefix: string): string => `# What Caddy says beside each file. Made with the site; in your Caddyfile:
#
#   import /srv/www${prefix}_hosting/Caddyfile
#   wegwijzer.example {
#     root * /srv/www                                      # the files stand in /srv/www${prefix}
#     import wegwijzer
#   }
`;

export function caddyfile({ types, rules, redirects, notFound, pathPrefix }: Hosting): string {
  const last = rules.at(-1)?.headers ?? {};
  const lines = [
    block("route", [
      ...headerLines(last),
      ...redirects.flatMap(redirectLines),
      `@hidden path ${pathPrefix}_hosting/* ${pathPrefix}.wegwijzer/* ${pathPrefix}_headers ${pathPrefix}_redirects${notFound === null ? "" : ` ${pathPrefix}${notFound}`}`,
      "error @hidden 404",
      "@folder path */",
      "rewrite @folder {path}index.html",
      ...typeLines(types),
      ...ruleLines(rules.slice(0, -1).map(({ pattern, headers }) => [requestPattern(pattern, pathPrefix), headers]), last),
      block("file_server", ["precompressed br gzip", "index index.html"]),
    ]),
    ...(notFound === null ? [] : [errorLines(pathPrefix + notFound, last)]),
  ];
  return `${head(pathPrefix)}\n${block("(wegwijzer)", lines)}\n`;
}

/** Blocks of `handle` that stand together exclude one another: the first that matches decides. */
function ruleLines(rules: readonly (readonly [pattern: string, headers: Headers])[], last: Headers): readonly string[] {
  return rules.flatMap(([pattern, headers], index) => [
    `@rule${index} path_regexp ${quoted(pattern)}`,
    block(`handle @rule${index}`, headerLines(differing(headers, last))),
  ]);
}

/** The last row holds for all; a rule lays over it what it says otherwise. */
function differing(headers: Headers, last: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => last[name] !== value));
}

function typeLines(types: Headers): readonly string[] {
  const byType = new Map<string, string[]>();
  for (const [extension, type] of Object.entries(types)) if (extension !== "") byType.set(type, [...(byType.get(type) ?? []), `*.${extension}`]);
  return [
    // Caddy says so of a packed answer only; a cache that kept an unpacked one would give that to all.
    `@varies not path ${[...packed].map((extension) => `*.${extension}`).join(" ")}`,
    block("header @varies", ['Vary "Accept-Encoding"', "defer"]),
    `header Content-Type ${quoted(types[""] ?? "application/octet-stream")}`,
    ...[...byType].flatMap(([type, paths], index) => [`@type${index} path ${paths.join(" ")}`, `header @type${index} Content-Type ${quoted(type)}`]),
  ];
}

function redirectLines({ from, to, status }: Redirect): readonly string[] {
  const bare = decodeURI(from);
  const both = bare.endsWith("/") && bare !== "/" ? [bare, bare.slice(0, -1)] : [bare];
  return both.map((address) => `redir ${quoted(address)} ${quoted(to)} ${status}`);
}

/** The page for an address that leads nowhere is sent with the status that led to it. */
function errorLines(page: string, last: Headers): string {
  return block("handle_errors", [
    "@missing expression `{http.error.status_code} in [403, 404]`",
    block("handle @missing", [
      `rewrite * ${page}`, ...headerLines(last), 'header Content-Type "text/html; charset=utf-8"',
      block("file_server", ["precompressed br gzip", "status 404"]),
    ]),
  ]);
}

const headerLines = (headers: Headers): readonly string[] => Object.entries(headers).map(([name, value]) => `header ${name} ${quoted(value)}`);

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

const block = (name: string, lines: readonly string[]): string => `${name} {\n${lines.join("\n").replace(/^(?=.)/gm, "\t")}\n}`;
