/** The options of the CDN plugin, checked where they come in. */
import type { HeaderRule, Headers } from "../../src/cdn/headerRules.ts";
import { faultOfPattern } from "../../src/cdn/hosts/pattern.ts";
import type { SecurityContact } from "../../src/cdn/hosting.ts";
import { faultsOfPolicy, type Policy, policyOf } from "../../src/cdn/policy.ts";
import type { Move } from "../../src/cdn/redirects.ts";
import { faultOfContact } from "../../src/cdn/securityTxt.ts";

export interface Options {
  /** Where the site is published: `https://wegwijzer.example`, no slash at the end; undefined until that is decided. */
  readonly origin?: string | undefined;
  /** Other origins that stand for ours in addresses: the one that pages are made with until `origin` is set. */
  readonly standIn?: string | undefined;
  /** Language of problems. */
  readonly language?: "en" | "nl";
  /** Languages in which a report is welcome, for `security.txt`. */
  readonly languages?: readonly string[];
  /** Whom to tell of a fault, and the last day on which that holds; without it there is no `security.txt`. */
  readonly security?: SecurityContact | undefined;
  /** Addresses that lead on; asked for when all pages are written. */
  readonly redirects?: () => readonly Move[];
  /** Patterns of files that are named by their hash elsewhere. */
  readonly immutable?: readonly string[];
  /** Patterns of pictures, styles and fonts that keep their name besides. */
  readonly fixed?: readonly string[];
  /** Rules of the site's own, before all others; each is laid over the headers of the rest. */
  readonly rules?: readonly HeaderRule[];
  /** Headers of every file, laid over ours. */
  readonly headers?: Headers;
  /** Directives of the policy, in place of ours: `{ "media-src": ["'self'"] }`. */
  readonly policy?: Policy;
  /** Names that scripts may give a policy of Trusted Types. */
  readonly trustedTypes?: readonly string[];
  /** Seconds that a browser keeps to https; 0 for never. */
  readonly hstsSeconds?: number;
  /** Whether that holds for names below the site's, too. */
  readonly hstsSubdomains?: boolean;
  /** Rules of the audit that a site breaks on purpose. */
  readonly allow?: readonly string[];
  /** Whether `.br` and `.gz` are written. */
  readonly compress?: boolean;
  /** Folder that keeps what was compressed before. */
  readonly cache?: string;
  /** Page that is shown for an address that leads nowhere, below the output. */
  readonly notFound?: string;
}

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

export const defaults = {
  origin: undefined,
  standIn: undefined,
  language: "en",
  languages: ["en"],
  security: undefined,
  redirects: () => [],
  immutable: ["^wegwijzer-[a-z]+/[a-z]/", "^wegwijzer-[a-z]+/[\\w-]+\\.[0-9a-f]{8}\\.js$"],
  fixed: [],
  rules: [],
  headers: {},
  policy: {},
  trustedTypes: ["wegwijzer"],
  hstsSeconds: TWO_YEARS_S,
  hstsSubdomains: false,
  allow: [],
  compress: true,
  cache: ".cache/wegwijzer/encodings",
  notFound: "404.html",
} as const satisfies Options;

export type Settings = Required<Options>;

/** @throws TypeError or RangeError that names the option, what was expected and what was got. */
export function settingsOf(options: Options): Settings {
  const unknown = Object.keys(options).find((key) => !Object.hasOwn(defaults, key));
  if (unknown !== undefined) throw new TypeError(`cdn: unknown option "${unknown}", expected one of ${Object.keys(defaults).join(", ")}`);
  const settings: Settings = { ...defaults, ...options };
  for (const fault of faultsOf(settings)) throw new RangeError(`cdn: ${fault}`);
  return settings;
}

function faultsOf({ origin, standIn, security, immutable, fixed, rules, policy, trustedTypes, hstsSeconds, headers }: Settings): readonly string[] {
  const origins = [["origin", origin], ["standIn", standIn]] as const;
  const patterns = [...immutable.map((pattern) => ["immutable", pattern] as const), ...fixed.map((pattern) => ["fixed", pattern] as const), ...rules.map(({ pattern }) => ["rules", pattern] as const)];
  const contact = security === undefined ? undefined : faultOfContact(security);
  const texts = [headers, ...rules.map((rule) => rule.headers)].flatMap((table) => Object.entries(table));
  return [
    ...origins.filter(([, value]) => value !== undefined && !/^https?:\/\/[^/\s?#]+$/.test(value)).map(([name, value]) => `option ${name}: expected an origin such as "https://wegwijzer.example", got ${JSON.stringify(value)}`),
    ...patterns.flatMap(([name, pattern]) => faultOfPattern(pattern)?.replace(/^/, `option ${name}: `) ?? []),
    ...texts.filter(([name, value]) => !/^[\w-]+$/.test(name) || /[\r\n"$\\]/.test(value)).map(([name, value]) => `option headers: expected a name and a value on one line, without ", $ and \\, got ${JSON.stringify(`${name}: ${value}`)}`),
    ...faultsOfPolicy(policyOf([], trustedTypes, policy)).map((fault) => `option policy: expected what internet.nl and Mozilla Observatory let pass, got "${fault}"`),
    ...(Number.isInteger(hstsSeconds) && hstsSeconds >= 0 ? [] : [`option hstsSeconds: expected a whole number of seconds, got ${JSON.stringify(hstsSeconds)}`]),
    ...(contact === undefined ? [] : [contact]),
  ];
}
