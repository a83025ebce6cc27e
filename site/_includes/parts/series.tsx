/** The page before and the page after this one, where pages are to be read in an order. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { besideInSeries } from "../reading/series.ts";

export function Series({ here }: { readonly here: Here }): JSX.Element | null {
  const { previous, next } = besideInSeries(here);
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="series" aria-label={words.series} data-search-ignore>
      {previous !== undefined && (
        <a class="series-previous" rel="prev" href={here.href(previous.url)}><span class="aside">{words.previous}</span> {previous.title}</a>
      )}
      {next !== undefined && (
        <a class="series-next" rel="next" href={here.href(next.url)}><span class="aside">{words.next}</span> {next.title}</a>
      )}
    </nav>
  );
}
