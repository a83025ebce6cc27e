/**
 * Where to: `folder:PATH` or `s3://BUCKET[/PREFIX]`.
 */
export type Target =
  | { readonly kind: "folder"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      /** Empty, or with a slash at its end. */
      readonly prefix: string;
    };

/** @throws RangeError with the two forms. */
export function parseTarget(text: string): Target {
  const folder = /^folder:(.+)$/s.exec(text)?.[1];
  if (folder !== undefined) return { kind: "folder", path: folder };
  const [, bucket, rest = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(text) ?? [];
  const parts = rest.split("/").filter((part) => part !== "");
  if (bucket === undefined || parts.some((part) => part === "." || part === "..")) {
    throw new RangeError(`--to: expected folder:PATH or s3://BUCKET[/PREFIX], got "${withoutSecrets(text)}"`);
  }
  return { kind: "s3", bucket, prefix: parts.map((part) => `${part}/`).join("") };
}

/** Somebody may have written a key into an address. */
const withoutSecrets = (text: string): string => text.replace(/\/\/[^/@]*@/, "//…@");
