/**
 * Hands the words of a question to the page that a result leads to, which marks them.
 *
 * The words wait in the browser under the path of that page, so addresses stay as they are and anchors
 * work. A tab of its own shares no session with this one: there they wait where all tabs see them.
 */
import type { Wanted } from "../../../src/search/spot.ts";

/** The path follows; the loader looks for it, too. */
const key = "wegwijzer-marks";
/** A page that did not open in this time will not open for this question. */
const waitMs = 60_000;

interface HandedOver {
  readonly at: number;
  readonly wanted: readonly Wanted[];
}

/** @param apart - Whether the page opens in a tab of its own. */
export function handOver(path: string, wanted: readonly Wanted[], apart: boolean): void {
  const handed: HandedOver = { at: Date.now(), wanted: wanted.map(({ term, boost, words }) => ({ term, boost, words })) };
  try {
    (apart ? localStorage : sessionStorage).setItem(key + path, JSON.stringify(handed));
  } catch {
    // Then the page is shown without marks.
  }
}

/** What was handed to this page; it is taken once. */
export function takeHandedOver(path: string): readonly Wanted[] {
  try {
    const waiting = [sessionStorage, localStorage].map((storage) => {
      const handed = JSON.parse(storage.getItem(key + path) ?? "null") as HandedOver | null;
      storage.removeItem(key + path);
      return handed;
    });
    return waiting.find((handed) => Array.isArray(handed?.wanted) && Date.now() - handed.at < waitMs)?.wanted ?? [];
  } catch {
    return [];
  }
}
