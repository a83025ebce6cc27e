/**
 * Answers what pages ask for: every tab from one release, from first to last.
 */
import { findFile, type Found } from "../../../src/offline/address.ts";
import type { SealedRelease } from "../../../src/offline/manifest.ts";
import type { ReleaseFile } from "../../../src/release.ts";
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
  // What a tab belonged to may be gone by now.
  const release = (await releaseOf(memory, await sealForPage(memory, event))) ?? (await releaseOf(memory, memory.stored.current));
  const { file, moved } = find(release, event.request);
  if (moved !== undefined) return Response.redirect(moved, 301);
  if (release && file && !isStuck(memory)) {
    const body = await readFile(file);
    if (body) return pinned(memory, event, release, shaped(event.request, body));
  }
  return fromNetwork(memory, event, release, file);
}

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

/** In so many visits, over so long, a newer release could not be had from a host that answers: then its pages go first. */
const [stuckTimes, stuckMs] = [3, 86_400_000];
const isStuck = ({ stored: { stuck } }: Memory): boolean => stuck.times >= stuckTimes && Date.now() - stuck.since > stuckMs;

async function fromNetwork(memory: Memory, event: FetchEvent, release: SealedRelease | undefined, file: ReleaseFile | undefined): Promise<Response> {
  try {
    const response = ((await event.preloadResponse) as Response | undefined) ?? (await fetch(event.request));
    if (response.status < 500) return judged(memory, event, release, response);
    return (await standIn(memory, event, release, file)) ?? judged(memory, event, release, response);
  } catch (error) {
    const instead = await standIn(memory, event, release, file);
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

/** The page itself where it is stored, else the page that says what is. */
async function standIn(memory: Memory, event: FetchEvent, release: SealedRelease | undefined, file: ReleaseFile | undefined): Promise<Response | undefined> {
  const own = file && (await readFile(file));
  if (release && own) return pinned(memory, event, release, shaped(event.request, own));
  const fallback = release?.byPath.get(release.fallback);
  const body = fallback && (await readFile(fallback));
  return release && body ? pinned(memory, event, release, new Response(body.blob, { headers: body.headers, status: 503 })) : undefined;
}

/** What of another release would do harm beside this page; a picture does none. */
const isStrict = ({ destination }: Request): boolean => !/^(image|font|audio|video|track|manifest)$/.test(destination);

async function answerPart(memory: Memory, event: FetchEvent): Promise<Response> {
  const { request, clientId } = event;
  await memory.verdicts.get(clientId);
  const release = await releaseOf(memory, memory.tabs.get(clientId) ?? memory.stored.current);
  const { file } = find(release, request);
  if (!file) return fetch(request);
  const body = await readFile(file);
  if (body) return shaped(request, body);
  if (!isStrict(request)) return fetch(request);
  const { bytes, headers } = await loadFile(file);
  return shaped(request, { blob: new Blob([bytes]), headers });
}
