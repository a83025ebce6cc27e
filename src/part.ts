/** A stretch of a text that holds addresses of what the text needs to be shown. */
export interface Part {
  /** In UTF-16 code units, as the text is sliced. */
  readonly start: number;
  readonly end: number;
  /** In order, as a browser understands them: no entities, no escapes. */
  readonly addresses: readonly string[];
  /** The stretch anew, with each address as given. */
  readonly write: (rename: (address: string) => string) => string;
}

/** The text with its addresses as given; where none changes, not a byte does. */
export function rewritten(text: string, parts: readonly Part[], rename: (address: string) => string): string {
  let result = "";
  let done = 0;
  for (const { start, end, addresses, write } of parts) {
    if (addresses.every((address) => rename(address) === address)) continue;
    result += text.slice(done, start) + write(rename);
    done = end;
  }
  return done === 0 ? text : result + text.slice(done);
}
