/** The scripts of offline: the worker, the one that removes it, and the page's part. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, endingOf, type Scripts, scriptsIn } from "../bundling.ts";

export interface OfflineScripts {
  /** `worker.js` and `goodbye.js`: what may stand at the address of the worker. */
  readonly worker: Scripts;
  /** `page.<hash>.js`, in every page, and `packs.<hash>.js`, fetched where it is needed. */
  readonly browser: Scripts;
}

const folder = dirname(fileURLToPath(import.meta.url));

/** From the sources in development; in the package, what was made of them. */
export async function offlineScripts(): Promise<OfflineScripts> {
  if (existsSync(join(folder, "worker", "worker.ts"))) return bundleOffline();
  return { worker: scriptsIn(join(folder, "worker")), browser: scriptsIn(join(folder, "browser")) };
}

export async function bundleOffline(): Promise<OfflineScripts> {
  const [worker, goodbye, packs] = await Promise.all([classic("worker"), classic("goodbye"), bundle({ entryPoints: [join(folder, "browser", "packs.ts")] })]);
  const packsName = `packs${endingOf(packs)}`;
  const page = await bundle({ entryPoints: [join(folder, "browser", "page.ts")] }, { PACKS_SCRIPT: packsName });
  return { worker: { "worker.js": worker, "goodbye.js": goodbye }, browser: { [`page${endingOf(page)}`]: page, [packsName]: packs } };
}

/** A worker that is a module is not known everywhere. */
const classic = (name: string): Promise<string> => bundle({ entryPoints: [join(folder, "worker", `${name}.ts`)], format: "iife" });
