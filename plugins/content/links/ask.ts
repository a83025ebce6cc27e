/** Asks one address whether it is still there: with HEAD, and with GET where HEAD is not understood. */

/** Why an address gave no page: a status, a code of the network, or one of our own. */
export type Reason = string;

export type Answer =
  | { readonly state: "there" }
  /** Every step on the way said that it is for good. */
  | { readonly state: "moved"; readonly to: string }
  | { readonly state: "gone"; readonly why: Reason }
  /** A refusal, a fault of the server or no answer in time: only a person can tell. */
  | { readonly state: "unsure"; readonly why: Reason };

export interface Patience {
  /** For an answer and all its redirects. */
  readonly timeoutMs: number;
  /** Longest wait that a server may ask for (`Retry-After`) before it is asked once more. */
  readonly maxWaitMs: number;
}

/** Ours, beside statuses and codes of the network. */
export const TOO_LATE = "TIMEOUT";
export const ROUND_AND_ROUND = "REDIRECTS";

const MAX_STEPS = 10;

/** Says who asks; a server may answer a program otherwise than a reader. */
const HEADERS = { "user-agent": "wegwijzer links (checks the links of a site, one at a time)", accept: "text/html,*/*;q=0.8" };

/** Codes of the network that no later try will change: no such name, nobody listens. */
const FINAL_FAULTS = new Set(["ENOTFOUND", "ECONNREFUSED", "ERR_TLS_CERT_ALTNAME_INVALID", "CERT_HAS_EXPIRED"]);

/** Asked too often, or busy: the two that say when to come back. */
const LATER = new Set([429, 503]);

type Step = { readonly answer: Answer } | { readonly waitMs: number; readonly status: number };

export async function ask(url: string, patience: Patience): Promise<Answer> {
  const first = await patiently(url, "HEAD", patience);
  // Who was not reached at all is not reached in another way either.
  if (first.state === "there" || first.state === "moved" || FINAL_FAULTS.has(first.why)) return first;
  return patiently(url, "GET", patience);
}

async function patiently(url: string, method: "HEAD" | "GET", { timeoutMs, maxWaitMs }: Patience): Promise<Answer> {
  const first = await follow(url, method, timeoutMs);
  if ("answer" in first) return first.answer;
  const later: Answer = { state: "unsure", why: String(first.status) };
  if (first.waitMs > maxWaitMs) return later;
  await new Promise((resolve) => setTimeout(resolve, first.waitMs));
  const second = await follow(url, method, timeoutMs);
  return "answer" in second ? second.answer : later;
}

async function follow(url: string, method: "HEAD" | "GET", timeoutMs: number): Promise<Step> {
  const signal = AbortSignal.timeout(timeoutMs);
  let at = url;
  let isForGood = true;
  try {
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const response = await fetch(at, { method, redirect: "manual", signal, headers: HEADERS });
      await response.body?.cancel();
      const waitMs = waitOf(response);
      if (waitMs !== undefined) return { waitMs, status: response.status };
      const next = nextOf(response, at);
      if (next === undefined) return { answer: answerOf(response.status, at, url, isForGood) };
      isForGood &&= response.status === 301 || response.status === 308;
      at = next;
    }
    return { answer: { state: "gone", why: ROUND_AND_ROUND } };
  } catch (cause) {
    return { answer: failed(cause) };
  }
}

/** Seconds, or a date; undefined when nobody asks to wait. */
function waitOf({ status, headers }: Response): number | undefined {
  const value = headers.get("retry-after");
  if (!LATER.has(status) || value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

function nextOf({ status, headers }: Response, from: string): string | undefined {
  const location = headers.get("location");
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from)) return undefined;
  const next = new URL(location, from);
  return /^https?:$/.test(next.protocol) ? next.href : undefined;
}

function answerOf(status: number, at: string, url: string, isForGood: boolean): Answer {
  if (status === 404 || status === 410) return { state: "gone", why: String(status) };
  // A redirect that could not be followed leads nowhere that a reader may go.
  if (status >= 300) return { state: "unsure", why: String(status) };
  return at === new URL(url).href || !isForGood ? { state: "there" } : { state: "moved", to: at };
}

function failed(cause: unknown): Answer {
  if (cause instanceof Error && cause.name === "TimeoutError") return { state: "unsure", why: TOO_LATE };
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : String(cause);
  return { state: FINAL_FAULTS.has(code) ? "gone" : "unsure", why: code };
}
