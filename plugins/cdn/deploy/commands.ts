/**
 * Commands of the maintainer's: one that makes a server read its rules again, one that purges addresses.
 *
 * Addresses are written down on the store before the first page changes, and struck out when the command has
 * ended well: a deploy that is broken off in between owes them, and the next one pays.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stateFolder } from "../../../src/cdn/deploy/entry.ts";
import { joinPurges } from "../../../src/cdn/deploy/purge.ts";
import { hashOf } from "../../release.ts";
import { type Store, StoreError } from "./store.ts";

const owedPath = `${stateFolder}purge.json`;

export async function readOwed(store: Store): Promise<readonly string[]> {
  const content = await store.read(owedPath);
  if (!content) return [];
  const value: unknown = JSON.parse(new TextDecoder().decode(content.bytes));
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

export async function owe(store: Store, addresses: readonly string[]): Promise<void> {
  const all = joinPurges(await readOwed(store), addresses);
  if (all.length === 0) return;
  const bytes = new TextEncoder().encode(`${JSON.stringify(all)}\n`);
  await store.put(owedPath, bytes, hashOf(bytes), { "Content-Type": "application/json", "Cache-Control": "no-store" });
}

/** @throws StoreError when the command does not end well; the addresses are then still owed. */
export async function purge(store: Store, command: string): Promise<number> {
  const addresses = await readOwed(store);
  if (addresses.length === 0) return 0;
  const ended = await runCommand(command, addresses.map((address) => `${address}\n`).join(""));
  if (ended !== 0) throw new StoreError(`the release is on line, but the command of --purge ended with ${ended}; run the same deploy again to try it again`);
  await store.remove(owedPath);
  return addresses.length;
}

/** @throws StoreError when the command does not end well; nothing is deleted then. */
export async function reload(command: string): Promise<void> {
  const ended = await runCommand(command, "");
  if (ended !== 0) throw new StoreError(`the pages are on line, but the command of --reload ended with ${ended}, so nothing is deleted; run the same deploy again to try it again`);
}

/** @returns the exit code, or the name of the signal that ended it. */
async function runCommand(command: string, input: string): Promise<number | string> {
  const child = spawn(command, { shell: true, stdio: ["pipe", process.stderr, process.stderr] });
  // A command that reads nothing closes its end; what it returns is what counts.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return code ?? signal ?? "nothing";
}
