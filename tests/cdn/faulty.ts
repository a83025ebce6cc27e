/**
 * Faults of a store for tests of a deploy, and what must hold whatever they do.
 */
import * as assert from "uvu/assert";
import { list, read } from "../../plugins/output.ts";
import type { S3Asked, S3Fault, S3Server } from "./s3Server.ts";

/** The next so many requests that match go wrong. */
export function first(times: number, matches: (asked: S3Asked) => boolean, fault: S3Fault): (asked: S3Asked) => S3Fault | undefined {
  let left = times;
  return (asked) => {
    if (!matches(asked) || left === 0) return undefined;
    left -= 1;
    return fault;
  };
}
export const isPut = ({ method, key }: S3Asked): boolean => method === "PUT" && !key.startsWith(".wegwijzer/");
export const putOf = (pattern: RegExp) => (asked: S3Asked): boolean => asked.method === "PUT" && pattern.test(asked.key);
export const isList = ({ query }: S3Asked): boolean => query.includes("list-type");

/** What readers can ask for is of these sites, whole, and every page finds its assets. */
export function assertWhole({ objects }: S3Server, sites: readonly string[]): void {
  for (const [key, { bytes }] of objects) {
    if (key.startsWith(".wegwijzer/")) continue;
    assert.ok(sites.some((site) => list(site).includes(key) && read(site, key).equals(bytes)), `${key} is of no release`);
    for (const [, asset = ""] of String(bytes).matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)) assert.ok(objects.has(asset), `${key} refers to ${asset}`);
  }
}
