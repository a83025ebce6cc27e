/**
 * What the offline plugin says in a page, as a test reads it: waits on signals, never on time.
 */
import type { Page } from "playwright-core";
import { workerName, type State } from "../../src/offline/protocol.ts";
import type { FaultRow } from "./faultTable.ts";
import { places } from "./faultTable.ts";
import { PATIENCE_MS, type Reader } from "./reader.ts";
import type { SmallRelease } from "./releases.ts";

/** What a page claims: `stored`, the release that it names, and why not. */
export interface Claim {
  readonly kind: string;
  readonly release: string;
  readonly tab: string;
  readonly trouble: string;
  readonly update: string;
}

const nothing: Claim = { kind: "", release: "", tab: "", trouble: "", update: "" };

/** What the page that is open claims; runs in it. */
export const claimed = (): Claim => {
  const { offline = "", offlineRelease = "", offlineTab = "", offlineTrouble = "", offlineUpdate = "" } = document.documentElement.dataset;
  return { kind: offline, release: offlineRelease, tab: offlineTab, trouble: offlineTrouble, update: offlineUpdate };
};

/** Whether a release is said to be stored whole; runs in the page. */
export const isStored = (wanted: string): boolean => {
  const { offline, offlineRelease } = document.documentElement.dataset;
  return offline === "stored" && offlineRelease === wanted;
};

/** A page of the browser's own, or a stranger's, claims nothing. */
export const claimOf = (page: Page): Promise<Claim> => page.evaluate(claimed).catch((error: unknown) => {
  if (/context was destroyed/.test(String(error))) return nothing;
  throw error;
});

/** Waits until the whole of a release is said to be stored. */
export async function stored({ page }: Reader, { id, name }: SmallRelease, patienceMs = PATIENCE_MS): Promise<void> {
  await page.waitForFunction(isStored, id, { timeout: patienceMs }).catch(async () => {
    throw new Error(`${name} (${id}) is not stored after ${patienceMs} ms; the page says ${JSON.stringify(await claimOf(page).catch(String))}`);
  });
}

/** Waits until the worker has done what this visit set going. */
export const settled = async ({ page }: Reader, patienceMs = PATIENCE_MS): Promise<Claim> => {
  await page.waitForFunction(() => document.documentElement.dataset["offlineSettled"] === "true", undefined, { timeout: patienceMs });
  return claimOf(page);
};

/** Waits until a fault has done what it can. */
export async function met(reader: Reader, { where, fault }: FaultRow, from: number): Promise<void> {
  const kind = fault(reader.host).kind;
  const fresh = (path: RegExp) => reader.host.seen((request) => path.test(request.path) && reader.host.log.indexOf(request) >= from);
  if (where === "everything" && kind !== "slow") return;
  await fresh(places[where]);
  // A stranger's page in place of ours asks for nothing more.
  if ((await claimOf(reader.page)).kind === "" && kind !== "slow") return;
  if (where !== "worker" && kind !== "stall" && kind !== "slow") await settled(reader);
}

/** The last state that the worker told this page. */
export const stateOf = ({ page }: Reader): Promise<State | undefined> => page.evaluate(() => (window as { offlineState?: State }).offlineState);

/** Keeps what the worker tells, from the first page on. */
export const keepStates = ({ context }: Pick<Reader, "context">): Promise<void> => context.addInitScript(() => {
  document.addEventListener("wegwijzer:offline", (event) => {
    Object.assign(window, { offlineState: (event as CustomEvent<State>).detail });
  });
}).then(() => undefined);

/** Waits until the browser has asked for the worker again, and no other stands beside the one that is active. */
export async function renewed({ host, page }: Reader, from: number): Promise<void> {
  await host.seen((request) => workerPath.test(request.path) && host.log.indexOf(request) >= from);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (registration.installing ?? registration.waiting ?? registration.active?.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

export const workerPath = new RegExp(`/${workerName.replace(".", "\\.")}$`);
