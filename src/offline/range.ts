/**
 * A part of a file, as players of sound and film ask for it.
 *
 * @see RFC 9110, section 14: https://www.rfc-editor.org/rfc/rfc9110#section-14
 */
export type Part = { readonly from: number; /** Not in the part. */ readonly to: number } | "all" | "none";

/** `bytes=0-499`, `bytes=500-`, `bytes=-500`; anything else is answered with the whole, as the RFC allows. */
export function partOf(range: string | null, size: number): Part {
  const [, from, to] = /^\s*bytes=(\d*)-(\d*)\s*$/.exec(range ?? "") ?? [];
  if (from === undefined || to === undefined || from + to === "") return "all";
  if (from === "") return Number(to) === 0 || size === 0 ? "none" : { from: Math.max(0, size - Number(to)), to: size };
  if (to !== "" && Number(to) < Number(from)) return "all";
  return Number(from) >= size ? "none" : { from: Number(from), to: to === "" ? size : Math.min(size, Number(to) + 1) };
}
