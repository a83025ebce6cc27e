/** How far a transition is, as the editors estimate it: four phases, one of them now. */
import type { JSX } from "preact";
import { phaseWords, words } from "../../words.ts";
import { writtenDate } from "../reading/dates.ts";
import type { Transition } from "../reading/lines.ts";

export function Phase({ transition }: { readonly transition: Transition }): JSX.Element {
  const { fase, stand, reden } = transition.data.faseInschatting;
  return (
    <section class="phase" aria-labelledby="deel-fase">
      <h2 id="deel-fase">{words.phase}</h2>
      <ol data-search-ignore>
        {Object.entries(phaseWords).map(([phase, name]) => (
          <li key={phase} aria-current={phase === fase ? "step" : undefined}>{name}</li>
        ))}
      </ol>
      <p><strong>{words.estimate}: {phaseWords[fase].toLowerCase()}.</strong> {reden}</p>
      <p class="aside">{capital(words.estimateBy)}, {writtenDate(stand)}.</p>
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
