/** All sources, and for each the pages that stand on it. */
import { Fragment } from "preact";
import type { JSX } from "preact";
import { natureWords, words } from "../../words.ts";
import { citing, relatedTo } from "../data.ts";
import type { AnyPage, Here, PageOf } from "../data.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Html } from "../parts/html.tsx";
import { Letters } from "../parts/letters.tsx";
import { Terms } from "../parts/terms.tsx";
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
        : (
          <section class="text" aria-labelledby="alle-bronnen">
            <h2 id="alle-bronnen">{words.allSources}</h2>
            <Letters items={sources} idOf={({ slug }) => slug} />
            <ul class="source-list">{sources.map((source) => <Source key={source.id} source={source} here={here} />)}</ul>
          </section>
        )}
      <div class="text"><Terms here={here} /></div>
    </Document>
  );
}

function Source({ source, here: { graph, href } }: { readonly source: PageOf<"bron">; readonly here: Here }): JSX.Element {
  const { url, uitgever, datum, geraadpleegd, aard } = source.data;
  const users = mentionsOf(source, graph);
  return (
    <li id={source.slug}>
      <a class="source-title" href={url} rel="external">{source.title}</a>
      <p class="aside">
        {uitgever}{datum !== undefined && `, ${writtenDate(datum)}`} ({natureWords[aard]}), {words.consulted} {writtenDate(geraadpleegd)}
      </p>
      {users.length > 0 && (
        <p class="aside" data-search-ignore>
          {words.usedOn}{" "}
          {users.map(({ id, title, at }, index) => <Fragment key={id}>{index > 0 && ", "}<a href={href(at)}>{title}</a></Fragment>)}
        </p>
      )}
    </li>
  );
}

interface Mention {
  readonly id: string;
  readonly title: string;
  /** The address of the first mention on the page, so that a reader comes back to the sentence. */
  readonly at: string;
}

/** The pages that stand on a source: by a citation in the text, a goal, a period or a figure. */
function mentionsOf(source: PageOf<"bron">, graph: Here["graph"]): readonly Mention[] {
  const byData = ["doelen", "periodes", "cijfers"].flatMap((relation) => relatedTo(graph, source, relation)).map((related) => related.page);
  const pages = new Map([...citing(graph, source), ...byData].map((page) => [page.id, page]));
  return [...pages.values()].map((page) => ({ id: page.id, title: page.title, at: firstMention(page, source) }));
}

function firstMention({ url, citations }: AnyPage, source: PageOf<"bron">): string {
  const first = citations.find((citation) => citation.source === source.id);
  return first === undefined ? url : `${url}#${first.anchor}`;
}
