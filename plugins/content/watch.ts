/** Does something now, and again after each change below a folder, until it is told to stop. */
import { watch } from "node:fs";

/** An editor writes a file in several steps. */
const QUIET_MS = 100;

export function againAfterChanges(folder: string, run: () => Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let running = run();
    const watcher = watch(folder, { recursive: true, ...(signal === undefined ? {} : { signal }) }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => (running = running.then(run)), QUIET_MS);
    });
    watcher.on("error", reject);
    watcher.on("close", () => {
      clearTimeout(timer);
      running.then(resolve, reject);
    });
    running.catch(reject);
  });
}
