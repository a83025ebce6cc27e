/**
 * The words after `deploy`, `rollback` and `releases`.
 */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Limits, limitDefaults } from "../../../src/cdn/deploy/refusals.ts";
import { retryDefaults } from "../../../src/cdn/deploy/retry.ts";
import type { Target } from "../../../src/cdn/deploy/target.ts";
import type { Encoding } from "./local.ts";
import { targetOf, UsageError } from "./open.ts";

export interface DeployOptions {
  readonly target: Target;
  /** The built site. */
  readonly site: string;
  readonly encoding: Encoding;
  readonly limits: Limits;
  readonly graceMs: number;
  /** A command of the maintainer's that reads addresses, one a line. */
  readonly purge: string | undefined;
  /** A command that runs before anything is deleted. */
  readonly reload: string | undefined;
  readonly isDryRun: boolean;
  readonly isJson: boolean;
  readonly isBreakingLock: boolean;
  readonly isRechecking: boolean;
  readonly timeoutMs: number;
  readonly attempts: number;
  /** The release to go back to; for `rollback` alone. */
  readonly release: string | undefined;
}

export const deployUsage = `wegwijzer deploy --to folder:PATH | s3://BUCKET[/PREFIX]

  --site FOLDER       the built site (default: _site)
  --dry-run           only the plan
  --json              plan and log as one JSON object; what is told meanwhile goes to standard error
  --purge COMMAND     gets the addresses that caches must forget, one a line, when the release is on line
  --reload COMMAND    runs when all files are there and nothing is deleted yet: "nginx -s reload"
  --max-deletes N|N%  files that may go (default: 10%)
  --min-pages N%      fewest pages, beside the last release (default: 50%)
  --may-go /ADDRESS/  a page that may go without a redirect; may be said again
  --grace DAYS        how long old fingerprints and ways back stay (default: 7)
  --encoding NAME     what a bucket gets: none, br or gzip (default: none)
  --preview           a try-out elsewhere: the site needs no address, and pages may go without a redirect
  --break-lock        takes the lock of a deploy that was broken off
  --recheck           asks the store for every file, whatever the last deploy knew
  --timeout SECONDS   of one request (default: 30)
  --attempts N        for one request (default: ${retryDefaults.attempts})

A bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment; AWS_SESSION_TOKEN,
AWS_REGION and AWS_ENDPOINT_URL (or AWS_ENDPOINT_URL_S3) when they differ from Amazon's own.

Exit codes: 0 done, or nothing to do · 1 failed under way: run it again and it goes on · 2 wrong words or
environment · 3 refused, and nothing changed · 130 stopped by hand`;

export const rollbackUsage = `wegwijzer rollback [RELEASE] --to folder:PATH | s3://BUCKET[/PREFIX]

  RELEASE  an id of wegwijzer releases, or how it begins (default: the release that stood there before)

All other options are those of deploy: --dry-run, --json, --purge, --max-deletes, --break-lock …`;

export const releasesUsage = "wegwijzer releases --to folder:PATH | s3://BUCKET[/PREFIX] [--json]";

const words = {
  to: { type: "string" },
  site: { type: "string", default: "_site" },
  encoding: { type: "string", default: "none" },
  purge: { type: "string" },
  reload: { type: "string" },
  "max-deletes": { type: "string" },
  "min-pages": { type: "string" },
  "may-go": { type: "string", multiple: true },
  grace: { type: "string", default: "7" },
  timeout: { type: "string", default: "30" },
  attempts: { type: "string", default: String(retryDefaults.attempts) },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  preview: { type: "boolean", default: false },
  "break-lock": { type: "boolean", default: false },
  recheck: { type: "boolean", default: false },
} as const satisfies ParseArgsConfig["options"];

/** @throws UsageError in words. */
export function readOptions(args: readonly string[], mostPositionals: number): DeployOptions {
  const { values, positionals } = parsed(args);
  if (positionals.length > mostPositionals) throw new UsageError(`expected no "${positionals[mostPositionals] ?? ""}"`);
  const { encoding } = values;
  if (encoding !== "none" && encoding !== "br" && encoding !== "gzip") throw new UsageError(`--encoding: expected none, br or gzip, got "${encoding}"`);
  return {
    target: targetOf(values.to),
    site: values.site,
    encoding,
    limits: limitsOf(values["max-deletes"], values["min-pages"], values["may-go"] ?? [], values.preview),
    graceMs: numberOf("--grace", values.grace, 0) * 86_400_000,
    purge: values.purge,
    reload: values.reload,
    isDryRun: values["dry-run"],
    isJson: values.json,
    isBreakingLock: values["break-lock"],
    isRechecking: values.recheck,
    timeoutMs: numberOf("--timeout", values.timeout, 0.001) * 1000,
    attempts: numberOf("--attempts", values.attempts, 1),
    release: positionals[0],
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: words, allowPositionals: true });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
}

function limitsOf(maxDeletes: string | undefined, minPages: string | undefined, mayGo: readonly string[], isPreview: boolean): Limits {
  const files = maxDeletes === undefined || maxDeletes.endsWith("%") ? undefined : numberOf("--max-deletes", maxDeletes, 0);
  return {
    maxDeletes: files === undefined ? { share: shareOf("--max-deletes", maxDeletes, limitDefaults.maxDeletes.share) } : { files },
    minPages: shareOf("--min-pages", minPages, limitDefaults.minPages),
    mayGo: new Set(mayGo),
    isPreview,
  };
}

function shareOf(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  const share = /^(\d+(?:\.\d+)?)%$/.exec(text)?.[1];
  if (share === undefined || Number(share) > 100) throw new UsageError(`${name}: expected a percentage such as 25%, got "${text}"`);
  return Number(share) / 100;
}

function numberOf(name: string, text: string, least: number): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value >= least) || value === Infinity) throw new UsageError(`${name}: expected a number of at least ${least}, got "${text}"`);
  return value;
}
