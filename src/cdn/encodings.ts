/** When a compressed sibling of a file is worth having: one that spares less costs a host more than it gives a reader. */

const minSaved = { bytes: 100, share: 0.05 };

export const gains = (size: number, compressed: number): boolean => size - compressed >= Math.max(minSaved.bytes, size * minSaved.share);

/** Smaller files cannot gain. */
export const minSize = minSaved.bytes * 2;
