/** The four phases as a short line, with a stop where something fits; the words tell the same. */
import type { JSX } from "preact";
import { phaseWords, words } from "../../words.ts";

type PhaseName = keyof typeof phaseWords;

export const phaseNames = Object.keys(phaseWords) as readonly PhaseName[];

export function PhaseStops({ phases }: { readonly phases: readonly PhaseName[] }): JSX.Element {
  return (
    <>
      <span class="phase-stops" aria-hidden="true">
        {phaseNames.map((phase) => <span key={phase} class={phases.includes(phase) ? "fits" : undefined} />)}
      </span>
      {phaseNames.filter((phase) => phases.includes(phase)).map((phase) => phaseWords[phase].toLowerCase()).join(", ")}
      <span class="aside"> ({words.estimate.toLowerCase()})</span>
    </>
  );
}
