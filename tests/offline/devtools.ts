/** What only a browser's own tools can do to a reader: take room away, end a worker, forget. */
import type { CDPSession } from "playwright-core";
import type { Reader } from "./reader.ts";

async function withSession<Result>({ context, page }: Reader, act: (session: CDPSession) => Promise<Result>): Promise<Result> {
  const session = await context.newCDPSession(page);
  try {
    return await act(session);
  } finally {
    await session.detach();
  }
}

/** Gives the site so many bytes of storage; undefined gives what there is. The session that does it must stay. */
export async function limitStorage({ context, page, host }: Reader, bytes: number): Promise<() => Promise<void>> {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: host.origin, quotaSize: bytes });
  return async () => {
    await session.send("Storage.overrideQuotaForOrigin", { origin: host.origin });
    await session.detach();
  };
}

/** As a browser that is short of memory does: at once, whatever they are at. */
export const endWorkers = (reader: Reader): Promise<void> => withSession(reader, async (session) => {
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.send("ServiceWorker.disable");
});

/** As "clear site data", or eviction of the whole site, does. */
export const clearSite = (reader: Reader): Promise<void> => withSession(reader, async (session) => {
  await session.send("Storage.clearDataForOrigin", { origin: reader.host.origin, storageTypes: "cache_storage,service_workers,indexeddb,local_storage" });
});
