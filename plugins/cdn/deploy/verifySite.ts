/**
 * A live site beside a release: every file as its host sends it, redirects, and the page for nowhere.
 */
import { urlOf } from "../../../src/cdn/deploy/purge.ts";
import { isPassing } from "../../../src/cdn/deploy/retry.ts";
import { type Difference, differenceOf, type Found } from "../../../src/cdn/deploy/verify.ts";
import { headersOf } from "../../../src/cdn/headerRules.ts";
import type { Hosting, Redirect } from "../../../src/cdn/hosting.ts";
import type { Release } from "../../../src/release.ts";
import { hashOf } from "../../release.ts";
import { type Patience, persist, RefusedError } from "./patience.ts";
import { pool } from "./pool.ts";
import { StoreError } from "./store.ts";

/** @param hosting - What its host should say; undefined compares only bytes. */
export async function verifySite(base: string, release: Release, hosting: Hosting | undefined, patience: Patience): Promise<readonly Difference[]> {
  const files = release.files.filter(({ path }) => path !== hosting?.notFound);
  const found: (readonly Difference[])[] = [];
  await pool(files, async (file, place) => {
    found[place] = differenceOf(file, await lookAt(urlOf(base, file.path), patience), hosting ? headersOf(file.path, hosting) : {});
  });
  const redirects: (readonly Difference[])[] = [];
  await pool(hosting?.redirects ?? [], async (redirect, place) => {
    redirects[place] = await redirectDifference(base, redirect, patience);
  });
  return [...found.flat(), ...redirects.flat(), ...(await nowhereDifference(base, patience))];
}

/** @throws StoreError when the address does not answer well. */
export async function fetched(address: string, patience: Patience): Promise<string> {
  const response = await ask(address, patience);
  if (!response.ok) throw new StoreError(`${address}: expected the file, got status ${response.status}`);
  return response.text();
}

function ask(address: string, patience: Patience): Promise<Response> {
  return persist(patience, address, async () => {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.any([AbortSignal.timeout(patience.timeoutMs), patience.stop]) });
    if (isPassing(response.status, "")) throw new RefusedError(`status ${response.status}`, true, response.headers.get("retry-after"));
    // Read here, so that a connection that breaks half-way is tried again.
    const body = await response.arrayBuffer();
    const isBodiless = [101, 204, 205, 304].includes(response.status);
    return new Response(isBodiless ? null : body, { status: response.status, headers: response.headers });
  });
}

async function lookAt(address: string, patience: Patience): Promise<Found> {
  try {
    const response = await ask(address, patience);
    if (response.status === 404 || response.status === 410) return {};
    if (!response.ok) return { fault: `expected status 200, got ${response.status}${locationIn(response)}` };
    return { hash: hashOf(new Uint8Array(await response.arrayBuffer())), headers: Object.fromEntries(response.headers) };
  } catch (error) {
    patience.stop.throwIfAborted();
    return { fault: (error as Error).message };
  }
}

const locationIn = (response: Response): string => (response.headers.has("location") ? ` to ${response.headers.get("location") ?? ""}` : "");

async function redirectDifference(base: string, { from, to, status }: Redirect, patience: Patience): Promise<readonly Difference[]> {
  const address = new URL(from, base);
  const response = await ask(address.href, patience);
  const target = new URL(response.headers.get("location") ?? "", address).href;
  if (response.status === status && target === new URL(to, base).href) return [];
  return [{ kind: "header", path: from, text: `expected ${status} to ${to}, got ${response.status}${locationIn(response)}` }];
}

/** An address that nobody made; a host that answers 200 to it hides every broken link. */
const nowhere = "wegwijzer-verify-nowhere/";

async function nowhereDifference(base: string, patience: Patience): Promise<readonly Difference[]> {
  const { status } = await ask(`${base}${nowhere}`, patience);
  return status === 404 ? [] : [{ kind: "header", path: nowhere, text: `expected status 404 for an address that leads nowhere, got ${status}` }];
}
