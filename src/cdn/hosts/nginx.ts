/** The table for nginx 1.22 and newer, with its static modules for gzip and brotli. */
import { type Headers, REVALIDATE } from "../headerRules.ts";
import type { Hosting, Redirect } from "../hosting.ts";
import { requestPattern } from "./pattern.ts";

const head = (prefix: string): string => `# What nginx says beside each file. Made with the site; put this in your server block:
#
#   server {
#     listen 443 ssl; server_name …; ssl_certificate …;
#     root /srv/www;                                      # the files stand in /srv/www${prefix}
#     include /srv/www${prefix}_hosting/nginx.conf;
#   }
#
# Needs the modules gzip_static and brotli_static (Debian: libnginx-mod-http-brotli-static);
# without the latter take its line out. A location hears no add_header of a server, so each has all.
`;

export function nginxConf({ types, rules, redirects, notFound, pathPrefix }: Hosting): string {
  const last = rules.at(-1)?.headers ?? {};
  const page = notFound === null ? undefined : quoted(pathPrefix + notFound);
  return [
    head(pathPrefix),
    "index index.html;", "charset off;", "etag on;", "gzip_static on;", "gzip_vary on;", "brotli_static on;", "absolute_redirect off;", "server_tokens off;",
    ...typeLines(types),
    ...(page === undefined ? [] : [`error_page 404 ${page};`, `error_page 403 =404 ${page};`, block(`location = ${page}`, ["internal;", ...headerLines(last)])]),
    block(`location ~ ${quoted(`^${pathPrefix}(_hosting/|\\.wegwijzer/|_headers$|_redirects$)`)}`, [...headerLines(last), "return 404;"]),
    ...redirects.flatMap((redirect) => redirectBlocks(redirect, { ...last, "Cache-Control": REVALIDATE })),
    ...rules.slice(0, -1).map(({ pattern, headers }) => block(`location ~ ${quoted(requestPattern(pattern, pathPrefix))}`, headerLines(headers))),
    block(`location ${quoted(pathPrefix)}`, headerLines(last)),
    "",
  ].join("\n");
}

/** The types that nginx knows otherwise are not heard any more, so that what is served is what the table says. */
function typeLines(types: Headers): readonly string[] {
  const byType = new Map<string, string[]>();
  for (const [extension, type] of Object.entries(types)) if (extension !== "") byType.set(type, [...(byType.get(type) ?? []), extension]);
  return [block("types", [...byType].map(([type, extensions]) => `${quoted(type)} ${extensions.join(" ")};`)), `default_type ${quoted(types[""] ?? "application/octet-stream")};`];
}

/** nginx compares with what a request says when it is decoded. */
function redirectBlocks({ from, to, status }: Redirect, headers: Headers): readonly string[] {
  const bare = decodeURI(from);
  const both = bare.endsWith("/") && bare !== "/" ? [bare, bare.slice(0, -1)] : [bare];
  return both.map((address) => block(`location = ${quoted(address)}`, [...headerLines(headers), `return ${status} ${quoted(to)};`]));
}

const headerLines = (headers: Headers): readonly string[] => Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);

const quoted = (text: string): string => `"${text.replace(/\\(?=["'\\trn])|"/g, (sign) => `\\${sign}`)}"`;

const block = (name: string, lines: readonly string[]): string => `${name} {\n${lines.map((line) => `  ${line}`).join("\n")}\n}`;
