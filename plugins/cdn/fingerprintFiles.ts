/** Gives the assets of an output folder their names, and every page the addresses of them. */
import { createHash } from "node:crypto";
import type { Standing } from "../../src/address.ts";
import type { Finding } from "../../src/cdn/finding.ts";
import { type Asset, fingerprint, type Fingerprints, type Named, neededBy, reached, renamer } from "../../src/cdn/fingerprint.ts";
import { isHashable, looksHashed, namesIn } from "../../src/cdn/names.ts";
import { rewritten } from "../../src/part.ts";
import { isMarkup, isStyle, partsOf } from "../../src/parts.ts";
import { list, move, read, remove, write } from "../output.ts";

/** Files whose text may name an asset in a way that is left alone: data, feeds, copies, scripts. */
const mayName = /\.(html?|xhtml|svg|css|m?js|json|jsonld|xml|md|txt|ttl|webmanifest|atom|rss)$/i;

const bytes = {
  hash: (held: Uint8Array): string => createHash("sha256").update(held).digest("hex"),
  decode: (held: Uint8Array): string | undefined => {
    const text = Buffer.from(held).toString("utf8");
    return Buffer.from(text).equals(held) ? text : undefined;
  },
  encode: (text: string): Uint8Array => Buffer.from(text),
};

export interface FileFinding extends Finding {
  readonly path: string;
}

export function fingerprintFiles(folder: string, standing: Standing, fixed: readonly string[]): readonly FileFinding[] {
  const files = list(folder);
  const assets = new Map(files.filter((path) => isHashable(path, fixed)).map((path): [string, Asset] => [path, { path, read: () => read(folder, path) }]));
  const { named, circles } = fingerprint(assets, standing, bytes);
  const { used, names } = rewriteFiles(folder, files.filter((path) => !named.has(path)), named, standing);
  const all = reached(used, named);
  // What no page needs stays as it is, and so does what it names.
  for (const [path, { text }] of named) collect(names, (all.has(path) ? text : undefined) ?? anyTextOf(folder, path));
  for (const path of all) place(folder, path, named.get(path) as Named, names);
  const ours = new Set([...all].map((path) => named.get(path)?.path));
  return [
    ...circles.map(({ paths }): FileFinding => ({ rule: "circle", path: paths[0] ?? "", at: 0, got: paths.join(" -> ") })),
    ...list(folder).filter((path) => looksHashed(path) && !ours.has(path)).map((path): FileFinding => ({ rule: "looks-hashed", path, at: 0, got: path })),
  ];
}

/** What pages need, and every name that stands somewhere when they are done. */
function rewriteFiles(folder: string, files: readonly string[], named: Fingerprints["named"], standing: Standing): { readonly used: ReadonlySet<string>; readonly names: Set<string> } {
  const used = new Set<string>();
  const names = new Set<string>();
  for (const path of files.filter((file) => mayName.test(file))) {
    const text = bytes.decode(read(folder, path));
    // In another encoding its addresses are left alone, and what they lead to keeps its name.
    if (text === undefined) {
      collect(names, anyTextOf(folder, path));
      continue;
    }
    const parts = isMarkup(path) || isStyle(path) ? partsOf(path, text) : [];
    for (const need of neededBy(path, parts, standing)) if (named.has(need)) used.add(need);
    const changed = rewritten(text, parts, renamer(path, named, standing));
    if (changed !== text) write(folder, path, changed);
    collect(names, changed);
  }
  return { used, names };
}

/** What is still called by its own name somewhere keeps it, besides. */
function place(folder: string, path: string, { path: is, text }: Named, names: ReadonlySet<string>): void {
  const isCalled = names.has(path.replace(/^.*\//, ""));
  if (text === undefined && !isCalled) return move(folder, path, is);
  write(folder, is, text ?? read(folder, path));
  if (!isCalled) remove(folder, path);
  else if (text !== undefined) write(folder, path, text);
}

/** For looking for names, which are plain letters in any encoding. */
const anyTextOf = (folder: string, path: string): string => (mayName.test(path) ? read(folder, path).toString("latin1") : "");

function collect(names: Set<string>, text: string): void {
  for (const name of namesIn(text)) names.add(name);
}
