/** What changed, the newest day first, and when each page was last checked. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { AnyPage, Here } from "../data.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Html } from "../parts/html.tsx";
import { Terms } from "../parts/terms.tsx";
import { changesByDay, checkedByDay } from "../reading/changes.ts";
import type { Change, Day } from "../reading/changes.ts";
import { writtenDate } from "../reading/dates.ts";
import { Document } from "../shell/document.tsx";

export function ChangesPage({ here, content }: SinglePageProps): JSX.Element {
  const { page, graph } = here;
  const changes = changesByDay(graph);
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      <div class="text">
        {changes.length === 0 && <p>{words.nothingYet}</p>}
        {changes.map((day) => <ChangesOfDay key={day.date} day={day} href={here.href} />)}
        <section aria-labelledby="deel-nagekeken" data-search-ignore>
          <h2 id="deel-nagekeken">{words.lastChecked}</h2>
          <p>{words.lastCheckedIntro}</p>
          {checkedByDay(graph).map((day) => <CheckedOnDay key={day.date} day={day} href={here.href} />)}
        </section>
        <Terms here={here} />
      </div>
    </Document>
  );
}

interface DayProps<Item> {
  readonly day: Day<Item>;
  readonly href: Here["href"];
}

/** Each change at an address of its own: the feed leads to it. */
function ChangesOfDay({ day: { date, items }, href }: DayProps<Change>): JSX.Element {
  return (
    <section aria-labelledby={`dag-${date}`} data-search-ignore>
      <h2 id={`dag-${date}`}><time datetime={date}>{writtenDate(date)}</time></h2>
      <ul class="leads">
        {items.map(({ entry, page }) => (
          <li key={entry.id} id={entry.slug}><a href={href(page.url)}>{page.title}</a><p>{entry.data.zin}</p></li>
        ))}
      </ul>
    </section>
  );
}

function CheckedOnDay({ day: { date, items }, href }: DayProps<AnyPage>): JSX.Element {
  return (
    <>
      <h3 id={`nagekeken-${date}`}><time datetime={date}>{writtenDate(date)}</time></h3>
      <ul class="names">{items.map(({ id, url, title }) => <li key={id}><a href={href(url)}>{title}</a></li>)}</ul>
    </>
  );
}
