/** Patterns of the table, on paths below the output, as patterns on what a request asks for. */

/** `^fonts/` below `/site/` -> `^/site/fonts/`; a pattern that begins anywhere does so in a request, too. */
export function requestPattern(pattern: string, pathPrefix: string): string {
  return pattern.startsWith("^") ? `^${pathPrefix.replaceAll(".", "\\.")}${pattern.slice(1)}` : pattern;
}

/** What cannot be carried over: two patterns in one. */
export function faultOfPattern(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
  } catch {
    return `expected a regular expression, got ${JSON.stringify(pattern)}`;
  }
  let depth = 0;
  for (const [sign] of pattern.replace(/\\./g, "").replace(/\[[^\]]*\]/g, "").matchAll(/[()|]/g)) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (depth === 0) return `expected one pattern, got ${JSON.stringify(pattern)}; put alternatives in brackets or give them one by one`;
  }
  return undefined;
}
