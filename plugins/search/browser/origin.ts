/**
 * How the files of the index and the other scripts come to a page: over the network, beside this script.
 *
 * The edition that opens from a folder puts `portable/origin.ts` in its place, since a page of a folder
 * may neither fetch nor import.
 */

/** The folder of the index. */
export const base = new URL(".", import.meta.url);

/** @throws Error when the server does not have it. */
export async function fetchText(name: string): Promise<string> {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`search: ${name}: ${answer.status}`);
  return answer.text();
}

/** The manifest has a fixed address, so what a cache has of it may be old; empty when it cannot be had. */
export const fetchManifest = (): Promise<string> =>
  fetch(new URL("manifest.json", base), { cache: "no-cache" }).then((answer) => answer.text()).catch(() => "");

export const importScript = (name: string): Promise<unknown> => import(new URL(name, base).href);

/** Where a page of the index is. */
export const hrefOf = (url: string): string => url;
