/** `wegwijzer deploy`: brings the built site to a store, by a plan. */
import { resolve, sep } from "node:path";
import { planRefusals, siteRefusals } from "../../../src/cdn/deploy/refusals.ts";
import type { Target } from "../../../src/cdn/deploy/target.ts";
import { carryOut } from "./carryOut.ts";
import { readSite } from "./local.ts";
import { openStore, UsageError } from "./open.ts";
import { type DeployOptions, deployUsage, readOptions } from "./options.ts";
import { ending, openSession, stoppable, type Surroundings, surroundings } from "./session.ts";
import type { Store } from "./store.ts";

/** @returns the exit code; `deployUsage` lists them. */
export async function deployCommand(args: readonly string[], around = surroundings()): Promise<number> {
  if (args.includes("--help")) {
    console.log(deployUsage);
    return 0;
  }
  return ending("deploy", deployUsage, around, () => deploy(readOptions(args, 0), around));
}

async function deploy(options: DeployOptions, around: Surroundings): Promise<number> {
  refuseItself(options.target, options.site);
  const session = openSession(options, around);
  const site = readSite(options.site, options.target.kind === "s3", options.encoding);
  const [store, lockStore] = [session.patience, session.lockPatience].map((patience) => openStore(options.target, around.env, patience)) as [Store, Store];
  return stoppable(session.stop, () => carryOut({ session, options, store, lockStore }, () => ({
    ...site,
    refusals: (plan, last) => [...siteRefusals(site.hosting, options.limits, Date.now()), ...planRefusals(plan, last, options.limits, site.redirected)],
  })));
}

/** A folder that holds the site, or lies in it, would be sent into itself. */
function refuseItself(target: Target, site: string): void {
  if (target.kind !== "folder") return;
  const [from, to] = [resolve(site) + sep, resolve(target.path) + sep];
  if (from.startsWith(to) || to.startsWith(from)) throw new UsageError(`--to: expected a folder apart from the built site ${site}, got "${target.path}"`);
}
