/**
 * Figures as bars: what is measured is full, what is meant for later has an edge alone.
 *
 * The figures are those of the page, where each has its source; a test holds them together.
 */
import type { JSX } from "preact";
import type { Picture } from "./picture.tsx";

interface Waste {
  readonly when: string;
  readonly kilos: number;
  readonly isGoal?: true;
}

const waste: readonly Waste[] = [
  { when: "2013", kilos: 47.7 },
  { when: "2019", kilos: 34.3 },
  { when: "2022", kilos: 33.4 },
  { when: "doel 2030", kilos: 21.6, isGoal: true },
];

interface Plate {
  readonly when: string;
  /** Of all protein, in percent; the rest is of animals. */
  readonly plants: number;
  readonly isGoal?: true;
}

const plates: readonly Plate[] = [
  { when: "2019–2021", plants: 43 },
  { when: "doel 2030", plants: 50, isGoal: true },
];

const LEFT = 96;
const ROOM = 240;
const BAR = 28;
const STEP = 48;
/** Above the bars stands what they measure. */
const HEAD = 24;

const kilo = (kilos: number): string => String(kilos).replace(".", ",");

export const foodWaste: Picture = {
  title: "Eten dat we thuis weggooien, in kilo per persoon",
  inWords: ["Vier balken onder elkaar, in kilo per persoon per jaar.", ...waste.map(({ when, kilos }) => `${capital(when)}: ${kilo(kilos)} kilo.`)],
  width: 340,
  height: HEAD + waste.length * STEP,
  Drawing: FoodWaste,
};

export const proteins: Picture = {
  title: "Eiwit van planten en van dieren, in procenten",
  inWords: [
    "Twee balken onder elkaar, elk verdeeld in plantaardig en dierlijk.",
    ...plates.map(({ when, plants }) => `${capital(when)}: ${plants} procent plantaardig en ${100 - plants} procent dierlijk.`),
  ],
  width: 340,
  height: HEAD + plates.length * STEP,
  Drawing: Proteins,
};

function FoodWaste(): JSX.Element {
  const most = Math.max(...waste.map(({ kilos }) => kilos));
  return (
    <>
      <text x={LEFT} y="12">per persoon, thuis</text>
      {waste.map(({ when, kilos, isGoal }, index) => {
        const y = HEAD + index * STEP;
        const width = Math.round((kilos / most) * ROOM);
        return (
          <Row key={when} when={when} y={y}>
            <path class={isGoal ? "goal" : "plate"} d={box(LEFT, y + 4, width)} />
            <text class={isGoal ? "strong" : "inverse strong"} x={LEFT + 12} y={y + 4 + BAR / 2} dy=".36em">{`${kilo(kilos)} kilo`}</text>
          </Row>
        );
      })}
    </>
  );
}

function Proteins(): JSX.Element {
  return (
    <>
      <text x={LEFT} y="12">van planten</text>
      <text class="end" x={LEFT + ROOM} y="12">van dieren</text>
      {plates.map(({ when, plants, isGoal }, index) => {
        const y = HEAD + index * STEP;
        const width = Math.round((plants / 100) * ROOM);
        return (
          <Row key={when} when={when} y={y}>
            <path class={isGoal ? "goal" : "plate"} d={box(LEFT, y + 4, width)} />
            <path class={isGoal ? "goal" : "shade"} d={box(LEFT + width, y + 4, ROOM - width)} />
            <text class={isGoal ? "strong" : "inverse strong"} x={LEFT + 12} y={y + 4 + BAR / 2} dy=".36em">{`${plants}%`}</text>
            <text class="strong end" x={LEFT + ROOM - 12} y={y + 4 + BAR / 2} dy=".36em">{`${100 - plants}%`}</text>
          </Row>
        );
      })}
    </>
  );
}

function Row({ when, y, children }: { readonly when: string; readonly y: number; readonly children: JSX.Element[] }): JSX.Element {
  return <g><text x="0" y={y + 4 + BAR / 2} dy=".36em">{when}</text>{children}</g>;
}

function box(x: number, y: number, width: number): string {
  return `M${x} ${y}h${width}v${BAR}h-${width}z`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
