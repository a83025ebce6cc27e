/**
 * Answers what pages ask for: every tab from one release, from first to last.
 */
import { findFile, type Found } from "../../../src/offline/address.ts";
import type { SealedRelease } from "../../../src/offline/manifest.ts";
import { loadFile } from "./loading.ts";
import { type Memory, pin, releaseOf } from "./memory.ts";
import { shaped } from "./reply.ts";
import { scope, worker } from "./scope.ts";
import { hashOf, readFile } from "./store.ts";

export async function answer(memory: Memory, event: FetchEvent): Promise<Response> {
  return event.request.mode === "navigate" ? answerPage(memory, event) : answerPart(memory, event);
}

const find = (release: SealedRelease | undefined, { url }: Request): Found => (release ? findFile(release.byPath, scope.href, url) : {});

async function answerPage(memory: Memory, event: FetchEvent): Promise<Response> {
  const { current, stuck } = memory.stored;
  const release = await releaseOf(memory, current);
  // What a tab belonged to may be gone by now, or never have been here whole.
  const candidates = [await releaseOf(memory, await sealForPage(memory, event)), release];
  const { moved } = find(release, event.request);
  if (moved !== undefined) return Response.redirect(moved, 301);
  const own = async (): Promise<Response | undefined> => {
    for (const candidate of candidates) {
      const { file } = find(candidate, event.request);
      const body = file && (await readFile(file));
      if (body && candidate) return pinned(memory, event, candidate, shaped(event.request, body));
    }
    return undefined;
  };
  // A newer release could not be had for long from a host that answers: then its pages go first.
  const isStuck = stuck > 0 && Date.now() - stuck > stuckMs;
  return (isStuck ? undefined : await own()) ?? fromNetwork(memory, event, release, own);
}
const stuckMs = 86_400_000;

/** A page may belong to the release of the page before it in the tab; who reloads wants the newest. */
async function sealForPage(memory: Memory, { request, clientId }: FetchEvent): Promise<string> {
  const { stored: { current }, tabs } = memory;
  if (request.cache === "no-cache" || request.cache === "reload") return current;
  const before = tabs.get(clientId || (await clientAt(request.referrer)));
  return before === undefined || before.startsWith("=") ? current : before;
}

/** The tab before, in browsers that do not name it: the one that shows the page from which one came. */
async function clientAt(referrer: string): Promise<string> {
  if (referrer === "") return "";
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = open.filter(({ url }) => url.split("#")[0] === referrer);
  return there.length === 1 ? (there[0]?.id ?? "") : "";
}

function pinned(memory: Memory, event: FetchEvent, { seal }: SealedRelease, response: Response): Response {
  event.waitUntil(pin(memory, event.resultingClientId, seal).catch(() => undefined));
  return response;
}

/** @param own - Gives the page itself, where it is stored. */
async function fromNetwork(memory: Memory, event: FetchEvent, release: SealedRelease | undefined, own: () => Promise<Response | undefined>): Promise<Response> {
  const standIn = async (): Promise<Response | undefined> => (await own()) ?? fallback(memory, event, release);
  try {
    const response = ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request));
    if (response.status < 500) return judged(memory, event, release, response);
    return (await standIn()) ?? judged(memory, event, release, response);
  } catch (error) {
    const instead = await standIn();
    if (instead) return instead;
    throw error;
  }
}

/** A page of another release makes its tab leave its own: page, scripts and index then all come from the network. */
function judged(memory: Memory, event: FetchEvent, release: SealedRelease | undefined, response: Response): Response {
  const { resultingClientId: tab, request } = event;
  if (tab === "" || response.type === "opaqueredirect") return response;
  const copy = response.clone();
  const judge = async (): Promise<void> => {
    const isText = /html/.test(copy.headers.get("content-type") ?? "");
    const hash = isText ? await hashOf(await copy.arrayBuffer()) : "";
    const { file } = find(release, request);
    await pin(memory, tab, release && file?.hash === hash ? release.seal : `=${hash}`);
  };
  const verdict = judge().catch(() => pin(memory, tab, "=")).catch(() => undefined).finally(() => memory.verdicts.delete(tab));
  memory.verdicts.set(tab, verdict);
  event.waitUntil(verdict);
  return response;
}

/** The page that says what is stored. */
async function fallback(memory: Memory, event: FetchEvent, release: SealedRelease | undefined): Promise<Response | undefined> {
  const file = release?.byPath.get(release.fallback);
  const body = file && (await readFile(file));
  return release && body ? pinned(memory, event, release, new Response(body.blob, { headers: body.headers, status: 503 })) : undefined;
}

/** What of another release would do harm beside this page; a picture does none. */
const isStrict = ({ destination }: Request): boolean => !/^(image|font|audio|video|track|manifest)$/.test(destination);

async function answerPart(memory: Memory, event: FetchEvent): Promise<Response> {
  const { request, clientId } = event;
  await memory.verdicts.get(clientId);
  // A tab that was open before the worker was, and whose page it does not know, goes to the network.
  const release = await releaseOf(memory, memory.tabs.get(clientId) ?? "");
  const { file } = find(release, request);
  if (!file) return fetch(request);
  const body = await readFile(file);
  if (body) return shaped(request, body);
  if (!isStrict(request)) return fetch(request);
  const { bytes, headers } = await loadFile(file);
  return shaped(request, { blob: new Blob([bytes]), headers });
}
