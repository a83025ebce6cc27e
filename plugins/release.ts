/**
 * Reads and writes the release manifest of an output folder.
 */
import { createHash } from "node:crypto";
import { encodeRelease, isReleased, parseRelease, type Release, releaseName, releaseOf } from "../src/release.ts";
import { list, read, write } from "./output.ts";

/** SHA-256 in base64url. */
export const hashOf = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** The release that a folder holds, from its bytes. */
export function releaseIn(folder: string): Release {
  const files = list(folder).filter(isReleased).map((path) => {
    const bytes = read(folder, path);
    return { path, hash: hashOf(bytes), size: bytes.length };
  });
  return releaseOf(files, hashOf);
}

/**
 * Writes the manifest; after it no file of the release may change.
 *
 * @param moreOf - What a plugin adds to the manifest, by its name; made from the release.
 */
export function writeRelease(folder: string, moreOf: (release: Release) => Readonly<Record<string, unknown>> = () => ({})): Release {
  const release = releaseIn(folder);
  write(folder, releaseName, encodeRelease(release, moreOf(release)));
  return release;
}

/** @throws ReleaseError when the manifest cannot be used; Error when there is none. */
export function readRelease(folder: string): Release {
  return parseRelease(read(folder, releaseName).toString("utf8"));
}
