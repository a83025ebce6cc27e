/** Which compressed siblings of a file are worth having. */

export interface Encoding {
  /** As `Accept-Encoding` names it. */
  readonly name: "br" | "gzip";
  readonly extension: ".br" | ".gz";
}

export const encodings: readonly Encoding[] = [{ name: "br", extension: ".br" }, { name: "gzip", extension: ".gz" }];

/** A sibling that spares less costs a host more than it gives a reader. */
const minSaved = { bytes: 100, share: 0.05 };

export const gains = (size: number, compressed: number): boolean => size - compressed >= Math.max(minSaved.bytes, size * minSaved.share);

/** Smaller files cannot gain. */
export const minSize = minSaved.bytes * 2;
