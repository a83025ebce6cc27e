/**
 * The worker that removes itself and all that the other one stored: the kill switch, and what is
 * served while a site is being written.
 */
import { scope, worker } from "./scope.ts";

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  const leave = async (): Promise<void> => {
    const own = (await caches.keys()).filter((name) => /^wegwijzer-\d+ /.test(name) && name.endsWith(` ${scope.pathname}`));
    await Promise.all(own.map((name) => caches.delete(name)));
    await worker.registration.unregister();
  };
  event.waitUntil(leave());
});
