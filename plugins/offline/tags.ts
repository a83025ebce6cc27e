/** What offline puts into every page. */
import { marks, offlineFolder } from "../../src/offline/protocol.ts";
import { appName } from "./app.ts";
import type { OfflineScripts } from "./bundle.ts";
import type { Options } from "./options.ts";

/** What every page has in its head. */
export function offlineTags({ browser }: OfflineScripts, { app }: Options, prefix: string): string {
  const name = Object.keys(browser).find((script) => script.startsWith("page."));
  if (!name) throw new Error(`offline: no page script among ${Object.keys(browser).join(", ")}; build the package again`);
  return `${app ? `<link rel="manifest" href="${prefix}${appName}">` : ""}<script type="module" ${marks.page}="" src="${prefix}${offlineFolder}/${name}"></script>`;
}
