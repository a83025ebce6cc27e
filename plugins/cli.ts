#!/usr/bin/env node
/**
 * The command `wegwijzer`: each word after it has a row.
 */
import { readFileSync } from "node:fs";

interface Command {
  readonly line: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** What a command needs is loaded only when it runs. */
const commands: Readonly<Record<string, Command>> = {
  check: {
    line: "check    reads all pages and tells what is wrong, without building (--hints: and what could be better; --watch: again after each change)",
    run: async (args) => (await import("./content/check.ts")).checkCommand(args, (await import("./cdn/expiry.ts")).expiryProblems),
  },
  new: {
    line: 'new      writes a page of a kind: new thema "Warmte in de wijk"',
    run: async (args) => (await import("./content/editing/new.ts")).newCommand(args),
  },
  move: {
    line: "move     renames a page with its links, the links to it and its former address (--dry-run: only the plan)",
    run: async (args) => (await import("./content/editing/move.ts")).moveCommand(args),
  },
  links: {
    line: "links    asks whether what the pages link to elsewhere is still there; the only command that uses the network",
    run: async (args) => (await import("./content/links/command.ts")).linksCommand(args),
  },
  schemas: {
    line: "schemas  writes what front matter may hold, for editors that complete it",
    run: async (args) => (await import("./content/editing/schemas.ts")).schemasCommand(args),
  },
  portable: {
    line: "portable makes one zip of a built site that opens from a folder, with its search",
    run: async (args) => {
      const [{ portableCommand }, { portableSearch }] = await Promise.all([import("./offline/portable.ts"), import("./search/portable.ts")]);
      return portableCommand(args, portableSearch);
    },
  },
  search: {
    line: "search   asks a built site as its readers do",
    run: async (args) => (await import("./search/command.ts")).searchCommand(args),
  },
  deploy: {
    line: "deploy   brings the built site to a folder or a bucket, by a plan (--dry-run: only the plan)",
    run: async (args) => (await import("./cdn/deploy/command.ts")).deployCommand(args),
  },
  releases: {
    line: "releases tells which releases a folder or a bucket had, newest first",
    run: async (args) => (await import("./cdn/deploy/releases.ts")).releasesCommand(args),
  },
  rollback: {
    line: "rollback brings back the release before, or a named one",
    run: async (args) => (await import("./cdn/deploy/rollback.ts")).rollbackCommand(args),
  },
  verify: {
    line: "verify   lays a folder or a live site beside its release, byte by byte",
    run: async (args) => (await import("./cdn/deploy/verify.ts")).verifyCommand(args),
  },
};

const usage = `wegwijzer COMMAND\n\n${Object.values(commands).map(({ line }) => `  ${line}`).join("\n")}\n\n  --version, --help`;

async function main([name = "--help", ...args]: readonly string[]): Promise<number> {
  if (name === "--version") return print(versionOf());
  if (name === "--help") return print(usage);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command.run(args);
  console.error(`wegwijzer: expected a command (${Object.keys(commands).join(", ")}), got "${name}"\n\n${usage}`);
  return 2;
}

function print(text: string): number {
  console.log(text);
  return 0;
}

/** From the sources and from `dist/`, package.json lies at another height. */
function versionOf(): string {
  for (const up of ["../package.json", "../../package.json"]) {
    try {
      return (JSON.parse(readFileSync(new URL(up, import.meta.url), "utf8")) as { version: string }).version;
    } catch {
      // Not at this height.
    }
  }
  return "unknown";
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // An error of ours says what to do; its stack would only hide that.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
