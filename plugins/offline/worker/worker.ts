/**
 * Stores a site release by release, and answers from what is stored.
 *
 * Its text is the same for every release: what changes is the release manifest. Nothing is fetched
 * while it installs, since an install that waits for a network can hang; visits set the work going.
 */
import type { Request as Asked } from "../../../src/offline/protocol.ts";
import { adopt } from "./adopt.ts";
import { answer } from "./answer.ts";
import { change, type Memory, recall } from "./memory.ts";
import { scope, worker } from "./scope.ts";
import { tell } from "./tell.ts";
import { visit } from "./work.ts";

/**
 * Read once in a life of the worker, when it is first asked for something: before, the worker that it
 * follows may still be at work.
 */
const life: { memory?: Promise<Memory> } = {};
const memory = (): Promise<Memory> => (life.memory ??= recall());

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.url.startsWith(scope.href) && /^(GET|HEAD)$/.test(request.method);
  const isPrefetch = request.mode === "navigate" && event.resultingClientId === "";
  if (!isOurs || (request.cache === "only-if-cached" && request.mode !== "same-origin")) return;
  // What is fetched ahead is shown later in a tab that cannot be named now: it could be one of another release.
  if (isPrefetch) return event.respondWith(Response.error());
  event.respondWith(memory().then((known) => answer(known, event)));
});

worker.addEventListener("message", (event) => {
  event.waitUntil(memory().then((known) => obey(known, event.data as Asked, event.source as Client)).catch(() => undefined));
});

async function obey(known: Memory, asked: Asked, client: Client): Promise<void> {
  const { stored } = known;
  if (asked.kind === "visit") known.generous = asked.generous;
  if (asked.kind === "pause") await change(known, { paused: asked.paused });
  if (asked.kind === "choose") {
    const others = stored.packs.filter((name) => name !== asked.pack);
    // Who removes something wants no more than what they chose.
    await change(known, asked.wanted ? { packs: [...others, asked.pack], paused: false } : { packs: others, quiet: false });
  }
  if (asked.kind !== "tell") {
    await visit(known);
    await adopt(known, client, asked.page);
  }
  await tell(known);
}
