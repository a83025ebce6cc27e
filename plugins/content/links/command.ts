/** `wegwijzer links`: whether what the site links to elsewhere is still there; asked by hand, never by a build. */
import { parseArgs } from "node:util";
import { outwardLinks } from "../../../src/content/outward.ts";
import { formatReport } from "../../../src/content/report.ts";
import { openSite } from "../editing/open.ts";
import { isError } from "../load.ts";
import { checkLinks, linkDefaults } from "./check.ts";

/** @returns the exit code: 1 when an address is gone, 2 for a wrong command line. */
export async function linksCommand(args: readonly string[]): Promise<number> {
  const flags = { config: { type: "string" }, json: { type: "boolean" }, timeout: { type: "string" }, pause: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options: flags });
  const [timeoutMs, pauseMs] = [Number(values.timeout ?? linkDefaults.timeoutMs), Number(values.pause ?? linkDefaults.pauseMs)];
  if (!(timeoutMs > 0) || !(pauseMs >= 0)) {
    console.error(`links: expected milliseconds, as --timeout=15000 --pause=500, got ${values.timeout ?? ""} ${values.pause ?? ""}`);
    return 2;
  }
  const { site, settings, m } = await openSite(values.config);
  const links = outwardLinks(site.parts.entries);
  const problems = await checkLinks(links, m, { timeoutMs, pauseMs });
  const report = formatReport(problems, settings.language);
  if (values.json === true) console.log(JSON.stringify({ links: links.size, problems }));
  else console.log([...(report === "" ? [] : [report]), m.linksAsked(links.size)].join("\n"));
  return problems.some(isError) ? 1 : 0;
}
