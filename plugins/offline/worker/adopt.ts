/**
 * Takes in a tab that was opened before the worker was there, when its page is one of the release.
 *
 * A page names itself by the hash of its own text; the stored page of its address has that name in it
 * or is another.
 */
import { findFile } from "../../../src/offline/address.ts";
import { type Memory, pin, releaseOf } from "./memory.ts";
import { scope, worker } from "./scope.ts";
import { readFile } from "./store.ts";

export async function adopt(memory: Memory, { id, url }: Client, page: string): Promise<void> {
  const release = await releaseOf(memory, memory.stored.current);
  const file = release && findFile(release.byPath, scope.href, url).file;
  const body = file && !memory.tabs.has(id) && (await readFile(file));
  if (!body || !page || !(await body.blob.text()).includes(page)) return;
  await pin(memory, id, release.seal);
  await worker.clients.claim();
}
