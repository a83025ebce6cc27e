/** The Whole School Approach as a crossing: five roads that come from one question. Drawn and coloured by ourselves. */
import type { JSX } from "preact";
import { NumberedStop } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

/** Clockwise from the top; a name stands in one line or two, beside its stop. */
const petals = [
  { x: 170, y: 20, lines: ["lesinhoud"], at: { x: 194, y: 26 }, anchor: undefined },
  { x: 276, y: 102, lines: ["manier van", "lesgeven"], at: { x: 340, y: 54 }, anchor: "end" },
  { x: 240, y: 228, lines: ["gebouw en", "bedrijfsvoering"], at: { x: 248, y: 268 }, anchor: "middle" },
  { x: 100, y: 228, lines: ["leren van", "het team"], at: { x: 92, y: 268 }, anchor: "middle" },
  { x: 64, y: 102, lines: ["omgeving"], at: { x: 0, y: 74 }, anchor: undefined },
] as const;

const HEART = { x: 170, y: 136 };
const LINE = 20;

export const schoolFlower: Picture = {
  title: "De bloem van de Whole School Approach",
  inWords: [
    "In het midden staat de visie: het antwoord op de vraag waarom.",
    "Daaromheen staan vijf genummerde bladen, elk met een weg naar het midden.",
    `${petals.map(({ lines }, index) => `${index + 1} ${lines.join(" ")}`).join("; ")}.`,
  ],
  width: 340,
  height: 296,
  Drawing: Flower,
};

function Flower(): JSX.Element {
  return (
    <>
      <path class="road" d={petals.map(({ x, y }) => `M${HEART.x} ${HEART.y}L${x} ${y}`).join("")} />
      <circle class="paper" cx={HEART.x} cy={HEART.y} r="46" />
      <text class="middle strong" x={HEART.x} y={HEART.y} dy=".36em">visie</text>
      {petals.map(({ x, y, lines, at, anchor }, index) => (
        <g key={lines[0]}>
          <NumberedStop x={x} y={y} number={index + 1} />
          <text class={anchor} x={at.x} y={at.y}>
            {lines.map((line, row) => <tspan key={line} x={at.x} dy={row === 0 ? 0 : LINE}>{line}</tspan>)}
          </text>
        </g>
      ))}
    </>
  );
}
