/**
 * One request to an S3-compatible store: signed, with a time-out, tried again while that makes sense.
 */
import { AwsClient } from "aws4fetch";
import { faultText, parseFault } from "../../../src/cdn/deploy/s3.ts";
import { isPassing } from "../../../src/cdn/deploy/retry.ts";
import { type Patience, persist, RefusedError } from "./patience.ts";

export interface S3Access {
  /** `https://s3.eu-central-1.amazonaws.com`, without a slash at the end. */
  readonly endpoint: string;
  readonly region: string;
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };
}

export interface Asked {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** Percent-encoded, with its query: `/bucket/key?list-type=2`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Statuses that are answers and no faults. */
  readonly expected?: readonly number[];
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export type Ask = (asked: Asked) => Promise<Answer>;

/** Makes the function that asks; its answers are whole, and 2xx or expected. */
export function asker({ endpoint, region, keys }: S3Access, patience: Patience): Ask {
  const client = new AwsClient({ ...keys, service: "s3", region, retries: 0 });
  return (asked) => persist(patience, `${asked.method} ${decodeURIComponent(asked.path.split("?")[0] ?? "")}`, async () => {
    const signed = await client.sign(`${endpoint}${asked.path}`, {
      method: asked.method,
      headers: { ...asked.headers },
      ...(asked.body ? { body: asked.body as Uint8Array<ArrayBuffer> } : {}),
    });
    // A redirect would carry the signature to somebody else.
    const response = await fetch(signed, { redirect: "manual", signal: AbortSignal.any([AbortSignal.timeout(patience.timeoutMs), patience.stop]) });
    const body = new Uint8Array(await response.arrayBuffer());
    if (response.ok || asked.expected?.includes(response.status)) return { status: response.status, headers: response.headers, body };
    throw faultOf(response, body);
  });
}

function faultOf(response: Response, body: Uint8Array): RefusedError {
  const { code } = parseFault(new TextDecoder().decode(body));
  const theirs = Date.parse(response.headers.get("date") ?? "");
  const skewS = Number.isNaN(theirs) ? undefined : Math.round((Date.now() - theirs) / 1000);
  return new RefusedError(faultText(response.status, code, skewS), isPassing(response.status, code), response.headers.get("retry-after"));
}
