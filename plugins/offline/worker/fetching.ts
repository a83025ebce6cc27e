/**
 * Brings the files of a release onto the device, a few at a time. What is there stays: a worker that
 * is ended goes on where it was.
 */
import type { ReleaseFile } from "../../../src/release.ts";
import { Fault, loadFile } from "./loading.ts";
import { keyOf, writeFile } from "./store.ts";

/** As many as a browser asks of one host over HTTP/1.1. */
const atOnce = 6;
/** Where the host answers everything with the same wrong page, more tries are a waste. */
const maxFaults = 8;

export interface Order {
  readonly files: readonly ReleaseFile[];
  /** The keys that are stored; what is fetched is added. */
  readonly there: Set<string>;
  /** Asked before each file. */
  readonly isStopped: () => boolean;
  readonly progress: () => void;
}

/** @throws Fault when not all files could be had; those that could are stored. */
export async function fetchAll({ files, there, isStopped, progress }: Order): Promise<void> {
  const waiting = [...files];
  const faults: Fault[] = [];
  // What the network or the device says of one file it would say of all.
  const isHopeless = (): boolean => faults.length >= maxFaults || faults.some(({ trouble }) => trouble !== "mismatch");
  const fetcher = async (): Promise<void> => {
    for (let file = waiting.shift(); file && !isHopeless() && !isStopped(); file = waiting.shift()) {
      try {
        await fetchOne(file);
        there.add(keyOf(file));
        progress();
      } catch (fault) {
        faults.push(fault as Fault);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetcher));
  const fault = faults.find(({ trouble }) => trouble !== "mismatch") ?? faults[0];
  if (fault) throw fault;
}

async function fetchOne(file: ReleaseFile): Promise<void> {
  const { bytes, headers } = await loadFile(file);
  // The browser refuses when there is no room, whatever it estimated.
  await writeFile(file, bytes, headers).catch((cause: unknown) => {
    throw new Fault("quota", cause);
  });
}
