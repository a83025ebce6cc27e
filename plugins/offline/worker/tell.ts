/**
 * Tells every page what is really stored.
 */
import { filesOf, type SealedRelease } from "../../../src/offline/manifest.ts";
import type { PackState, State } from "../../../src/offline/protocol.ts";
import type { ReleaseFile } from "../../../src/release.ts";
import { type Memory, releaseOf, wantedPacks } from "./memory.ts";
import { scope, worker } from "./scope.ts";
import { keyOf, keysThere } from "./store.ts";

/** @param keys - What is stored, where the caller knows it. */
export async function tell(memory: Memory, keys?: ReadonlySet<string>): Promise<void> {
  const there = keys ?? (await keysThere().catch(() => new Set<string>()));
  const current = await releaseOf(memory, memory.stored.current);
  const shown = current ?? (await releaseOf(memory, memory.stored.next));
  const { busy, trouble, stored: { paused } } = memory;
  const packs = shown ? packStates(memory, shown, there) : [];
  const bytes = shown ? sizeOf(shown.files, there) : 0;
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const client of open.filter(({ url }) => url.startsWith(scope.href))) {
    const own = await releaseOf(memory, memory.tabs.get(client.id) ?? "");
    client.postMessage({
      kind: "state", release: current?.id ?? "", version: current?.version ?? "", tab: own?.id ?? "",
      busy, settled: memory.work === undefined, paused, trouble, bytes, packs,
    } satisfies State);
  }
}

function packStates(memory: Memory, release: SealedRelease, there: ReadonlySet<string>): readonly PackState[] {
  const kept = wantedPacks(memory, release, false);
  const fetched = memory.trouble === "quota" ? memory.stored.packs : wantedPacks(memory, release, true);
  return release.packs.map(({ name, title, transfer }) => {
    const own = filesOf(release, [name]);
    const [size, stored] = [own.reduce((sum, file) => sum + file.size, 0), sizeOf(own, there)];
    // What is not fetched unasked, for thrift or for want of room, a reader may still choose.
    return { name, title, transfer, size, stored, wanted: (stored === size ? kept : fetched).includes(name) };
  });
}

/** Files with the same bytes are stored once. */
function sizeOf(files: readonly ReleaseFile[], there: ReadonlySet<string>): number {
  return files.reduce((sum, file) => (there.has(keyOf(file)) ? sum + file.size : sum), 0);
}
