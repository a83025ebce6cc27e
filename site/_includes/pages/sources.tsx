/** All sources, and for each the pages that stand on it. */
import type { JSX } from "preact";
import { natureWords, words } from "../../words.ts";
import { citing } from "../data.ts";
import type { Here, PageOf } from "../data.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Html } from "../parts/html.tsx";
import { byTitle } from "../reading/alphabet.ts";
import { writtenDate } from "../reading/dates.ts";
import { Document } from "../shell/document.tsx";

export function SourcesPage({ here, content }: SinglePageProps): JSX.Element {
  const { page, graph } = here;
  const sources = [...graph.ofKind("bron")].sort(byTitle);
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      {sources.length === 0
        ? <p class="text">{words.nothingYet}</p>
        : <ul class="text source-list">{sources.map((source) => <Source key={source.id} source={source} here={here} />)}</ul>}
    </Document>
  );
}

function Source({ source, here: { graph, href } }: { readonly source: PageOf<"bron">; readonly here: Here }): JSX.Element {
  const { url, uitgever, datum, geraadpleegd, aard } = source.data;
  const users = citing(graph, source);
  return (
    <li id={source.slug}>
      <a class="source-title" href={url} rel="external">{source.title}</a>
      <p class="aside">
        {uitgever}{datum !== undefined && `, ${writtenDate(datum)}`} ({natureWords[aard]}), {words.consulted} {writtenDate(geraadpleegd)}
      </p>
      {users.length > 0 && (
        <p class="aside" data-search-ignore>
          {words.usedOn}{" "}
          {users.map((page, index) => <>{index > 0 && ", "}<a href={href(page.url)}>{page.title}</a></>)}
        </p>
      )}
    </li>
  );
}
