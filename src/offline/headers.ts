/**
 * The headers that a stored file is served with: those that it came with, since policies are among
 * them that no list here could foresee, without those that speak of one transfer.
 */

/** Of one transfer, or an order to the browser that is carried out once. */
const transfer = /^(content-(encoding|length)|vary|clear-site-data)$/;

/** What a browser refuses when it has another type. */
const types: Readonly<Record<string, string>> = {
  html: "text/html", js: "text/javascript", mjs: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", webmanifest: "application/manifest+json",
};

/**
 * @param headers - With names in lower case, as `Headers` gives them.
 * @returns them with the right type: the bytes are proven, so a wrong one is the host's mistake.
 */
export function storedHeaders(path: string, headers: Iterable<[string, string]>): [string, string][] {
  const type = types[/\.(\w+)$/.exec(path)?.[1] ?? ""];
  // `text/html; charset=utf-8` and `application/xhtml+xml` are both right for HTML.
  const isRight = (said: string): boolean => type === undefined || said.includes(type.split(/[/+]/)[1] ?? "");
  const kept = [...headers].filter(([name, value]) => !transfer.test(name) && (name !== "content-type" || isRight(value)));
  return type === undefined || kept.some(([name]) => name === "content-type") ? kept : [...kept, ["content-type", `${type}; charset=utf-8`]];
}
