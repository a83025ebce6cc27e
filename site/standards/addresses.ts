/**
 * Where the files for machines stand: fixed addresses, known to whoever has them stored.
 *
 * Content may link to them, and none of them is ever named by a hash.
 */

export const addresses = {
  sitemap: "/sitemap.xml",
  feed: "/wijzigingen.xml",
  turtle: "/begrippen.ttl",
  jsonLd: "/begrippen.jsonld",
  llms: "/llms.txt",
  openSearch: "/opensearch.xml",
  robots: "/robots.txt",
  shareImage: "/deelbeeld.png",
} as const;

/** Pictures of the site as an app. */
export const icons = {
  small: "/icon-192.png",
  large: "/icon-512.png",
  maskable: "/icon-maskable-512.png",
  apple: "/apple-touch-icon.png",
} as const;

/** The Markdown copy of a page: `/themas/energie/` -> `/themas/energie/index.md`, `/a.html` -> `/a.md`. */
export function copyOf(url: string): string {
  return url.endsWith("/") ? `${url}index.md` : url.replace(/\.html$/, "") + ".md";
}
