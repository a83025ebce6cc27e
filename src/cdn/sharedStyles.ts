/** Style sheets within pages that are the same on most of them, so that a policy can name them by their hash. */

/** @param pages - The style sheets of each page. */
export function sharedStyles(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const styled = pages.filter((styles) => styles.length > 0);
  const counts = new Map<string, number>();
  for (const styles of styled) for (const style of new Set(styles)) counts.set(style, (counts.get(style) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 2 > styled.length).map(([style]) => style).sort());
}

/** What a browser makes of the text before it hashes it (HTML Standard, 13.2.3.5). */
export const asParsed = (style: string): string => style.replace(/\r\n?/g, "\n");
