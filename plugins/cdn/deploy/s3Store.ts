/**
 * A bucket of an S3-compatible store, addressed by path so that any endpoint will do.
 *
 * A PUT is whole or not there. Each carries its hash in the signature, as a checksum and as metadata; what
 * the store says it kept is compared, and where it says nothing, read back.
 */
import { createHash } from "node:crypto";
import { headersText } from "../../../src/cdn/deploy/entry.ts";
import { parseListing } from "../../../src/cdn/deploy/s3.ts";
import type { Headers as TableHeaders } from "../../../src/cdn/headerRules.ts";
import { hashOf } from "../../release.ts";
import { type Patience, persist } from "./patience.ts";
import type { Answer, Ask } from "./s3Request.ts";
import { type Content, type Listed, type Store, StoreError } from "./store.ts";

export interface Bucket {
  readonly bucket: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
}

export function s3Store({ bucket, prefix }: Bucket, ask: Ask, patience: Patience): Store {
  const at = (path: string): string => `/${bucket}/${encoded(prefix + path)}`;
  const write = async (path: string, bytes: Uint8Array, headers: TableHeaders, condition: TableHeaders): Promise<Answer> =>
    ask({ method: "PUT", path: at(path), body: bytes, headers: { ...headers, ...checksums(bytes), ...condition }, expected: [412] });
  const conditional = async (path: string, bytes: Uint8Array, condition: TableHeaders): Promise<string | undefined> => {
    const answer = await write(path, bytes, { "Content-Type": "application/json", "Cache-Control": "no-store" }, condition);
    return answer.status === 412 ? undefined : tagOf(answer);
  };
  return {
    name: `s3://${bucket}/${prefix}`,
    keepsHeaders: true,
    list: () => listAll({ bucket, prefix }, ask, patience),
    look: async (path) => {
      const answer = await ask({ method: "HEAD", path: at(path), expected: [404] });
      return answer.status === 404 ? undefined : vouchedOf(answer);
    },
    read: (path) => readObject(at(path), ask),
    put: (path, bytes, hash, headers) =>
      persist(patience, path, async () => {
        const answer = await write(path, bytes, { ...headers, ...metadata(hash, headers) }, {});
        if (answer.status === 412) throw new StoreError("the store refuses to write over it (412)");
        if (!(await isKept(answer, bytes, hash, () => readObject(at(path), ask)))) {
          throw new StoreError("the store kept other bytes than were sent", { isPassing: true });
        }
        return tagOf(answer);
      }),
    create: (path, bytes) => conditional(path, bytes, { "If-None-Match": "*" }),
    replace: (path, bytes, tag) => conditional(path, bytes, { "If-Match": `"${tag}"` }),
    remove: async (path) => void (await ask({ method: "DELETE", path: at(path), expected: [404] })),
    settle: () => Promise.resolve(),
    tidy: () => Promise.resolve(),
  };
}

const encoded = (path: string): string => path.split("/").map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");

async function listAll({ bucket, prefix }: Bucket, ask: Ask, patience: Patience): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ "list-type": "2", "encoding-type": "url", prefix, ...(token === undefined ? {} : { "continuation-token": token }) });
    const page = await persist(patience, `the list of ${bucket}`, async () => {
      const { body } = await ask({ method: "GET", path: `/${bucket}?${query.toString()}` });
      return whole(new TextDecoder().decode(body));
    });
    listed.push(...page.objects.map(({ key, size, etag }) => ({ path: key.slice(prefix.length), size, tag: etag })));
    token = page.next;
  } while (token !== undefined);
  // A console makes folders as objects whose name ends with a slash.
  return listed.filter(({ path }) => path !== "" && !path.endsWith("/")).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function whole(xml: string): ReturnType<typeof parseListing> {
  try {
    return parseListing(xml);
  } catch (cause) {
    throw new StoreError((cause as Error).message, { cause, isPassing: true });
  }
}

const digest = (algorithm: "md5" | "sha256", bytes: Uint8Array, form: "hex" | "base64"): string => createHash(algorithm).update(bytes).digest(form);

const checksums = (bytes: Uint8Array): TableHeaders => ({
  "x-amz-content-sha256": digest("sha256", bytes, "hex"),
  "x-amz-checksum-sha256": digest("sha256", bytes, "base64"),
});

/** Kept beside the object, so that a deploy that was broken off is known again. */
const metadata = (hash: string, headers: TableHeaders): TableHeaders => ({ "x-amz-meta-sha256": hash, "x-amz-meta-headers": encodeURIComponent(headersText(headers)) });

const vouchedOf = ({ headers }: Answer): { readonly hash?: string; readonly headers?: string } => {
  const [hash, told] = [headers.get("x-amz-meta-sha256"), headers.get("x-amz-meta-headers")];
  return { ...(hash === null ? {} : { hash }), ...(told === null ? {} : { headers: decoded(told) }) };
};

/** Somebody else may have written metadata of that name. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Then it is none of ours, and equal to nothing.
    return `other: ${text}`;
  }
}

const tagOf = ({ headers }: Answer): string => (headers.get("etag") ?? "").replace(/^(W\/)?"|"$/g, "");

/** Most stores answer with the MD5 of what they kept, or with the checksum; the others are read. */
async function isKept(answer: Answer, bytes: Uint8Array, hash: string, read: () => Promise<Content | undefined>): Promise<boolean> {
  const checksum = answer.headers.get("x-amz-checksum-sha256");
  if (checksum !== null) return checksum === digest("sha256", bytes, "base64");
  if (tagOf(answer) === digest("md5", bytes, "hex")) return true;
  const content = await read();
  return content !== undefined && hashOf(content.bytes) === hash;
}

async function readObject(path: string, ask: Ask): Promise<Content | undefined> {
  const answer = await ask({ method: "GET", path, expected: [404] });
  if (answer.status === 404) return undefined;
  const [now, then] = [Date.parse(answer.headers.get("date") ?? ""), Date.parse(answer.headers.get("last-modified") ?? "")];
  return { bytes: answer.body, tag: tagOf(answer), ageMs: Number.isNaN(now - then) ? 0 : now - then };
}
