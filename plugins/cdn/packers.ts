/**
 * Threads that compress, one for each core.
 *
 * Node's own pool has four threads whatever the machine, and nobody can widen it once Node has begun.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export type Coder = "br" | "gz";

/** In text, since a thread knows no TypeScript; a name and a date would make gzip differ, so it gets none. */
const code = `
const { parentPort } = require("node:worker_threads");
const { brotliCompressSync, gzipSync, constants } = require("node:zlib");
const coders = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gz: (bytes) => gzipSync(bytes, { level: 9 }),
};
parentPort.on("message", ({ coder, bytes }) => parentPort.postMessage(coders[coder](bytes)));
`;

export interface Task {
  readonly coder: Coder;
  /** Asked for when a thread is free, so that not all files lie in memory. */
  readonly bytes: () => Buffer;
  readonly done: (packed: Buffer) => void;
}

/** Works through all tasks, in their order, as many at a time as there are cores. */
export async function packAll(tasks: readonly Task[]): Promise<void> {
  const waiting = [...tasks];
  const threads = Math.min(availableParallelism(), waiting.length);
  await Promise.all(Array.from({ length: threads }, () => workThrough(waiting)));
}

/** One thread; it takes the next task whenever it is done with one. */
function workThrough(waiting: Task[]): Promise<void> {
  const worker = new Worker(code, { eval: true, execArgv: [], env: {} });
  return new Promise((resolve, reject) => {
    let current: Task | undefined;
    const next = (): void => {
      current = waiting.shift();
      if (current === undefined) worker.terminate().then(() => resolve(), reject);
      else worker.postMessage({ coder: current.coder, bytes: current.bytes() });
    };
    const guarded = (step: () => void) => (): void => {
      try {
        step();
      } catch (error) {
        worker.terminate().then(() => reject(error), reject);
      }
    };
    worker.on("error", reject);
    worker.on("message", (packed: Uint8Array) => guarded(() => {
      current?.done(Buffer.from(packed));
      next();
    })());
    guarded(next)();
  });
}

export function unpack(coder: Coder, packed: Buffer): Buffer | undefined {
  try {
    return coder === "br" ? brotliDecompressSync(packed) : gunzipSync(packed);
  } catch {
    return undefined;
  }
}
