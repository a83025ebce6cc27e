/**
 * Opens the store that a command names; keys come from the environment and from nowhere else.
 */
import { resolve } from "node:path";
import { parseTarget, type Target } from "../../../src/cdn/deploy/target.ts";
import { folderStore } from "./folderStore.ts";
import type { Patience } from "./patience.ts";
import { asker, type S3Access } from "./s3Request.ts";
import { s3Store } from "./s3Store.ts";
import type { Store } from "./store.ts";

/** Why a command cannot begin: its words or its environment. */
export class UsageError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

export function targetOf(text: string | undefined): Target {
  if (text === undefined) throw new UsageError("expected --to folder:PATH or --to s3://BUCKET[/PREFIX]");
  try {
    return parseTarget(text);
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

export function openStore(target: Target, env: Environment, patience: Patience): Store {
  if (target.kind === "folder") return folderStore(resolve(target.path));
  return s3Store(target, asker(accessIn(env), patience), patience);
}

/** @throws UsageError when a variable is missing or wrong. */
export function accessIn(env: Environment): S3Access {
  const [accessKeyId, secretAccessKey, sessionToken] = [env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"], env["AWS_SESSION_TOKEN"]];
  if (!accessKeyId || !secretAccessKey) {
    const missing = [...(accessKeyId ? [] : ["AWS_ACCESS_KEY_ID"]), ...(secretAccessKey ? [] : ["AWS_SECRET_ACCESS_KEY"])];
    throw new UsageError(`expected keys of the store in the environment; ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set`);
  }
  const region = env["AWS_REGION"] || env["AWS_DEFAULT_REGION"] || "us-east-1";
  const endpoint = endpointOf(env["AWS_ENDPOINT_URL_S3"] || env["AWS_ENDPOINT_URL"] || `https://s3.${region}.amazonaws.com`);
  return { endpoint, region, keys: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) } };
}

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError("AWS_ENDPOINT_URL: expected an address such as https://s3.example.org");
  if (url.username !== "" || url.password !== "") throw new UsageError("AWS_ENDPOINT_URL: expected an address without a user and password; keys go in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** What may never be printed. */
export const secretsIn = (env: Environment): readonly string[] =>
  ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID"].flatMap((name) => env[name] || []);

/** Whatever a store or a system says, a secret in it is not repeated. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, "…").replaceAll(encodeURIComponent(secret), "…"), text);
}
