/**
 * The content security policy: nothing but what the site itself serves.
 *
 * As internet.nl (`http_headers.py`) and Mozilla Observatory want it: no `unsafe-*`, no `data:`, and
 * each directive that has no fallback is named.
 */

export type Policy = Readonly<Record<string, readonly string[]>>;

/** @param styles - Hashes of the style sheets within pages, in base64. */
export function policyOf(styles: readonly string[], trustedTypes: readonly string[], more: Policy = {}): Policy {
  const strict: Policy = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", ...styles.map((hash) => `'sha256-${hash}'`)],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": trustedTypes.length === 0 ? ["'none'"] : trustedTypes,
  };
  return { ...strict, ...more };
}

export const policyText = (policy: Policy): string => Object.entries(policy).map(([name, sources]) => [name, ...sources].join(" ")).join("; ");

/** What the auditors would say of a policy: the directive and the fault, or nothing. */
export function faultsOfPolicy(policy: Policy): readonly string[] {
  const sources = Object.entries(policy).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return [
    ...sources.filter(({ value }) => refusedSources.some((pattern) => pattern.test(value))).map(({ name, value }) => `${name} ${value}`),
    ...closed.filter((name) => !(policy[name] ?? []).every((value) => value === "'none'" || value === "'self'") || (policy[name] ?? []).length === 0).map((name) => `${name} ${(policy[name] ?? ["is missing"]).join(" ")}`),
    ...(policy["require-trusted-types-for"]?.includes("'script'") === true ? [] : ["require-trusted-types-for is missing"]),
  ];
}

/** A source without scheme, a wildcard, or what lets code in. */
const refusedSources: readonly RegExp[] = [
  /^'unsafe-/, /^(https?|data|blob|filesystem|mediastream):$/, /^http:/, /^\*/, /^(https:\/\/)?(\*|127\.0\.0\.1)(:|\/|$)/,
  /^(?!https:\/\/)[\w*-]+(\.[\w-]+)+/,
];

const closed = ["default-src", "frame-ancestors", "base-uri", "form-action"];
