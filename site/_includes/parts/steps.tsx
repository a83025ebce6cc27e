/** How to go about it, as a route with numbered stops, and what to watch for on the way. */
import type { JSX } from "preact";
import { words } from "../../words.ts";

export function Steps({ steps }: { readonly steps: readonly string[] }): JSX.Element {
  return (
    <section aria-labelledby="deel-stappen">
      <h2 id="deel-stappen">{words.steps}</h2>
      <ol class="steps">{steps.map((step, index) => <li key={index}><p>{step}</p></li>)}</ol>
    </section>
  );
}

export function Pitfalls({ pitfalls }: { readonly pitfalls: readonly string[] }): JSX.Element | null {
  if (pitfalls.length === 0) return null;
  return (
    <section aria-labelledby="deel-valkuilen">
      <h2 id="deel-valkuilen">{words.pitfalls}</h2>
      <ul class="pitfalls">{pitfalls.map((pitfall, index) => <li key={index}>{pitfall}</li>)}</ul>
    </section>
  );
}
