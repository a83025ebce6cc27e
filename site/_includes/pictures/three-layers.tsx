/** Niche, regime and landscape: three roads above one another, with what moves between them. */
import type { JSX } from "preact";
import { ArrowHead } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

const layers = [
  { name: "Landschap", of: "bevolking, economie, klimaat" },
  { name: "Regime", of: "regels, gewoonten, belangen" },
  { name: "Niche", of: "een beschutte plek voor iets nieuws" },
] as const;

const LAYER = 72;
const GAP = 46;

export const threeLayers: Picture = {
  title: "Drie lagen: landschap, regime en niche",
  inWords: [
    "Drie lagen liggen boven elkaar.",
    ...layers.map(({ name, of }) => `${name}: ${of}.`),
    "Van het landschap gaat een pijl omlaag: druk van buiten op het regime.",
    "Van de niche gaat een pijl omhoog: iets nieuws breekt door in het regime.",
  ],
  width: 340,
  height: 3 * LAYER + 2 * GAP,
  Drawing: ThreeLayers,
};

function ThreeLayers(): JSX.Element {
  return (
    <>
      {layers.map(({ name, of }, index) => {
        const y = index * (LAYER + GAP);
        return (
          <g key={name}>
            <path class="shade" d={`M0 ${y}h340v${LAYER}H0z`} />
            <path class="plate" d={`M0 ${y}h8v${LAYER}H0z`} />
            <text class="strong large" x="24" y={y + 30}>{name}</text>
            <text x="24" y={y + 55}>{of}</text>
          </g>
        );
      })}
      <path class="thin" d={`M300 ${LAYER}v${GAP - 12}`} />
      <ArrowHead x={300} y={LAYER + GAP} down />
      <text class="end" x="282" y={LAYER + 29}>druk van buiten</text>
      <path class="thin" d={`M300 ${2 * (LAYER + GAP)}v-${GAP - 12}`} />
      <ArrowHead x={300} y={2 * LAYER + GAP} />
      <text class="end" x="282" y={2 * LAYER + GAP + 29}>iets nieuws breekt door</text>
    </>
  );
}
