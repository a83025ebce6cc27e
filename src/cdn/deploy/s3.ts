/**
 * What an S3-compatible store says, read from its XML.
 *
 * Amazon S3 API Reference: ListObjectsV2, "Error responses".
 */
import { parseDocument } from "htmlparser2";

/** A slice of a parsed document. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly unknown[];
}

export interface S3Object {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}

export interface S3Page {
  readonly objects: readonly S3Object[];
  /** Present when there is more. */
  readonly next?: string;
}

/** @throws RangeError when it is no whole listing: better no plan than one from half a list. */
export function parseListing(xml: string): S3Page {
  const [root] = parsed(xml).filter(({ name }) => name === "ListBucketResult");
  if (!root || !/<\/ListBucketResult>\s*$/.test(xml)) throw new RangeError("the store sent no whole listing");
  // Asked for with `encoding-type=url`, which a store may pass over; who obeys says so, and may write a space as a plus.
  const isEncoded = textOf(root, "EncodingType") === "url";
  const objects = childrenOf(root).filter(({ name }) => name === "Contents").map((contents) => ({
    key: isEncoded ? decodeURIComponent(textOf(contents, "Key").replace(/\+/g, " ")) : textOf(contents, "Key"),
    size: Number(textOf(contents, "Size")),
    etag: textOf(contents, "ETag").replace(/^"|"$/g, ""),
  }));
  const next = textOf(root, "NextContinuationToken");
  if (textOf(root, "IsTruncated") === "true" && next === "") throw new RangeError("the store cut its listing off and gave no way on");
  return { objects, ...(textOf(root, "IsTruncated") === "true" ? { next } : {}) };
}

export interface S3Fault {
  /** `AccessDenied`; empty when the answer is no XML of an error. */
  readonly code: string;
  readonly message: string;
}

export function parseFault(xml: string): S3Fault {
  const [root] = parsed(xml).filter(({ name }) => name === "Error");
  return root ? { code: textOf(root, "Code"), message: textOf(root, "Message") } : { code: "", message: "" };
}

const parsed = (xml: string): readonly Node[] => parseDocument(xml, { xmlMode: true }).children as unknown as readonly Node[];
const childrenOf = ({ children = [] }: Node): readonly Node[] => children as readonly Node[];

function textOf(node: Node, name: string): string {
  const child = childrenOf(node).find((one) => one.name === name);
  return child ? childrenOf(child).map(({ data = "" }) => data).join("") : "";
}

/** What a maintainer can do; the message of the store is left out, since it may repeat what was signed. */
const remedies: Readonly<Record<string, string>> = {
  AccessDenied: "these keys may not do that; the policy must allow GetObject, PutObject, DeleteObject and ListBucket",
  InvalidAccessKeyId: "the store does not know this access key; see AWS_ACCESS_KEY_ID",
  SignatureDoesNotMatch: "the secret key does not fit the access key, or the region is another one; see AWS_SECRET_ACCESS_KEY and AWS_REGION",
  ExpiredToken: "the session has ended; get new keys",
  NoSuchBucket: "there is no such bucket at this endpoint; see AWS_ENDPOINT_URL",
  AuthorizationHeaderMalformed: "the region is another one; see AWS_REGION",
  PermanentRedirect: "the bucket stands in another region; see AWS_REGION",
  EntityTooLarge: "the store takes no object of this size",
  QuotaExceeded: "the store is full",
};

/** @param skewS - Seconds that our clock is ahead of that of the store; undefined when the store did not tell its time. */
export function faultText(status: number, code: string, skewS: number | undefined): string {
  if (code === "RequestTimeTooSkewed") {
    const by = skewS === undefined ? "" : ` by ${Math.abs(skewS)} s (it is ${skewS > 0 ? "ahead" : "behind"})`;
    return `the clock of this machine differs from that of the store${by}; set it right`;
  }
  const remedy = Object.hasOwn(remedies, code) ? remedies[code] : status === 403 ? remedies["AccessDenied"] : undefined;
  return `${status}${code === "" ? "" : ` ${code}`}${remedy === undefined ? "" : `: ${remedy}`}`;
}
