/**
 * Numbers for pages that stay put.
 *
 * Postings hold page numbers. Numbered in order, one new page would shift all that follow and change
 * nearly every shard. So a page's number is a hash of its address, in a space wider than the site:
 * a new page takes an empty place, and seldom moves a neighbour.
 */

/** FNV-1a, 32 bits, over UTF-16 code units. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV's low bits are weak on short text: mix the high ones in.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/**
 * The width of the space for a number of pages: a power of two, at least four times as many.
 *
 * A wider space moves fewer neighbours and makes larger postings, and every page moves when it grows.
 * On a large site a few pages that move are a small share, and bytes tell more: there it is twice as
 * many, in four steps from one power to the next.
 */
export function slotSpace(pages: number): number {
  const isLarge = pages >= 4096;
  const least = pages * (isLarge ? 2 : 4);
  let space = 16;
  while (space < least) space *= 2;
  const step = space / 8;
  return isLarge ? Math.ceil(least / step) * step : space;
}

/**
 * Gives every address a slot of its own; the outcome does not depend on the order of the list.
 *
 * @throws RangeError when an address is there twice: readers would be sent to one for the other.
 */
export function slotsOf(addresses: readonly string[]): ReadonlyMap<string, number> {
  const space = slotSpace(addresses.length);
  const taken = new Uint8Array(space);
  const slots = new Map<string, number>();
  for (const address of [...addresses].sort()) {
    if (slots.has(address)) throw new RangeError(`search: two pages have the address ${address}; expected one; give one of them another permalink`);
    let slot = hash32(address) % space;
    while (taken[slot]) slot = (slot + 1) % space;
    taken[slot] = 1;
    slots.set(address, slot);
  }
  return slots;
}
