/** Reads every stored file of the release again: what a device has spoilt is thrown away, and is stored no more. */
import { keyOf, keysThere, readFile } from "./store.ts";
import { type Memory, releaseOf } from "./memory.ts";

export async function audit(memory: Memory): Promise<void> {
  const release = await releaseOf(memory, memory.stored.current);
  const there = await keysThere();
  for (const file of release?.files ?? []) if (there.has(keyOf(file))) await readFile(file);
}
