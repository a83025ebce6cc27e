/** What the drawings by hand are made of: arms of a signpost, stops with a number, heads of arrows. */
import type { ComponentChildren, JSX } from "preact";

export interface At {
  readonly x: number;
  readonly y: number;
}

const TIP = 16;
const PADDING = 12;

/** An arm that points to the right, or to the left; its text begins at the straight end. */
export function Arm({ x, y, width, height = 40, left = false, children }: At & {
  readonly width: number;
  readonly height?: number;
  readonly left?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const half = height / 2;
  const shape = left
    ? `M${x + width} ${y}H${x + TIP}L${x} ${y + half}l${TIP} ${half}H${x + width}z`
    : `M${x} ${y}h${width - TIP}l${TIP} ${half}-${TIP} ${half}H${x}z`;
  return (
    <>
      <path class="plate" d={shape} />
      <text class={left ? "inverse end" : "inverse"} x={left ? x + width - PADDING : x + PADDING} y={y + half} dy=".36em">{children}</text>
    </>
  );
}

/** A stop with its number. */
export function NumberedStop({ x, y, number }: At & { readonly number: number }): JSX.Element {
  return (
    <>
      <circle class="plate" cx={x} cy={y} r="15" />
      <text class="inverse middle strong" x={x} y={y} dy=".36em">{number}</text>
    </>
  );
}

/** The head of an arrow that points up or down, its point at the place. */
export function ArrowHead({ x, y, down = false }: At & { readonly down?: boolean }): JSX.Element {
  return <path class="ink" d={down ? `M${x} ${y}l-9-14h18z` : `M${x} ${y}l-9 14h18z`} />;
}
