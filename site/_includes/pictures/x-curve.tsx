/** Two lines that cross: the new is built up while the old is phased out. Drawn and named by ourselves. */
import type { JSX } from "preact";
import { Arm } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

export const xCurve: Picture = {
  title: "De X-curve: opbouw en afbouw",
  inWords: [
    "Twee lijnen kruisen elkaar als een letter X, van links naar rechts in de tijd.",
    "De doorgetrokken lijn is het nieuwe en gaat omhoog: proberen, groeien, gewoon worden.",
    "De gestreepte lijn is het oude en gaat omlaag: vastlopen, afbouwen, stoppen.",
    "Waar de lijnen kruisen, bestaan het oude en het nieuwe naast elkaar.",
  ],
  width: 340,
  height: 270,
  Drawing: XCurve,
};

function XCurve(): JSX.Element {
  return (
    <>
      <path class="road road-old road-dashed" d="M84 48C150 48 160 100 190 138S250 222 336 222" />
      <path class="road" d="M84 222C150 222 160 176 190 138S250 48 336 48" />
      <Arm x={0} y={30} width={92} height={36}>oud</Arm>
      <Arm x={0} y={204} width={92} height={36}>nieuw</Arm>
      <text x="108" y="28">vastlopen</text>
      <text x="108" y="256">proberen</text>
      <text class="tick end" x="168" y="144">naast elkaar</text>
      <text x="240" y="108">groeien</text>
      <text x="252" y="176">afbouwen</text>
      <text class="end" x="340" y="28">gewoon worden</text>
      <text class="end" x="340" y="256">stoppen</text>
    </>
  );
}
