/**
 * Where the plugins meet; its lines are the order of the day.
 */
import cdn from "./plugins/cdn/index.ts";
import content, { formerAddresses, graphOf } from "./plugins/content/index.ts";
import type { EleventyConfig } from "./plugins/eleventy.ts";
import offline from "./plugins/offline/index.ts";
import { reloadAfterRestart } from "./plugins/reload.ts";
import search from "./plugins/search/index.ts";
import { kinds } from "./site/kinds.ts";
import { offlineOptions } from "./site/offline.ts";
import { searchable } from "./site/searchable.ts";
import { securityOf, site } from "./site/site.ts";
import { addresses } from "./site/standards/addresses.ts";
import standards from "./site/standards/index.ts";

export const config = { dir: { input: "site", output: "_site", includes: "_includes" }, markdownTemplateEngine: false };

export default function wegwijzer(eleventy: EleventyConfig): void {
  eleventy.addExtension(["11ty.ts", "11ty.tsx"], { key: "11ty.js" });
  eleventy.addTemplateFormats(["11ty.ts", "11ty.tsx"]);
  eleventy.addPassthroughCopy({ "site/fonts/*.woff2": "fonts", "site/pictures": "pictures" });
  eleventy.addWatchTarget("./site/**/*.{yaml,css}");
  reloadAfterRestart(eleventy);
  eleventy.setServerOptions({ showAllHosts: false });

  eleventy.addPlugin(content, { kinds, language: "nl", addresses: Object.values(addresses) });
  eleventy.addPlugin(search, { language: site.language, proof: "site/zoekproef.yaml", messages: "nl", describe: (page) => searchable(graphOf(eleventy))(page) });
  eleventy.addPlugin(standards, { graph: () => graphOf(eleventy) });
  eleventy.addPlugin(offline, offlineOptions(() => graphOf(eleventy)));
  eleventy.addPlugin(cdn, {
    origin: site.address,
    standIn: site.previewAddress,
    language: "nl",
    languages: [site.language, "en"],
    security: securityOf(site),
    redirects: () => formerAddresses(graphOf(eleventy)).map(({ from, to, page }) => ({ from, to, source: page.file })),
  });
}
