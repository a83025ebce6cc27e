/**
 * Round tables through the years, from their periods: what is uncertain is dotted.
 *
 * Two drawings, of which the style sheet shows the one that fits; the list below tells the same.
 */
import { Fragment } from "preact";
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";
import { accentIn } from "../reading/lines.ts";
import { chartOf, EDGE, frames, NAME } from "./geometry.ts";
import type { Bar, Frame, Row } from "./geometry.ts";
import { periodsOf, writtenPeriod, yearsOf } from "./periods.ts";
import type { RoundTable } from "./periods.ts";

interface TimelineProps {
  readonly here: Here;
  readonly tables: readonly RoundTable[];
  /** The heading: `Tijdlijn van de tafels`. */
  readonly title: string;
}

export function Timeline({ here, tables, title }: TimelineProps): JSX.Element | null {
  if (tables.length === 0) return null;
  return (
    <section class="drawing timeline wide" aria-labelledby="tijdlijn">
      <h2 id="tijdlijn">{title}</h2>
      <p class="aside">{words.periodsIntro}</p>
      {yearsOf(here.graph).end > 0 && framesFor(tables).map((frame) => <Drawing key={frame.name} frame={frame} here={here} tables={tables} title={title} />)}
      <PeriodList here={here} tables={tables} />
    </section>
  );
}

/** One table needs no column for its name. */
function framesFor(tables: readonly RoundTable[]): readonly Frame[] {
  return tables.length > 1 ? frames : frames.map((frame) => ({ ...frame, left: EDGE }));
}

function Drawing({ frame, here: { graph }, tables, title }: TimelineProps & { readonly frame: Frame }): JSX.Element {
  const told = tables.map((table) => ({ table, periods: periodsOf(graph, table) }));
  const { rows, ticks, height } = chartOf(frame, told, yearsOf(graph));
  const id = `tijdlijn-${frame.name}`;
  return (
    <svg class={`map-${frame.name}`} viewBox={`0 0 ${frame.width} ${height}`} role="img" aria-labelledby={id} aria-describedby={`${id}-tekst`} data-search-ignore>
      <title id={id}>{title}</title>
      <desc id={`${id}-tekst`}>{told.flatMap(({ periods }) => periods.map((period) => `${period.name}: ${writtenPeriod(period)}.`)).join(" ")}</desc>
      {ticks.map(({ year, x }) => (
        <g key={year}>
          <path class="grid-line" d={`M${x} 0V${height - 26}`} />
          <text class="tick" x={x} y={height - 8}>{year}</text>
        </g>
      ))}
      {rows.map((row) => <TableRow key={row.table.id} row={row} frame={frame} accent={accentIn(graph, row.table)} named={tables.length > 1} />)}
    </svg>
  );
}

function TableRow({ row, frame, accent, named }: { readonly row: Row; readonly frame: Frame; readonly accent: string; readonly named: boolean }): JSX.Element {
  return (
    <g class={accent}>
      {named && <text class="row-name" x={frame.name === "wide" ? 0 : frame.left} y={row.nameY}>{shortName(row.table.title)}</text>}
      {row.bars.map((bar, index) => <PeriodBar key={index} bar={bar} isNamed={!named || bar.period.name !== row.table.title} />)}
    </g>
  );
}

function PeriodBar({ bar: { period, y, pieces }, isNamed }: { readonly bar: Bar; readonly isNamed: boolean }): JSX.Element {
  const first = pieces[0]?.x ?? 0;
  return (
    <>
      {isNamed && <text class="bar-name" x={first} y={y - NAME}>{shortName(period.name)}</text>}
      {pieces.map(({ x, width, certain }, index) => <path key={index} class={certain ? "bar" : "bar bar-uncertain"} d={`M${x} ${y}h${width}`} />)}
    </>
  );
}

/** The picture is about round tables: that word need not stand on every row. */
function shortName(name: string): string {
  return name.replace(/^Participatietafel (?=\p{Lu})/u, "");
}

function PeriodList({ here: { graph, href }, tables }: { readonly here: Here; readonly tables: readonly RoundTable[] }): JSX.Element {
  return (
    <ul class="periods">
      {tables.map((table) => (
        <Fragment key={table.id}>
          {periodsOf(graph, table).map((period, index) => (
            <li key={index} class={accentIn(graph, table)}>
              {index === 0 && tables.length > 1 ? <a href={href(table.url)}>{period.name}</a> : <strong>{period.name}</strong>}
              {": "}{writtenPeriod(period)}
              {period.source !== undefined && (
                <span class="aside"> (<a href={href(period.source.url)}>{words.source}</a>{period.source.data.datum !== undefined && `, ${writtenDate(period.source.data.datum)}`})</span>
              )}
            </li>
          ))}
        </Fragment>
      ))}
    </ul>
  );
}
