/**
 * Brings the files of a release onto the device, a few at a time. What is there stays: a worker that
 * is ended goes on where it was.
 */
import { type ReleaseFile } from "../../../src/release.ts";
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

/** How pages and other files fared: a host that rewrites pages spoils all of them and nothing else. */
interface Tried {
  pages: number;
  spoilt: number;
  others: number;
  fault: Fault | undefined;
  faults: number;
}

/** @throws Fault when not all files could be had; those that could are stored. */
export async function fetchAll(order: Order): Promise<void> {
  const waiting = order.files.filter((file) => !order.there.has(keyOf(file)));
  const tried: Tried = { pages: 0, spoilt: 0, others: 0, fault: undefined, faults: 0 };
  const hopeless = (): boolean => tried.faults >= maxFaults || (tried.fault !== undefined && tried.fault.trouble !== "mismatch");
  const fetcher = async (): Promise<void> => {
    for (let file = waiting.shift(); file && !hopeless() && !order.isStopped(); file = waiting.shift()) await fetchOne(file, order, tried);
  };
  await Promise.all(Array.from({ length: atOnce }, fetcher));
  if (tried.fault?.trouble === "mismatch" && tried.pages === 0 && tried.spoilt > 0 && tried.others > 0) throw new Fault("rewritten", tried.fault);
  if (tried.fault) throw tried.fault;
}

async function fetchOne(file: ReleaseFile, { there, progress }: Order, tried: Tried): Promise<void> {
  const isPage = file.path.endsWith(".html");
  try {
    const { bytes, headers } = await loadFile(file);
    await store(file, bytes, headers);
    there.add(keyOf(file));
    if (isPage) tried.pages += 1;
    else tried.others += 1;
    progress();
  } catch (error) {
    const fault = error instanceof Fault ? error : new Fault("network", error);
    // A host that rewrites pages is told from one that is broken by its other files.
    if (isPage && fault.trouble === "mismatch") tried.spoilt += 1;
    else if (fault.trouble === "mismatch") tried.others = -Infinity;
    // What the network says of one file may be said of all; it weighs more than a file that is wrong.
    tried.fault = tried.fault && tried.fault.trouble !== "mismatch" ? tried.fault : fault;
    tried.faults += 1;
  }
}

/** The browser refuses when there is no room, whatever it estimated. */
async function store(file: ReleaseFile, bytes: ArrayBuffer, headers: Headers): Promise<void> {
  try {
    await writeFile(file, bytes, headers);
  } catch (cause) {
    throw new Fault("quota", cause);
  }
}
