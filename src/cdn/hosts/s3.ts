/** The table for S3 and what is like it: metadata of each object, and what only the network before it can say. */
import { type Headers, headersOf } from "../headerRules.ts";
import type { Hosting, Redirect } from "../hosting.ts";

/** What a store keeps beside an object; it has its own names for them. */
const kept: Readonly<Record<string, string>> = { "Content-Type": "ContentType", "Cache-Control": "CacheControl" };

/** Files by path; `headers` belong into a policy of the network (at CloudFront a response headers policy). */
export function s3Metadata(hosting: Hosting, files: readonly string[]): string {
  const objects = files.map((path) => [path, metadataOf(headersOf(path, hosting))] as const);
  const headers = Object.fromEntries(Object.entries(hosting.rules.at(-1)?.headers ?? {}).filter(([name]) => kept[name] === undefined));
  const redirects = hosting.redirects.map(({ from, to }: Redirect) => [keyOf(from, hosting.pathPrefix), { WebsiteRedirectLocation: to }]);
  return `${JSON.stringify({ format: 1, files: Object.fromEntries(objects), redirects: Object.fromEntries(redirects), headers, notFound: hosting.notFound }, null, 1)}\n`;
}

function metadataOf(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (kept[name] === undefined ? [] : [[kept[name], value]])));
}

/** Where an empty object stands that leads on. */
const keyOf = (from: string, pathPrefix: string): string => decodeURI(from).slice(pathPrefix.length).replace(/(^|\/)$/, "$1index.html");
