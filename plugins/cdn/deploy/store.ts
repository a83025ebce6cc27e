/**
 * What a deploy asks of a store, whatever it is: a folder, or a bucket.
 *
 * Every method either did what it says, verified, or throws a `StoreError`.
 */
import type { Headers } from "../../../src/cdn/headerRules.ts";

export interface Listed {
  readonly path: string;
  readonly size: number;
  /** Changes when the bytes change; absent where nothing does so for sure. */
  readonly tag?: string;
}

/** What the store vouches for. */
export interface Vouched {
  readonly hash?: string;
  readonly headers?: string;
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly tag: string;
  /** Since it was written, by the clock of the store. */
  readonly ageMs: number;
}

export interface Store {
  /** For people: `folder /srv/site`, `s3://bucket/prefix`. */
  readonly name: string;
  /** Whether the store keeps headers beside an object; a folder leaves that to its server. */
  readonly keepsHeaders: boolean;
  /** All files, those of the deploy itself too; sorted by path. */
  list(): Promise<readonly Listed[]>;
  /** Undefined when the file is gone meanwhile. */
  look(path: string): Promise<Vouched | undefined>;
  read(path: string): Promise<Content | undefined>;
  /** Whole and verified, or not at all. @returns the tag that a listing will show. */
  put(path: string, bytes: Uint8Array, hash: string, headers: Headers): Promise<string | undefined>;
  /** Writes only where nothing stands. @returns the tag, or undefined when something does. */
  create(path: string, bytes: Uint8Array): Promise<string | undefined>;
  /** Writes only over what has this tag. @returns the new tag, or undefined when it has another. */
  replace(path: string, bytes: Uint8Array, tag: string): Promise<string | undefined>;
  /** Also right when nothing stands there. */
  remove(path: string): Promise<void>;
  /** Ends what the writes so far have left open: after it a loss of power loses none of them. */
  settle(): Promise<void>;
  /** Under the lock: takes away what a deploy that was killed had under way. */
  tidy(): Promise<void>;
}

/** Why a store could not do what it was asked, in words for a maintainer; never holds a credential. */
export class StoreError extends Error {
  /** Whether to ask for the same again makes sense. */
  readonly isPassing: boolean;
  constructor(message: string, options: { readonly cause?: unknown; readonly isPassing?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.isPassing = options.isPassing ?? false;
  }
}
