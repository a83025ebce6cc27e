/**
 * The one style sheet of the site, inside every page: it wins a round trip before the first paint.
 *
 * It is the same on every page, so that a policy can allow it by its hash. Read once, when the
 * layouts are loaded.
 */
import { readFileSync } from "node:fs";
import { Features, transform } from "lightningcss";

/** In the order of the cascade; `tokens.css` has all names that another design may set. */
const FILES = [
  "tokens.css", "accents.css", "base.css", "text.css", "shell.css", "search.css", "sign.css",
  "lines.css", "map.css", "lists.css", "kinds.css", "pictures.css", "print.css",
];

/** Browsers of the last five years or so; older ones show the page without its finesses. */
const TARGETS = { chrome: 100 << 16, firefox: 100 << 16, safari: (15 << 16) | (4 << 8) };

export const FONT_URL = "/fonts/overpass.woff2";

const FONT_PLACE = `url(${FONT_URL})`;
const [beforeFont = "", afterFont = ""] = minified(FILES.map(read).join("\n")).split(FONT_PLACE);

/** The style sheet with the address of the font as the site serves it. */
export function styleSheet(href: (url: string) => string): string {
  return `${beforeFont}url(${href(FONT_URL)})${afterFont}`;
}

function read(name: string): string {
  return readFileSync(new URL(`../../styles/${name}`, import.meta.url), "utf8");
}

function minified(css: string): string {
  const { code } = transform({
    filename: "site.css",
    code: Buffer.from(css),
    minify: true,
    targets: TARGETS,
    // Day and night are told apart by a media query, so nothing has to stand in for light-dark().
    exclude: Features.LightDark,
  });
  return code.toString();
}
