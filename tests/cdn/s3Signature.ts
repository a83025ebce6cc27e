/**
 * Checks a request as an S3-compatible store does: signature, hash of the body, clock.
 *
 * "Signature Calculations for the Authorization Header", Amazon S3 API Reference.
 */
import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const SKEW_MS = 15 * 60_000;

const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** The code of the fault, or nothing. */
export function signatureFault(request: IncomingMessage, body: Uint8Array, keys: Keys, nowMs: number): string | undefined {
  const match = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? "");
  if (!match) return "AccessDenied";
  const [, id = "", day = "", region = "", signed = "", signature] = match;
  if (id !== keys.accessKeyId) return "InvalidAccessKeyId";
  const date = String(request.headers["x-amz-date"]);
  if (Math.abs(timeOf(date) - nowMs) > SKEW_MS) return "RequestTimeTooSkewed";
  const told = String(request.headers["x-amz-content-sha256"]);
  if (told !== "UNSIGNED-PAYLOAD" && told !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const text = ["AWS4-HMAC-SHA256", date, `${day}/${region}/s3/aws4_request`, sha256(canonical(request, signed, told))].join("\n");
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region));
  return createHmac("sha256", key).update(text).digest("hex") === signature ? undefined : "SignatureDoesNotMatch";
}

const timeOf = (date: string): number => Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

function canonical({ method = "GET", url = "/", headers }: IncomingMessage, signed: string, told: string): string {
  const [path = "/", query = ""] = url.split("?");
  // As sent, save that a plus in a query is a space.
  const pairs = query.split("&").filter((pair) => pair !== "").map((pair) => strict(pair.replace(/\+/g, "%20"))).sort();
  const lines = signed.split(";").map((name) => `${name}:${String(headers[name] ?? "").trim().replace(/\s+/g, " ")}\n`);
  return [method, strict(path), pairs.join("&"), lines.join(""), signed, told].join("\n");
}

const strict = (text: string): string => text.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
