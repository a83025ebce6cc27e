/** Ladders as signposts with many arms: the higher, the longer the arm. */
import type { JSX } from "preact";
import { Arm } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

interface Rung {
  readonly mark: string;
  readonly name: string;
}

const RUNG = 40;
const GAP = 8;
const LONGEST = 330;
const SHORTER = 14;
/** Names begin below one another, whatever stands before them. */
const NAME_X = 50;

const savings: readonly Rung[] = [
  { mark: "R1", name: "afzien of anders doen" },
  { mark: "R2", name: "minder nodig hebben" },
  { mark: "R3", name: "hergebruiken" },
  { mark: "R4", name: "repareren" },
  { mark: "R5", name: "recyclen" },
  { mark: "R6", name: "verbranden voor energie" },
];

const influence: readonly Rung[] = [
  { mark: "5", name: "meebeslissen" },
  { mark: "4", name: "samen maken" },
  { mark: "3", name: "adviseren" },
  { mark: "2", name: "raadplegen" },
  { mark: "1", name: "informeren" },
];

export const savingLadder: Picture = ladder("De R-ladder", savings, [
  "Een paal met zes armen boven elkaar. Hoe hoger de arm, hoe meer grondstof je spaart.",
  `Van boven naar beneden: ${savings.map(({ mark, name }) => `${mark} ${name}`).join("; ")}.`,
]);

export const influenceLadder: Picture = ladder("De participatieladder", influence, [
  "Een paal met vijf armen boven elkaar. Hoe hoger de arm, hoe meer invloed je hebt.",
  `Van boven naar beneden: ${influence.map(({ mark, name }) => `trede ${mark} ${name}`).join("; ")}.`,
]);

function ladder(title: string, rungs: readonly Rung[], inWords: readonly string[]): Picture {
  const height = rungs.length * (RUNG + GAP) + 24;
  return { title, inWords, width: 340, height, Drawing: () => <Rungs rungs={rungs} height={height} /> };
}

function Rungs({ rungs, height }: { readonly rungs: readonly Rung[]; readonly height: number }): JSX.Element {
  return (
    <>
      <path class="shade" d={`M18 0h12v${height}H18z`} />
      {rungs.map(({ mark, name }, index) => (
        <Arm key={mark} x={0} y={8 + index * (RUNG + GAP)} width={LONGEST - index * SHORTER} height={RUNG}>
          <tspan class="strong">{mark}</tspan><tspan x={NAME_X}>{` ${name}`}</tspan>
        </Arm>
      ))}
    </>
  );
}
