/**
 * How the files of the index come to a page that was opened from a folder: by classic scripts.
 *
 * Such a page may neither fetch nor import, but a script element may load what lies beside it. Each
 * file of the index is a script there that hands its text to its own element.
 */

const own = document.currentScript as HTMLScriptElement;
const base = new URL(".", own.src);
/** Addresses of the index begin so: the site's `pathPrefix`. */
const prefix = own.dataset["prefix"] ?? "/";

function load(name: string): Promise<HTMLScriptElement> {
  const script = document.createElement("script");
  script.src = new URL(name, base).href;
  return new Promise<HTMLScriptElement>((resolve, reject) => {
    script.addEventListener("load", () => resolve(script));
    script.addEventListener("error", () => reject(new Error(`search: ${name} is not in this folder`)));
    document.head.append(script);
  }).finally(() => script.remove());
}

/** @throws Error when the folder does not have it. */
export const fetchText = (name: string): Promise<string> => load(`${name}.js`).then(({ dataset }) => dataset["text"] ?? "");

/** Empty when it cannot be had. */
export const fetchManifest = (): Promise<string> => fetchText("manifest.json").catch(() => "");

/** The stemmer of a language is a file of its own, so that a site carries only its own languages. */
export async function importScript(name: string): Promise<unknown> {
  if (name === "search") return import("../search.ts");
  const script = (await load(`${name}.js`)) as HTMLScriptElement & { readonly stemming?: unknown };
  return { default: script.stemming };
}

/** A folder shows no `index.html` by itself, and pages know each other by where they lie. */
export function hrefOf(url: string): string {
  const below = url.startsWith(prefix) ? url.slice(prefix.length) : url;
  return new URL(`../${below.replace(/(^|\/)(?=[?#]|$)/, "$1index.html")}`, base).href;
}
