/**
 * Names assets by the hash of their bytes, leaf first: a style sheet that names a picture changes with it.
 */
import { type Standing, renamed, targetOf } from "../address.ts";
import { hashedName } from "./names.ts";
import { type Part, rewritten } from "../part.ts";
import { isMarkup, isStyle, partsOf } from "../parts.ts";

export interface Asset {
  readonly path: string;
  /** Called once, so that a site with many pictures need not lie in memory. */
  readonly read: () => Uint8Array;
}

export interface Named {
  readonly path: string;
  /** What it holds now; undefined when its bytes stay as they are. */
  readonly text: string | undefined;
  /** Assets that it needs, by their former paths. */
  readonly needs: readonly string[];
}

/** Assets that need one another cannot be named: `a.svg`, `b.svg`, `a.svg`. */
export interface Circle {
  readonly paths: readonly string[];
}

export interface Bytes {
  /** SHA-256 in hexadecimal. */
  readonly hash: (bytes: Uint8Array) => string;
  /** Undefined when it is no UTF-8: then its addresses are left alone. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
  readonly encode: (text: string) => Uint8Array;
}

export interface Fingerprints {
  /** By the former path. */
  readonly named: ReadonlyMap<string, Named>;
  readonly circles: readonly Circle[];
}

export function fingerprint(assets: ReadonlyMap<string, Asset>, standing: Standing, bytes: Bytes): Fingerprints {
  const named = new Map<string, Named>();
  const circles: Circle[] = [];
  const visit = (asset: Asset, above: readonly string[]): void => {
    const { path } = asset;
    if (named.has(path)) return;
    if (above.includes(path)) {
      circles.push({ paths: [...above.slice(above.indexOf(path)), path] });
      return;
    }
    const held = asset.read();
    const text = isStyle(path) || isMarkup(path) ? bytes.decode(held) : undefined;
    const parts = text === undefined ? [] : partsOf(path, text);
    const needs = neededBy(path, parts, standing).filter((need) => assets.has(need));
    for (const need of needs) visit(assets.get(need) as Asset, [...above, path]);
    const changed = text === undefined || needs.length === 0 ? undefined : rewritten(text, parts, renamer(path, named, standing));
    const hash = bytes.hash(changed === undefined ? held : bytes.encode(changed));
    named.set(path, { path: path.replace(/[^/]+$/, (name) => hashedName(name, hash)), text: changed, needs });
  };
  for (const path of [...assets.keys()].sort()) visit(assets.get(path) as Asset, []);
  return { named, circles };
}

/** The files of the site that parts lead to, once each. */
export function neededBy(path: string, parts: readonly Part[], standing: Standing): readonly string[] {
  const files = parts.flatMap(({ addresses }) => addresses).flatMap((address) => {
    const target = targetOf(address, path, standing);
    return target.kind === "file" ? [target.path] : [];
  });
  return [...new Set(files)];
}

/** Gives addresses in a file their new names. */
export function renamer(path: string, named: ReadonlyMap<string, Named>, standing: Standing): (address: string) => string {
  return (address) => {
    const target = targetOf(address, path, standing);
    const is = target.kind === "file" ? named.get(target.path) : undefined;
    if (is === undefined || is.path === path) return address;
    const hash = /\.([^.]+)\.[^.]+$/.exec(is.path)?.[1] ?? "";
    return renamed(address, (name) => hashedName(name, hash));
  };
}

/** All that is needed, at first or second hand. */
export function reached(from: Iterable<string>, named: ReadonlyMap<string, Named>): ReadonlySet<string> {
  const seen = new Set(from);
  for (const path of seen) for (const need of named.get(path)?.needs ?? []) seen.add(need);
  return seen;
}
