/** Where on the drawing each row, bar and year stands: a wide drawing, and a narrow one for a phone. */
import type { Period, RoundTable, Stretch, Years } from "./periods.ts";
import { stretchesOf } from "./periods.ts";

export interface Frame {
  readonly name: "wide" | "narrow";
  readonly width: number;
  /** Where the years begin. */
  readonly left: number;
  /** Height of a bar with the names above it. */
  readonly lane: number;
  /** Above the first bar of a table; on a phone the name of the table stands there. */
  readonly head: number;
  /** Years between two that are written. */
  readonly step: number;
}

/** Half the width of a year: the first one stands in the middle below its line. */
export const EDGE = 20;

export const frames: readonly Frame[] = [
  { name: "wide", width: 1100, left: 260, lane: 52, head: 12, step: 1 },
  { name: "narrow", width: 342, left: EDGE, lane: 46, head: 30, step: 2 },
];

const FOOT = 34;
/** From the top of a lane to the middle of its bar. */
const BAR = 34;
/** From the base line of a name to the middle of the bar below it. */
export const NAME = 12;

export interface Bar {
  readonly period: Period;
  readonly y: number;
  readonly pieces: readonly { readonly x: number; readonly width: number; readonly certain: boolean }[];
}

export interface Row {
  readonly table: RoundTable;
  /** The base line of the name of the table. */
  readonly nameY: number;
  readonly bars: readonly Bar[];
}

export interface Chart {
  readonly rows: readonly Row[];
  readonly ticks: readonly { readonly year: number; readonly x: number }[];
  readonly height: number;
}

/** Each period has a lane of its own: names of one table may have stood side by side. */
export function chartOf(frame: Frame, tables: readonly { readonly table: RoundTable; readonly periods: readonly Period[] }[], years: Years): Chart {
  const rows: Row[] = [];
  let y = 0;
  for (const { table, periods } of tables) {
    // Where the first period has the name of the table, that name stands on its bar.
    const isOneName = frame.name === "narrow" && periods[0]?.name === table.title;
    const top = y + (isOneName ? 0 : frame.head);
    rows.push({ table, nameY: nameAt(frame, y, top, isOneName), bars: periods.map((period, lane) => barAt(frame, period, years, top + lane * frame.lane)) });
    y = top + Math.max(periods.length, 1) * frame.lane;
  }
  const ticks = range(years).filter((year) => (year - years.first) % frame.step === 0).map((year) => ({ year, x: place(frame, year, years) }));
  return { rows, ticks, height: y + FOOT };
}

function nameAt({ name }: Frame, rowTop: number, top: number, isOneName: boolean): number {
  if (name === "wide") return top + BAR + 6;
  return isOneName ? top + BAR - NAME : rowTop + 24;
}

function barAt(frame: Frame, period: Period, years: Years, top: number): Bar {
  return { period, y: top + BAR, pieces: stretchesOf(period, years).map((stretch) => pieceOf(frame, stretch, years)) };
}

function pieceOf(frame: Frame, { from, until, certain }: Stretch, years: Years) {
  const x = place(frame, from, years);
  return { x, width: place(frame, until, years) - x, certain };
}

function place({ left, width }: Frame, year: number, { first, end }: Years): number {
  return Math.round(left + ((year - first) / (end - first)) * (width - left));
}

function range({ first, end }: Years): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}
