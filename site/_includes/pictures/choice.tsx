/** Which way of working fits: a road with a sign at each question. */
import type { JSX } from "preact";
import { Arm } from "./marks.tsx";
import type { Picture } from "./picture.tsx";

const signs = [
  { question: "Ideeën ophalen bij veel mensen?", answer: "World Café" },
  { question: "Nog geen idee waar het over gaat?", answer: "Open Space" },
  { question: "Een moeilijk besluit nemen?", answer: "Deep Democracy" },
  { question: "Een botsing beter begrijpen?", answer: "speel haar na" },
] as const;

const STEP = 76;
const ARM = { x: 44, width: 210, height: 36 };

export const wayOfWorking: Picture = {
  title: "Welke werkvorm past bij wat je wilt?",
  inWords: [
    "Een weg van boven naar beneden, met bij elke vraag een wegwijzer.",
    ...signs.map(({ question, answer }) => `${question} Dan wijst het bord naar: ${answer}.`),
  ],
  width: 340,
  height: signs.length * STEP + 16,
  Drawing: Choice,
};

function Choice(): JSX.Element {
  return (
    <>
      <path class="shade" d={`M14 0h12v${signs.length * STEP + 16}H14z`} />
      {signs.map(({ question, answer }, index) => (
        <g key={answer}>
          <circle class="paper" cx="20" cy={index * STEP + 24} r="9" />
          <text x={ARM.x} y={index * STEP + 30}>{question}</text>
          <Arm {...ARM} y={index * STEP + 40}>{answer}</Arm>
        </g>
      ))}
    </>
  );
}
