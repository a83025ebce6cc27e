/** The web app manifest: what a browser needs to install the site as an app. */
import type { AppOptions } from "./options.ts";

export const appName = "site.webmanifest";

/** @param prefix - Of the site, with a slash at both ends. */
export function appManifest({ name, shortName, icons = [], themeColor, backgroundColor }: AppOptions, language: string, prefix: string): string {
  const manifest = {
    id: prefix, start_url: prefix, scope: prefix, name, short_name: shortName ?? name, lang: language, display: "standalone",
    ...(themeColor === undefined ? {} : { theme_color: themeColor }),
    ...(backgroundColor === undefined ? {} : { background_color: backgroundColor }),
    icons: icons.map((icon) => ({ ...icon, src: prefix + icon.src.replace(/^\//, "") })),
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
