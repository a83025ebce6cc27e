/** The sources of a page, numbered like the citations in its text. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Graph, Here, PageOf } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";

interface CitedSource {
  readonly source: PageOf<"bron">;
  /** The states that the text names, each once: `2025-10`. */
  readonly asOf: readonly string[];
}

export function Sources({ here: { page, graph, href } }: { readonly here: Here }): JSX.Element | null {
  const cited = citedSources(page.citations, graph);
  if (cited.length === 0) return null;
  return (
    <section class="sources" aria-labelledby="deel-bronnen" data-search-ignore>
      <h2 id="deel-bronnen">{words.sources}</h2>
      <ol>
        {cited.map(({ source, asOf }) => (
          <li key={source.id}>
            <a href={href(source.url)}>{source.title}</a>. {source.data.uitgever}
            {source.data.datum !== undefined && `, ${writtenDate(source.data.datum)}`}
            {asOf.map((date) => `, ${words.asOf} ${writtenDate(date)}`)}.
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Each source once, by the number that the text gives it. */
function citedSources(citations: Here["page"]["citations"], graph: Graph): readonly CitedSource[] {
  const ids = [...new Set([...citations].sort((a, b) => a.number - b.number).map(({ source }) => source))];
  const sources = new Map(graph.ofKind("bron").map((source) => [source.id, source]));
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (source === undefined) return [];
    const dates = citations.flatMap((each) => (each.source === id && each.asOf !== undefined ? [each.asOf] : []));
    return [{ source, asOf: [...new Set(dates)] }];
  });
}
