/**
 * Instruments × phases: each instrument a line, with a stop in every phase that it fits.
 *
 * A table, so that picture and text are one thing. The filter needs no script: the style sheet hides
 * the rows that the chosen role does not fit, and a browser that cannot shows them all.
 */
import type { JSX } from "preact";
import { phaseWords, words } from "../../words.ts";
import type { Here, PageOf } from "../data.ts";
import { shortTitleOf } from "../reading/summary.ts";
import { relatedPages } from "../reading/surroundings.ts";
import { phaseNames } from "./phase-stops.tsx";

type Instrument = PageOf<"instrument">;

export function Matrix({ here, instruments }: { readonly here: Here; readonly instruments: readonly Instrument[] }): JSX.Element | null {
  if (instruments.length === 0) return null;
  const actors = byNumber(here.graph.ofKind("actor"));
  const empty = phaseNames.filter((phase) => instruments.every(({ data }) => !data.fasen.includes(phase)));
  return (
    <section class="matrix wide" aria-labelledby="matrix" data-search-ignore>
      <h2 id="matrix">{words.matrix}</h2>
      <p>{words.matrixIntro}</p>
      <RoleFilter actors={actors} />
      <table>
        <thead>
          <tr>
            <th scope="col">{words.instrument}</th>
            {phaseNames.map((phase) => <th key={phase} scope="col"><span>{phaseWords[phase]}</span></th>)}
          </tr>
        </thead>
        <tbody>{instruments.map((instrument) => <InstrumentRow key={instrument.id} instrument={instrument} actors={actors} here={here} />)}</tbody>
      </table>
      {empty.map((phase) => <p key={phase} class="empty-phase"><strong>{phaseWords[phase]}.</strong> {words.emptyPhase(phaseWords[phase].toLowerCase())}</p>)}
    </section>
  );
}

function RoleFilter({ actors }: { readonly actors: readonly PageOf<"actor">[] }): JSX.Element {
  const choices = [{ id: "rol-0", label: words.everybody }, ...actors.map((actor, index) => ({ id: `rol-${index + 1}`, label: shortTitleOf(actor) }))];
  return (
    <fieldset class="choices">
      <legend>{words.matrixFilter}</legend>
      {choices.map(({ id, label }, index) => (
        <span key={id} class="choice">
          <input type="radio" name="rol" id={id} value={id} checked={index === 0} />
          <label for={id}>{label}</label>
        </span>
      ))}
    </fieldset>
  );
}

function InstrumentRow({ instrument, actors, here }: { readonly instrument: Instrument; readonly actors: readonly PageOf<"actor">[]; readonly here: Here }): JSX.Element {
  const fitting = new Set(relatedPages({ ...here, page: instrument }, "actoren").map(({ id }) => id));
  const roles = actors.flatMap(({ id }, index) => (fitting.has(id) ? [`rol-${index + 1}`] : []));
  return (
    <tr class={roles.join(" ")}>
      <th scope="row"><a href={here.href(instrument.url)}>{instrument.title}</a></th>
      {phaseNames.map((phase) => {
        const fits = instrument.data.fasen.includes(phase);
        return <td key={phase} class={fits ? "fits" : undefined}><span class="unseen">{fits ? words.fits : words.fitsNot}</span></td>;
      })}
    </tr>
  );
}

function byNumber(actors: readonly PageOf<"actor">[]): readonly PageOf<"actor">[] {
  return [...actors].sort((a, b) => a.data.volgorde - b.data.volgorde);
}
