/**
 * The headers that a stored file is served with: those that it came with, since policies are among
 * them that no list here could foresee, without those that speak of one transfer.
 */

/** Of one transfer, of caches on the way, or an order to the browser that is carried out once. */
const transfer = /^(content-(encoding|length|range)|transfer-encoding|vary|age|date|expires|cache-control|etag|last-modified|accept-ranges|connection|keep-alive|clear-site-data|alt-svc|nel|report(ing-endpoints|-to)|server-timing|refresh)$/;

/** What a browser refuses when it has another type; the first is what is said. */
const types: Readonly<Record<string, readonly string[]>> = {
  html: ["text/html", "application/xhtml+xml"],
  js: ["text/javascript", "application/javascript"],
  mjs: ["text/javascript", "application/javascript"],
  css: ["text/css"],
  json: ["application/json"],
  svg: ["image/svg+xml"],
  webmanifest: ["application/manifest+json", "application/json"],
};

/** The bytes are proven, so a wrong type is the host's mistake and is mended. */
export function storedHeaders(path: string, headers: Iterable<readonly [string, string]>): [string, string][] {
  const kept = [...headers].filter(([name]) => !transfer.test(name.toLowerCase()));
  const fitting = types[/\.(\w+)$/.exec(path)?.[1] ?? ""];
  const said = kept.find(([name]) => name.toLowerCase() === "content-type");
  if (!fitting?.[0] || fitting.includes((said?.[1] ?? "").split(";")[0]?.trim().toLowerCase() ?? "")) return kept.map(([name, value]) => [name, value]);
  return [...kept.filter((header) => header !== said).map(([name, value]): [string, string] => [name, value]), ["content-type", `${fitting[0]}; charset=utf-8`]];
}
