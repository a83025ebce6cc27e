/**
 * A plugin that makes the output of a site ready for a CDN: names that hold their hash, compressed
 * siblings, and one table of headers and redirects in the form of each host.
 *
 * It audits what it hands over: what a strict policy would refuse ends the build.
 */
import type { Standing } from "../../src/address.ts";
import { problemOf, reportOf, summaryOf } from "../../src/cdn/finding.ts";
import type { Hosting } from "../../src/cdn/hosting.ts";
import { policyOf } from "../../src/cdn/policy.ts";
import { redirectsOf } from "../../src/cdn/redirects.ts";
import { securityTxt, securityTxtName } from "../../src/cdn/securityTxt.ts";
import { rulesOf } from "../../src/cdn/table.ts";
import { types } from "../../src/cdn/types.ts";
import type { Problem } from "../../src/problem.ts";
import { isReleased, releaseName } from "../../src/release.ts";
import { BuildError } from "../buildError.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { list, write } from "../output.ts";
import { writeRelease } from "../release.ts";
import { addStep, type StepContext } from "../steps.ts";
import { type Options, type Settings, settingsOf } from "./options.ts";

export type { HeaderRule, Headers } from "../../src/cdn/headerRules.ts";
export type { Move } from "../../src/cdn/redirects.ts";
export { defaults, type Options } from "./options.ts";

export default function cdn(config: EleventyConfig, options: Options = {}): void {
  const settings = settingsOf(options);
  addStep(config, "fingerprint", async (context) => {
    if (context.output.runMode === "build") await name(context, settings);
  });
  addStep(config, "cdn", async (context) => {
    if (context.output.runMode === "build") await prepare(context, settings);
  });
}
cdn.eleventyPackage = "wegwijzer/cdn";

/** Everything that changes a file or its name; after it a release can be made. */
async function name({ output: { folder }, pathPrefix }: StepContext, settings: Settings): Promise<void> {
  const { fingerprintFiles } = await import("./fingerprintFiles.ts");
  const { security, languages, origin, language, fixed } = settings;
  const findings = fingerprintFiles(folder, standingOf(settings, pathPrefix), fixed);
  refuse(findings.map((finding) => problemOf(finding, `${folder}/${finding.path}`, "", language)), language);
  if (security === undefined) return;
  const canonical = origin !== undefined && pathPrefix === "/" ? `${origin}/${securityTxtName}` : undefined;
  write(folder, securityTxtName, securityTxt({ ...security, languages, canonical }));
}

/** Everything that is written beside a release. */
async function prepare(context: StepContext, settings: Settings): Promise<void> {
  const { folder } = context.output;
  const hosting = await hostingOf(context, settings, list(folder).filter(isReleased));
  const { writeHostFiles } = await import("./hostFiles.ts");
  const { encodeFiles } = await import("./encodings.ts");
  if (!list(folder).includes(releaseName)) writeRelease(folder);
  const files = list(folder).filter((path) => isReleased(path) || path === releaseName);
  for (const warning of writeHostFiles(folder, hosting, files)) console.warn(warning);
  if (settings.compress) await encodeFiles(folder, settings.cache, (path) => isReleased(path) || path === releaseName);
}

/** @throws BuildError with every finding of the audit and every redirect that leads nowhere. */
async function hostingOf({ output: { folder }, pages, pathPrefix }: StepContext, settings: Settings, files: readonly string[]): Promise<Hosting> {
  const { auditFiles } = await import("./auditFiles.ts");
  const { language, allow, notFound, policy, trustedTypes, origin, security } = settings;
  const standing = standingOf(settings, pathPrefix);
  const sources = new Map(pages.map(({ outputPath, inputPath }) => [String(outputPath).replace(/^\.\//, ""), inputPath.replace(/^\.\//, "")]));
  const { problems, styles } = auditFiles({ folder, files, standing, language, allow, sourceOf: (path) => sources.get(`${folder}/${path}`) });
  const present = new Set(files);
  const { redirects, findings } = redirectsOf(settings.redirects(), standing, (path) => present.has(path));
  refuse([...problems, ...findings.map(({ source = "_redirects", ...finding }) => problemOf({ ...finding, at: 0 }, source, "", language))], language);
  return {
    origin: origin ?? null,
    pathPrefix,
    security: security ?? null,
    types,
    rules: rulesOf({ ...settings, policy: policyOf(styles, trustedTypes, policy) }),
    redirects,
    notFound: present.has(notFound) ? notFound : null,
  };
}

function refuse(problems: readonly Problem[], language: "en" | "nl"): void {
  if (problems.length > 0) throw new BuildError(reportOf(problems, language), summaryOf(problems, language));
}

function standingOf({ origin, standIn }: Settings, pathPrefix: string): Standing {
  return { origin: origin ?? standIn, pathPrefix };
}
