/**
 * Numbers as text: base-64 digits of five bits each, lowest first, with a bit that says more follow.
 *
 * Under brotli this is 1 % larger than bytes, and hosts compress text by themselves; as decimal
 * numbers with commas the same shards are 14 % larger.
 */
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const valueOf = new Uint8Array(128);
for (let value = 0; value < digits.length; value++) valueOf[digits.charCodeAt(value)] = value;

/** @param value - A whole number from 0 to 2^31 - 1. */
export function encode(value: number): string {
  let text = "";
  let rest = value;
  for (; rest > 31; rest >>>= 5) text += digits[32 | (rest & 31)];
  return text + digits[rest];
}

/** The number that one digit at a place stands for; 0 past the end. */
export const digitAt = (text: string, at: number): number => valueOf[text.charCodeAt(at) & 127] ?? 0;

/** Reads one number after the other; past the end it reads zeros, so that cut text ends and does not hang. */
export interface Reader {
  next(): number;
  /** Whether all was read, and not more. */
  readonly done: boolean;
}

export function reader(text: string): Reader {
  let at = 0;
  return {
    next() {
      let value = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = digitAt(text, at++);
        value |= (digit & 31) << shift;
        if (digit < 32 || at > text.length) return value >>> 0;
      }
    },
    get done() {
      return at === text.length;
    },
  };
}
