/**
 * What the worker, the page's part and the tests say to each other: messages, records, and what is
 * seen in a page.
 *
 * Only types and names that are fixed; nothing here runs.
 */

/** Where the worker stands, at the root of the site; its text is the same for every release. */
export const workerName = "service-worker.js";
/** Folder of the scripts and of the list of pages, below the output. */
export const offlineFolder = "wegwijzer-offline";
/** Address and title of every page that readers can go to; in the shell. */
export const pagesName = "pages.json";

/** The pack that is always stored, and the one that holds everything. */
export const [shellPack, wholePack] = ["shell", "all"] as const;

/**
 * The one cache, by the scope of the worker: `wegwijzer-1 /` or `wegwijzer-1 /prefix/`.
 *
 * Its keys are addresses that no site has, below the scope:
 *
 *     .wegwijzer/body/<hash>.<ending>   a file, verified, with the headers that it came with
 *     .wegwijzer/release/<seal>         the text of a release manifest
 *     .wegwijzer/state                  `Stored`; written last, so that a release is there or is not
 *     .wegwijzer/tabs                   `Tabs`
 */
export const cachePrefix = "wegwijzer-1 ";
export const keyFolder = ".wegwijzer/";

/** Bodies are kept by hash, and by ending too: equal bytes of another type have other headers. */
export const bodyKey = (path: string, hash: string): string => `${keyFolder}body/${hash}.${/\.(\w+)$/.exec(path)?.[1] ?? ""}`;
export const releaseKey = (seal: string): string => `${keyFolder}release/${seal}`;
export const stateKey = `${keyFolder}state`;
export const tabsKey = `${keyFolder}tabs`;

/** What the worker remembers. */
export interface Stored {
  /** Seal of the release that readers get; empty before the first is whole. */
  readonly current: string;
  /** Seal of the release that is being fetched; empty when none is. */
  readonly next: string;
  /** Packs to be stored beside the shell, by name. */
  readonly packs: readonly string[];
  /** Whether the whole site may be stored without asking; false once a reader removed something. */
  readonly quiet: boolean;
  /** Whether the reader stopped the fetching of packs. */
  readonly paused: boolean;
  /** Since when a newer release cannot be had though the host answers; 0 when nothing is amiss. */
  readonly stuck: number;
}

/** Client id -> seal of the release that the tab sees, or `=` and the hash of its page when that is of none that is stored. */
export type Tabs = Readonly<Record<string, string>>;

/** From a page to the worker. */
export type Request = Wish & {
  /** How the page names itself, `data-wegwijzer-page`: the hash of its text. */
  readonly page: string;
};

export type Wish =
  /** A page was opened: look for a newer release, mend what is missing, fetch on. */
  | { readonly kind: "visit"; /** No Save-Data, no metered connection. */ readonly generous: boolean }
  /** Tell the state anew. */
  | { readonly kind: "tell" }
  /** Store a pack, or remove it. */
  | { readonly kind: "choose"; readonly pack: string; readonly wanted: boolean }
  | { readonly kind: "pause"; readonly paused: boolean };

export interface PackState {
  readonly name: string;
  /** Empty for the shell and the whole site, which the page names in its own language. */
  readonly title: string;
  /** Bytes on the device when whole; what of them is there now. */
  readonly size: number;
  readonly stored: number;
  /** Bytes on the way, compressed, when nothing is there yet; an estimate of the build. */
  readonly transfer: number;
  readonly wanted: boolean;
}

/** Why something is not stored: told in words on the page of offline. */
export type Trouble =
  /** Bytes are not those of the release, or the host answered with an error. */
  | "mismatch"
  /** The network did not answer. */
  | "network"
  /** No room on the device. */
  | "quota"
  /** The host changes HTML on the way. */
  | "rewritten"
  /** The manifest is of a newer format. */
  | "format";

/** From the worker to every page, whenever it changes. */
export interface State {
  readonly kind: "state";
  /** Id of the release that is stored, or empty. */
  readonly release: string;
  /** How that release is named for readers: a date, or the id. */
  readonly version: string;
  /** Id of the release that this tab sees; empty when it sees none that is stored. */
  readonly tab: string;
  /** Whether files are being fetched. */
  readonly busy: boolean;
  /** Whether nothing is left to be done for the last visit: what is said stays so until the next one. */
  readonly settled: boolean;
  readonly paused: boolean;
  readonly trouble: Trouble | "";
  /** Bytes on the device, all of them. */
  readonly bytes: number;
  /** The shell first, the whole site last; of the stored release, or of the one that is being fetched. */
  readonly packs: readonly PackState[];
}

/**
 * `document.documentElement.dataset.offline`, which also other scripts and styles may read:
 *
 * - `none`: nothing is stored, or this browser cannot.
 * - `storing`: something is being fetched.
 * - `partial`: the shell is stored whole, and packs perhaps, but not the whole site.
 * - `stored`: the whole site is.
 * - `aside`: the host rewrites pages, so nothing is stored.
 *
 * Beside it `offlineRelease`, `offlineTab` and `offlineTrouble` (as in `State`, empty where there is
 * none), `offlineSettled` (`true` once the visit of this page is dealt with, `false` while the worker
 * is at work), and `offlineUpdate`: the id of a newer release while the quiet line offers it. A `wegwijzer:offline` event on `document`
 * carries the whole `State` as its detail. Without a connection, where not all is stored, `searchNote`
 * says so in words, for whatever searches.
 */
export type Seen = "none" | "storing" | "partial" | "stored" | "aside";

export const stateEvent = "wegwijzer:offline";

/** Marks of elements. `data-wegwijzer-offline` is what a page puts down; the scripts make the others. */
export const marks = {
  /** Empty: all packs and what is stored; with the name of a pack: the control of that pack. */
  place: "data-wegwijzer-offline",
  /** The sentence that says what is stored. */
  state: "data-wegwijzer-offline-state",
  /** A button; `store`, `remove`, `pause` or `resume`, with `data-pack`. */
  action: "data-wegwijzer-offline-do",
  /** The list of stored pages. */
  list: "data-wegwijzer-offline-list",
  /** On the tag of the page's script: the hash of the page's text without it. */
  page: "data-wegwijzer-page",
  /** The quiet line of an update; it holds one button that reloads and one that closes it. */
  update: "data-wegwijzer-update",
} as const;
