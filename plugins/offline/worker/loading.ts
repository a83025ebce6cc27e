/**
 * Fetches files and believes none of them before its bytes are those of the release.
 */
import { encodePath } from "../../../src/offline/address.ts";
import type { Trouble } from "../../../src/offline/protocol.ts";
import { addressOf, type ReleaseFile } from "../../../src/release.ts";
import { scope } from "./scope.ts";
import { hashOf } from "./store.ts";

/** Why a file could not be had. */
export class Fault extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, cause?: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
  }
}

/** A response that says nothing for so long is given up; one that comes slowly is not. */
const patienceMs = 8_000;

export interface Loaded {
  readonly bytes: ArrayBuffer;
  readonly headers: Headers;
}

/**
 * @param most - Bytes that are read at most, one more than is right is enough to know.
 * @throws Fault
 */
export async function load(address: string, cache: RequestCache, most = Infinity): Promise<Loaded> {
  const control = new AbortController();
  let timer = 0;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), patienceMs);
  };
  let trouble: Trouble = "network";
  try {
    wait();
    const response = await fetch(new URL(encodePath(address), scope), { cache, signal: control.signal, priority: "low" });
    trouble = "mismatch";
    if (response.status !== 200 || new URL(response.url).origin !== scope.origin) throw new Error();
    return { bytes: await readAll(response, most, wait), headers: response.headers };
  } catch (cause) {
    throw new Fault(control.signal.aborted ? "network" : trouble, cause);
  } finally {
    clearTimeout(timer);
    control.abort();
  }
}

async function readAll(response: Response, most: number, moved: () => void): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    moved();
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.length;
    if (size > most) break;
  }
  return new Blob(chunks).arrayBuffer();
}

/**
 * A file of the release: from the browser's own cache where that has it, else past all caches, since
 * what is wrong may have been kept on the way.
 *
 * @throws Fault
 */
export async function loadFile(file: ReleaseFile): Promise<Loaded> {
  const attempt = async (cache: RequestCache): Promise<Loaded> => {
    const loaded = await load(addressOf(file.path), cache, file.size);
    if (loaded.bytes.byteLength !== file.size || (await hashOf(loaded.bytes)) !== file.hash) throw new Fault("mismatch", file.path);
    return loaded;
  };
  return attempt("default").catch(() => attempt("reload"));
}
