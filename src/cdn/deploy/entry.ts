/**
 * What a deploy brings to a store: one object, and when it may come.
 */
import { type Headers, type HeaderTable, isImmutable } from "../headerRules.ts";

/**
 * `asset`: named by its hash, so it can come early and leave late. `fixed`: no page, at an address that stays.
 * `page`: refers to assets. `redirect`: leads from a page that was. `last`: tells others which release this is.
 */
export type Role = "asset" | "fixed" | "page" | "redirect" | "last";

export interface Entry {
  /** Below the site's root on the store, with forward slashes: `themas/energie/index.html`. */
  readonly path: string;
  /** SHA-256 of the bytes as they are stored, in base64url. */
  readonly hash: string;
  readonly size: number;
  readonly role: Role;
  /** What the store must say beside it; empty where a server of its own says it. */
  readonly headers: Headers;
  /** A compressed sibling: it comes and goes with another file and is counted with it. */
  readonly sibling?: true;
}

/** Where a deploy keeps what readers need not see; a server may refuse the whole folder. */
export const stateFolder = ".wegwijzer/";
/** The bytes of pages of each release that one can go back to, by hash. */
export const objectPath = (hash: string): string => `${stateFolder}objects/${hash}`;

export const isState = (path: string): boolean => path.startsWith(stateFolder);

/** What announces a release, so it comes when all else is there. */
const lastFiles: readonly RegExp[] = [
  /^release\.json$/,
  /(^|\/)[\w-]*(worker|sw)\.m?js$/,
  /\.(xml|webmanifest)$/,
  /(^|\/)manifest[^/]*\.json$/,
  /(^|\/)robots\.txt$/,
  /^_/,
];

/** The first rule that holds decides. */
export function roleOf(path: string, table: HeaderTable): Role {
  if (isImmutable(path, table)) return "asset";
  if (path.endsWith(".html")) return "page";
  return lastFiles.some((pattern) => pattern.test(path)) ? "last" : "fixed";
}

/** The file that a sibling stands for: `a.css` for `a.css.br`; undefined when it is no sibling. */
export const baseOf = (path: string): string | undefined => /^(.+)\.(br|gz)$/.exec(path)?.[1];

/** The stages of a deploy, in their order; each begins when the one before it has ended well. */
export const stages = ["assets", "pages", "last"] as const;
export type Stage = (typeof stages)[number];

/**
 * When an object may come.
 *
 * A new file at a fixed address has no reader yet, and new pages may need it: it comes with the assets.
 * A changed one has readers of old pages: it comes when the pages are there.
 */
export function stageOf({ role }: Entry, isNew: boolean): Stage {
  if (role === "asset" || (role === "fixed" && isNew)) return "assets";
  return role === "page" || role === "redirect" ? "pages" : "last";
}

/** Headers as one text, equal when they say the same in another order. */
export const headersText = (headers: Headers): string =>
  Object.entries(headers).map(([name, value]) => `${name.toLowerCase()}: ${value}`).sort().join("\n");
