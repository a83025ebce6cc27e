/** The options of the offline plugin. */
import type { PackOption } from "../../src/offline/packs.ts";

export interface AppOptions {
  readonly name: string;
  /** Below an icon, where twelve letters have room. */
  readonly shortName?: string;
  /** Pictures that the site has: `{ src: "/icon-192.png", sizes: "192x192", type: "image/png" }`. */
  readonly icons?: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose?: "any" | "maskable" }[];
  readonly themeColor?: string;
  readonly backgroundColor?: string;
}

export interface Options {
  /** False writes a worker that removes itself and all that was stored: the way back. */
  readonly enabled?: boolean;
  /** Packs that readers may choose, beside the whole site; a function is asked when all pages are written. */
  readonly packs?: readonly PackOption[] | (() => readonly PackOption[]);
  /** Addresses that are always stored, beside the home page, the page of offline, styles, scripts and fonts. */
  readonly shell?: readonly string[];
  /** Addresses that every pack carries: the search index. */
  readonly together?: readonly string[];
  /** Addresses that are never stored. */
  readonly leaveOut?: readonly string[];
  /** Address of the page that says what is stored; it is made when the site has none. */
  readonly page?: string;
  /** Largest whole site that is stored after a first visit without asking, in compressed bytes. */
  readonly budget?: number;
  /** What readers call the release: a date. Without it, its id. */
  readonly version?: string | (() => string);
  /** The language of the page of offline, where it is made: a BCP 47 tag. */
  readonly language?: string;
  /** Makes the site installable: what the web app manifest says. */
  readonly app?: AppOptions;
  /** Whether the script is put into every page; without it, put `offlineTags` there yourself. */
  readonly script?: boolean;
}

export const defaults = {
  enabled: true,
  packs: [],
  shell: ["/search/", "/zoeken/", "/wegwijzer-search/manifest.json"],
  together: ["/wegwijzer-search/*"],
  leaveOut: ["/404.html", "/robots.txt", "/sitemap.xml", "*.map"],
  page: "/offline/",
  budget: 1_500_000,
  language: "en",
  script: true,
} satisfies Options;

export type Settings = Options & Required<Pick<Options, keyof typeof defaults>>;

const known: readonly string[] = [...Object.keys(defaults), "version", "app"];

/** @throws TypeError or RangeError that names the option, what was expected and what was got. */
export function settingsOf(options: Options): Settings {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new TypeError(`offline: unknown option "${unknown}", expected one of ${known.join(", ")}`);
  const settings = { ...defaults, ...options };
  const { page, budget } = settings;
  if (typeof page !== "string" || !/^\/.*(\/|\.html)$/.test(page)) throw new RangeError(`offline: option page: expected an address such as "/offline/", got ${JSON.stringify(page)}`);
  if (typeof budget !== "number" || !(budget >= 0)) throw new RangeError(`offline: option budget: expected a number of bytes, got ${JSON.stringify(budget)}; 0 stores nothing unasked`);
  for (const name of ["shell", "together", "leaveOut"] as const) checkAddresses(name, settings[name]);
  if (Array.isArray(options.packs)) checkPacks(options.packs);
  return settings;
}

function checkAddresses(name: string, addresses: unknown): void {
  const isList = Array.isArray(addresses) && addresses.every((address) => typeof address === "string" && /^[/*]/.test(address));
  if (!isList) throw new TypeError(`offline: option ${name}: expected a list of addresses such as "/blog/*", got ${JSON.stringify(addresses)}`);
}

/** @throws TypeError or RangeError for a pack that has no name of its own. */
export function checkPacks(packs: readonly PackOption[]): void {
  packs.forEach(({ name, title, match }, at) => {
    if (typeof name !== "string" || name === "" || typeof title !== "string") throw new TypeError(`offline: option packs[${at}]: expected a name and a title, got ${JSON.stringify({ name, title })}`);
    if (["shell", "all"].includes(name)) throw new RangeError(`offline: option packs[${at}]: "${name}" is there already; give it another name`);
    if (packs.findIndex((other) => other.name === name) !== at) throw new RangeError(`offline: option packs[${at}]: two packs are called "${name}"`);
    checkAddresses(`packs[${at}].match`, match);
  });
}
