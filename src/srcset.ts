/** Addresses in `srcset` and `imagesrcset`, as the HTML Standard parses them (section 4.8.4.2.2). */

interface Candidate {
  readonly start: number;
  readonly address: string;
}

export function addressesInSrcset(srcset: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const candidate = /[\s,]*(\S+)/y;
  for (let match = candidate.exec(srcset); match; match = candidate.exec(srcset)) {
    const [, run = ""] = match;
    const address = run.replace(/,+$/, "");
    if (address !== "") found.push({ start: candidate.lastIndex - run.length, address });
    // A comma right after the address ends the candidate; else a descriptor follows, up to a comma outside brackets.
    if (address === run) candidate.lastIndex = endOfDescriptor(srcset, candidate.lastIndex);
  }
  return found;
}

export function writeSrcset(srcset: string, rename: (address: string) => string): string {
  let result = "";
  let done = 0;
  for (const { start, address } of addressesInSrcset(srcset)) {
    result += srcset.slice(done, start) + rename(address);
    done = start + address.length;
  }
  return result + srcset.slice(done);
}

function endOfDescriptor(srcset: string, from: number): number {
  let depth = 0;
  for (let at = from; at < srcset.length; at++) {
    const sign = srcset[at];
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "," && depth <= 0) return at + 1;
  }
  return srcset.length;
}
