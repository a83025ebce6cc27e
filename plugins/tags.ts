/** Puts elements into pages that any template engine has rendered. */

/** At the end of the head, else before the end of the body, else at the very end. */
export function addToHead(html: string, tags: string): string {
  const at = [/<\/head\s*>/i, /<\/body\s*>/i].map((end) => html.search(end)).find((place) => place >= 0) ?? html.length;
  return html.slice(0, at) + tags + html.slice(at);
}

export const isPage = (outputPath: string | false): boolean => typeof outputPath === "string" && outputPath.endsWith(".html");
