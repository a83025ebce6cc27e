/** The 4 O's as a crossing: four roads that meet where inhabitants are. */
import type { JSX } from "preact";
import { Arm } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

export const fourOs: Picture = {
  title: "De 4 O’s komen samen bij inwoners",
  inWords: [
    "Vier wegen komen samen op één kruispunt.",
    "Ze heten ondernemers, onderwijs, onderzoekers en overheden: dat zijn de 4 O’s.",
    "In het midden staan de inwoners: zij werken met alle vier.",
  ],
  width: 340,
  height: 280,
  Drawing: FourOs,
};

function FourOs(): JSX.Element {
  return (
    <>
      <path class="road" d="M75 40L170 140L265 240M265 40L170 140L75 240" />
      <Arm x={0} y={0} width={158}>Ondernemers</Arm>
      <Arm x={182} y={0} width={158} left>Onderwijs</Arm>
      <Arm x={0} y={240} width={158}>Onderzoekers</Arm>
      <Arm x={182} y={240} width={158} left>Overheden</Arm>
      <circle class="paper" cx="170" cy="140" r="54" />
      <text class="middle strong" x="170" y="140" dy=".36em">Inwoners</text>
    </>
  );
}
