/**
 * The page's part: registers the worker, tells it of each visit, and says in the page what it answers.
 *
 * Every page has this file, so it stays small; the controls of packs are another, fetched where they stand.
 */
import { marks, type Request, type State, stateEvent, type Wish, workerName } from "../../../src/offline/protocol.ts";
import { offer } from "./offer.ts";
import { pageWords } from "./pageWords.ts";
import { seenIn } from "./seen.ts";

const scope = new URL("..", import.meta.url);
const workerUrl = new URL(workerName, scope).href;
const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
const seen = document.documentElement.dataset;
/** A worker that is ended in the midst of its work says nothing, and a network that failed may be there again. */
const wakeMs = 20_000;

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly metered?: boolean;
}

/** Under Trusted Types only a policy may name a script; ours names one. */
function trusted(url: string): string {
  const policies = (window as { trustedTypes?: Policies }).trustedTypes;
  return policies ? policies.createPolicy("wegwijzer", { createScriptURL: (text) => (text === url ? text : "") }).createScriptURL(url) : url;
}

function visit(): Wish {
  const { saveData, type, metered } = (navigator as { connection?: Connection }).connection ?? {};
  return { kind: "visit", generous: !saveData && !metered && type !== "cellular" };
}

async function begin(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register(trusted(workerUrl), { scope: scope.pathname, updateViaCache: "none" });
  const page = document.querySelector(`[${marks.page}]`)?.getAttribute(marks.page) ?? "";
  const ask = (wish: Wish): void => registration.active?.postMessage({ ...wish, page } satisfies Request);
  const greet = (worker: ServiceWorker | null): void => {
    if (worker?.state === "activated") ask(visit());
    else worker?.addEventListener("statechange", () => worker.state === "activated" && ask(visit()));
  };
  // One that says nothing at all is no worker of ours: empty, or cut off by the host that sent it. Browsers
  // look for another some time after a visit, but not after every one.
  let timer = setTimeout(() => void registration.update().catch(() => undefined), wakeMs);
  workers.addEventListener("message", ({ data, source }: MessageEvent<State>) => {
    if ((source as ServiceWorker | null)?.scriptURL !== workerUrl || data.kind !== "state") return;
    clearTimeout(timer);
    show(data);
    const isUnfinished = !data.settled || (data.trouble === "network" && seen["offline"] !== "stored" && navigator.onLine);
    if (isUnfinished) timer = setTimeout(() => ask(visit()), wakeMs);
  });
  greet(registration.active);
  greet(registration.installing ?? registration.waiting);
  registration.addEventListener("updatefound", () => greet(registration.installing));
  addEventListener("online", () => ask(visit()));
  if (document.querySelector(`[${marks.place}]`)) void controls(ask);
}

/** Fetched where something shows them. */
const controls = async (ask?: (wish: Wish) => void): Promise<void> => {
  const { start } = (await import(new URL(PACKS_SCRIPT, import.meta.url).href)) as typeof import("./packs.ts");
  start(scope, ask);
};

function show(state: State): void {
  const before = seen["offlineTrouble"];
  Object.assign(seen, { offline: seenIn(state), offlineRelease: state.release, offlineTab: state.tab, offlineTrouble: state.trouble, offlineSettled: state.settled });
  // Whatever searches may show it with what it finds.
  if (seen["offline"] === "partial" && state.trouble === "network") seen["searchNote"] = pageWords().partial;
  else delete seen["searchNote"];
  if (state.trouble === "rewritten" && before !== "rewritten") {
    console.warn("wegwijzer: pages do not arrive as they were built, so none is stored; the host changes HTML on the way (a minifier, an inserted script). See the README of wegwijzer/offline.");
  }
  if (state.tab !== "" && state.release !== "" && state.tab !== state.release) offer(state.release);
  document.dispatchEvent(new CustomEvent(stateEvent, { detail: state }));
}

seen["offline"] = "none";
const start = (): unknown => (container ? begin(container).catch((error: unknown) => console.warn("wegwijzer: this site cannot be stored:", error)) : document.querySelector(`[${marks.place}]`) && controls());
if (document.readyState === "complete") start();
else addEventListener("load", start);
