/**
 * What a run has done, in the order of its plan, whatever the order in which a dozen requests ended: the
 * log of a run and the plan of a dry run can be laid side by side.
 */
import type { Act } from "../../../src/cdn/deploy/words.ts";

export interface Journal {
  readonly done: (act: Act) => void;
  /** What was done so far, in the order of the plan; tells what was held back. */
  readonly end: () => readonly Act[];
}

const keyOf = ({ act, path }: Act): string => `${act} ${path}`;

/** @param tell - Told each act as soon as all before it are done. */
export function journal(planned: readonly Act[], tell: (act: Act) => void): Journal {
  const done = new Set<string>();
  let told = 0;
  return {
    done: (act) => {
      done.add(keyOf(act));
      for (let next = planned[told]; next && done.has(keyOf(next)); next = planned[told]) {
        tell(next);
        told += 1;
      }
    },
    end: () => {
      for (const act of planned.slice(told).filter((one) => done.has(keyOf(one)))) tell(act);
      told = planned.length;
      return planned.filter((act) => done.has(keyOf(act)));
    },
  };
}
