/** The glossary: each term at an address of its own, so that searching can lead to it. */
import { Fragment } from "preact";
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { relatedTo } from "../data.ts";
import type { AnyPage, Here, PageOf } from "../data.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Html } from "../parts/html.tsx";
import { Letters } from "../parts/letters.tsx";
import { Terms } from "../parts/terms.tsx";
import { byTitle } from "../reading/alphabet.ts";
import { Document } from "../shell/document.tsx";

export function TermsPage({ here, content }: SinglePageProps): JSX.Element {
  const { page, graph } = here;
  const terms = [...graph.ofKind("begrip")].sort(byTitle);
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      {terms.length === 0
        ? <p class="text">{words.nothingYet}</p>
        : (
          <div class="text">
            <Letters items={terms} idOf={({ slug }) => slug} />
            <dl class="glossary">{terms.map((term) => <Term key={term.id} term={term} here={here} />)}</dl>
          </div>
        )}
      <div class="text"><Terms here={here} /></div>
    </Document>
  );
}

function Term({ term, here: { graph, href } }: { readonly term: PageOf<"begrip">; readonly here: Here }): JSX.Element {
  const { kort, synoniemen = [], afkorting } = term.data;
  // A term with a page of its own is found there.
  const isEntry = term.url.includes("#");
  return (
    <div id={term.slug} data-search-entry={isEntry ? true : undefined} data-search-ignore={isEntry ? undefined : true}>
      <dt><dfn>{isEntry ? term.title : <a href={href(term.url)}>{term.title}</a>}</dfn></dt>
      <dd>
        <p>{kort}</p>
        {synoniemen.length > 0 && <p class="aside">{words.alsoCalled} {synoniemen.join(", ")}</p>}
        {afkorting !== undefined && <p class="aside">{words.abbreviation} {afkorting}</p>}
        <TermLinks pages={pagesOf(term, graph)} href={href} />
        <Users pages={graph.usedBy(term) as readonly AnyPage[]} href={href} />
      </dd>
    </div>
  );
}

function TermLinks({ pages, href }: { readonly pages: readonly AnyPage[]; readonly href: Here["href"] }): JSX.Element | null {
  if (pages.length === 0) return null;
  return (
    <ul class="inline" data-search-ignore>
      {pages.map(({ id, url, title }) => <li key={id}>{words.see} <a href={href(url)}>{title}</a></li>)}
    </ul>
  );
}

function Users({ pages, href }: { readonly pages: readonly AnyPage[]; readonly href: Here["href"] }): JSX.Element | null {
  if (pages.length === 0) return null;
  return (
    <p class="aside" data-search-ignore>
      {words.usedOn} {pages.map(({ id, url, title }, index) => <Fragment key={id}>{index > 0 && ", "}<a href={href(url)}>{title}</a></Fragment>)}
    </p>
  );
}

/** Where one reads more: what the term itself names, then the explainers that use it. */
function pagesOf(term: PageOf<"begrip">, graph: Here["graph"]): readonly AnyPage[] {
  const pages = [...relatedTo(graph, term, "zie"), ...relatedTo(graph, term, "uitleg")].map((relation) => relation.page);
  return [...new Map(pages.map((page) => [page.id, page])).values()];
}
