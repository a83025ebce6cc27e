/** Which pages are on the device, from what is really in the cache. */
import { encodePath } from "../../../src/offline/address.ts";
import { bodyKey, cachePrefix, offlineFolder, pagesName, releaseKey } from "../../../src/offline/protocol.ts";
import { addressOf } from "../../../src/release.ts";

export interface StoredPage {
  readonly url: string;
  readonly title: string;
}
export interface StoredSite {
  readonly pages: readonly StoredPage[];
  /** Where the page about this really stands: on any other address it stands in for one that is not there. */
  readonly ownAddress: string;
}

interface Manifest {
  readonly id: string;
  readonly files: readonly (readonly [path: string, hash: string])[];
  readonly offline: { readonly fallback: string };
}

/** @param id - Of the stored release; empty when there is none. */
export async function readStored(scope: URL, id: string): Promise<StoredSite> {
  const nothing = { pages: [], ownAddress: location.pathname };
  try {
    const cache = await caches.open(cachePrefix + scope.pathname);
    const keys = new Set((await cache.keys()).map(({ url }) => url.slice(scope.href.length)));
    const texts = [...keys].filter((key) => key.startsWith(releaseKey(""))).map(async (key) => (await cache.match(scope.href + key))?.json() as Promise<Manifest>);
    const manifest = (await Promise.all(texts)).find((each) => each.id === id);
    if (!manifest) return nothing;
    const there = new Set(manifest.files.filter(([path, hash]) => keys.has(bodyKey(path, hash))).map(([path]) => addressOf(path)));
    const titles = (await (await fetch(new URL(`${offlineFolder}/${pagesName}`, scope))).json()) as readonly (readonly [address: string, title: string])[];
    const pages = titles.filter(([address]) => there.has(address)).map(([address, title]) => ({ url: scope.pathname + encodePath(address), title }));
    return { pages, ownAddress: scope.pathname + encodePath(addressOf(manifest.offline.fallback)) };
  } catch {
    // A browser that keeps nothing throws when it is asked; then nothing is stored.
    return nothing;
  }
}
