/**
 * Reads stored files again: what a device has spoilt is thrown away, and is stored no more.
 *
 * A small site is read whole at each visit; of a large one so much, each time from where it ended.
 */
import { type Memory, releaseOf } from "./memory.ts";
import { keyOf, keysThere, readFile } from "./store.ts";

const mostBytes = 8_000_000;

export async function audit(memory: Memory): Promise<void> {
  const { files = [] } = (await releaseOf(memory, memory.stored.current)) ?? {};
  const there = await keysThere();
  let bytes = 0;
  for (let count = 0; count < files.length && bytes < mostBytes; count += 1) {
    const file = files[(memory.audited = (memory.audited + 1) % files.length)];
    if (file && there.has(keyOf(file)) && (await readFile(file))) bytes += file.size;
  }
}
