/** What a state comes down to, in one word: see `Seen`. */
import { type PackState, type Seen, shellPack, type State, wholePack } from "../../../src/offline/protocol.ts";

export const isWhole = (pack: PackState | undefined): boolean => pack !== undefined && pack.stored === pack.size;

export function seenIn({ release, busy, trouble, packs }: State): Seen {
  const whole = (name: string): boolean => isWhole(packs.find((pack) => pack.name === name));
  if (busy) return "storing";
  if (release === "") return trouble === "rewritten" ? "aside" : "none";
  if (whole(wholePack)) return "stored";
  return whole(shellPack) ? "partial" : "none";
}
