/**
 * Throws away what no tab and no choice needs any more.
 */
import { filesOf } from "../../../src/offline/manifest.ts";
import { releaseKey, stateKey, tabsKey } from "../../../src/offline/protocol.ts";
import { type Memory, releaseOf, wantedPacks } from "./memory.ts";
import { worker } from "./scope.ts";
import { keyOf, keysThere, remove } from "./store.ts";

export async function prune(memory: Memory): Promise<void> {
  const { current, next } = memory.stored;
  const open = await worker.clients.matchAll({ type: "all", includeUncontrolled: true });
  const seals = new Set([current, next, ...open.map(({ id }) => memory.tabs.get(id) ?? "")]);
  const kept = new Set([stateKey, tabsKey]);
  for (const seal of seals) {
    const release = await releaseOf(memory, seal);
    if (!release) continue;
    kept.add(releaseKey(seal));
    // What an open tab sees of an old release it may need whole.
    const isOld = seal !== current && seal !== next;
    const files = isOld ? release.files : filesOf(release, wantedPacks(memory, release, false));
    for (const file of files) kept.add(keyOf(file));
  }
  await remove([...(await keysThere())].filter((key) => !kept.has(key)));
}
