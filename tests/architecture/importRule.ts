/**
 * Who may import whom: the two questions that place every line of code, as tables.
 *
 * A module sees its own world and those that its world may see; and in them its own subject and the
 * ground floor, never another subject.
 */

export type World = "pure" | "node" | "browser" | "worker" | "site" | "config" | "tests";

/** The first row whose pattern matches decides. */
const worlds: readonly (readonly [RegExp, World])[] = [
  [/^src\//, "pure"],
  [/^plugins\/[^/]+\/browser\//, "browser"],
  [/^plugins\/[^/]+\/worker\//, "worker"],
  [/^plugins\//, "node"],
  [/^site\//, "site"],
  [/^tests\//, "tests"],
  [/^eleventy\.config\.ts$/, "config"],
];

const sees: Readonly<Record<World, readonly World[]>> = {
  pure: ["pure"],
  node: ["pure", "node"],
  browser: ["pure", "browser"],
  worker: ["pure", "worker"],
  site: ["pure", "node", "site"],
  config: ["pure", "node", "site"],
  tests: ["pure", "node", "browser", "worker", "site", "config", "tests"],
};

/** Where the subjects meet: the command, and what packs all of them. */
const meetingPlaces: ReadonlySet<string> = new Set(["plugins/cli.ts", "plugins/package.ts"]);

/** What visitors download has no dependency but Lunr. */
const visitorPackages: ReadonlySet<string> = new Set(["lunr", "lunr-languages"]);

export function worldOf(file: string): World | undefined {
  return worlds.find(([pattern]) => pattern.test(file))?.[1];
}

/** `search` for `src/search/shard.ts`; undefined on the ground floor and outside `src` and `plugins`. */
export const subjectOf = (file: string): string | undefined => /^(?:src|plugins)\/([^/]+)\//.exec(file)?.[1];

/**
 * Tells what is wrong with an import, or nothing.
 *
 * @param to - A file from the root, or the name of a package: `src/problem.ts`, `zod`, `node:fs`.
 */
export function faultOf(from: string, to: string): string | undefined {
  const world = worldOf(from);
  if (world === undefined) return "lies in no world";
  if (!isFile(to)) return packageFault(world, to);
  const target = worldOf(to);
  if (target === undefined) return /^package\.json$/.test(to) ? undefined : "imports a file that lies in no world";
  if (!sees[world].includes(target)) return `is ${world}, which may not see ${target}`;
  return subjectFault(from, to);
}

/** Whether an import leads to a file of the house, and not to a package. */
export const isFile = (target: string): boolean => /^(\.\.\/)*(src|plugins|site|tests)\//.test(target) || /\.(tsx?|json)$/.test(target);

function packageFault(world: World, name: string): string | undefined {
  const isVisitors = world === "browser" || world === "worker";
  if ((world === "pure" || isVisitors) && /^(node:|@11ty\/)/.test(name)) return `is ${world}, which may not see ${name}`;
  return isVisitors && !visitorPackages.has(name) ? `is downloaded by visitors and needs ${name}` : undefined;
}

function subjectFault(from: string, to: string): string | undefined {
  const [own, other] = [subjectOf(from), subjectOf(to)];
  const isFree = !/^(src|plugins)\//.test(from) || meetingPlaces.has(from);
  if (isFree || other === undefined || own === other) return undefined;
  return own === undefined ? `is of the ground floor, which may not see ${other}` : `is of ${own}, which may not see ${other}`;
}
