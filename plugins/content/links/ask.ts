/** Asks one address whether it is still there: with HEAD, and with GET where HEAD is not understood. */

export type Answer =
  | { readonly state: "there" }
  /** Every step on the way said that it is for good. */
  | { readonly state: "moved"; readonly to: string }
  | { readonly state: "gone"; readonly why: string }
  /** A refusal, a fault of the server or no answer in time: only a person can tell. */
  | { readonly state: "unsure"; readonly why: string };

const MAX_STEPS = 10;

/** Says who asks; a server may answer a program otherwise than a reader. */
const HEADERS = { "user-agent": "wegwijzer links (checks the links of a site, one at a time)", accept: "text/html,*/*;q=0.8" };

/** Codes of the network that no later try will change: no such name, nobody listens. */
const FINAL_FAULTS = new Set(["ENOTFOUND", "ECONNREFUSED", "ERR_TLS_CERT_ALTNAME_INVALID", "CERT_HAS_EXPIRED"]);

export async function ask(url: string, timeoutMs: number): Promise<Answer> {
  const first = await follow(url, "HEAD", timeoutMs);
  return first.state === "gone" || first.state === "unsure" ? follow(url, "GET", timeoutMs) : first;
}

async function follow(url: string, method: "HEAD" | "GET", timeoutMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  let at = url;
  let isForGood = true;
  try {
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const response = await fetch(at, { method, redirect: "manual", signal, headers: HEADERS });
      await response.body?.cancel();
      const next = nextOf(response, at);
      if (next === undefined) return answerOf(response.status, at, url, isForGood);
      isForGood &&= response.status === 301 || response.status === 308;
      at = next;
    }
    return { state: "gone", why: `${MAX_STEPS} redirects` };
  } catch (cause) {
    return failed(cause, timeoutMs);
  }
}

function nextOf({ status, headers }: Response, from: string): string | undefined {
  const location = headers.get("location");
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from)) return undefined;
  const next = new URL(location, from);
  return /^https?:$/.test(next.protocol) ? next.href : undefined;
}

function answerOf(status: number, at: string, url: string, isForGood: boolean): Answer {
  if (status === 404 || status === 410) return { state: "gone", why: String(status) };
  if (status >= 400) return { state: "unsure", why: String(status) };
  return at === new URL(url).href || !isForGood ? { state: "there" } : { state: "moved", to: at };
}

function failed(cause: unknown, timeoutMs: number): Answer {
  if (cause instanceof Error && cause.name === "TimeoutError") return { state: "unsure", why: `${timeoutMs} ms` };
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : String(cause);
  return { state: FINAL_FAULTS.has(code) ? "gone" : "unsure", why: code };
}
