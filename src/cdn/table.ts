/**
 * The table of a site: what each file is sent with.
 *
 * Every row has all headers, for the first that matches decides; so no host has to know what it
 * would inherit.
 */
import { type HeaderRule, type Headers, IMMUTABLE, REVALIDATE } from "./headerRules.ts";
import { hashedPattern } from "./names.ts";
import { type Policy, policyText } from "./policy.ts";

export interface TableOptions {
  readonly policy: Policy;
  /** Seconds that a browser keeps to https, or 0 for none. */
  readonly hstsSeconds: number;
  /** Whether that holds below the name of the site, too. */
  readonly hstsSubdomains: boolean;
  /** Patterns of files that are named by their hash elsewhere: scripts and shards of the search. */
  readonly immutable: readonly string[];
  /** A site's own rules, before all others; each is laid over the headers of the rest. */
  readonly rules: readonly HeaderRule[];
  /** Laid over the headers of every file. */
  readonly headers: Headers;
}

/** What a page has no use for; a browser then asks nobody for it. */
const refusedFeatures = [
  "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope", "hid", "idle-detection",
  "local-fonts", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
];

export function rulesOf({ policy, hstsSeconds, hstsSubdomains, immutable, rules, headers }: TableOptions): readonly HeaderRule[] {
  const common: Headers = {
    "Content-Security-Policy": policyText(policy),
    ...(hstsSeconds === 0 ? {} : { "Strict-Transport-Security": `max-age=${hstsSeconds}${hstsSubdomains ? "; includeSubDomains" : ""}` }),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": refusedFeatures.map((feature) => `${feature}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...headers,
  };
  const kept = { "Cache-Control": IMMUTABLE, ...common };
  const asked = { "Cache-Control": REVALIDATE, ...common };
  return [
    ...rules.map(({ pattern, headers: own }) => ({ pattern, headers: { ...asked, ...own } })),
    ...[hashedPattern, ...immutable].map((pattern) => ({ pattern, headers: kept })),
    { pattern: "", headers: asked },
  ];
}
