/** A transition in four phases, as a road that climbs: the S-curve. */
import type { JSX } from "preact";
import { NumberedStop } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

export const sCurve: Picture = {
  title: "Een transitie in vier fasen",
  inWords: [
    "De weg van een transitie lijkt op een liggende letter S: van links naar rechts loopt de tijd, van onder naar boven groeit de verandering.",
    "1. Voorontwikkeling: de weg is nog bijna vlak.",
    "2. Start: de weg gaat omhoog.",
    "3. Versnelling: de weg is steil.",
    "4. Stabilisatie: de weg is weer vlak, maar nu hoog.",
  ],
  width: 340,
  height: 270,
  Drawing: SCurve,
};

function SCurve(): JSX.Element {
  return (
    <>
      <path class="thin" d="M10 24V230H322" />
      <text class="end" x="340" y="256">tijd</text>
      <text x="0" y="12">verandering</text>
      <path class="road" d="M24 206C90 206 120 190 165 128S240 46 336 46" />
      <NumberedStop x={75} y={201} number={1} />
      <text x="98" y="218">Voorontwikkeling</text>
      <NumberedStop x={139} y={160} number={2} />
      <text x="164" y="172">Start</text>
      <NumberedStop x={191} y={96} number={3} />
      <text class="end" x="164" y="92">Versnelling</text>
      <NumberedStop x={281} y={49} number={4} />
      <text class="middle" x="276" y="88">Stabilisatie</text>
    </>
  );
}
