/** Lists of pages, set as lists. */
import type { JSX } from "preact";
import { kindWords, words } from "../../words.ts";
import type { AnyPage, Here } from "../data.ts";
import { accentIn } from "../reading/lines.ts";
import { summaryOf } from "../reading/summary.ts";
import { alsoReadOf, relatedPages } from "../reading/surroundings.ts";

/** What the editor named and what did not fit on the signpost. */
export function AlsoRead({ here }: { readonly here: Here }): JSX.Element | null {
  const pages = alsoReadOf(here);
  if (pages.length === 0) return null;
  return (
    <section class="also" aria-labelledby="deel-lees-ook" data-search-ignore>
      <h2 id="deel-lees-ook">{words.related}</h2>
      <ul>{pages.map(({ id, url, title }) => <li key={id}><a href={here.href(url)}>{title}</a></li>)}</ul>
    </section>
  );
}

export interface RelatedSectionProps {
  readonly here: Here;
  /** Of the heading, and so of a link to it: `deel-voorbeelden`. */
  readonly id: string;
  readonly title: string;
  /** The pages, or the relation (or inverse of one) that leads to them. */
  readonly pages: readonly AnyPage[] | string;
  /** In the order that somebody chose, so with numbers. */
  readonly numbered?: boolean;
  /** Names alone, for long lists. */
  readonly brief?: boolean;
}

/** Pages under a heading, each with its summary; nothing when there are none. */
export function RelatedSection({ here, id, title, pages, numbered = false, brief = false }: RelatedSectionProps): JSX.Element | null {
  const listed = typeof pages === "string" ? relatedPages(here, pages) : pages;
  if (listed.length === 0) return null;
  const List = numbered ? "ol" : "ul";
  return (
    <section aria-labelledby={id} data-search-ignore>
      <h2 id={id}>{title}</h2>
      <List class={brief ? "names" : numbered ? "leads numbered" : "leads"}>
        {listed.map((page) => (
          <li key={page.id} class={accentIn(here.graph, page)}>
            <a href={here.href(page.url)}>{page.title}</a>
            {numbered && <span class="role"> {kindWords[page.kind]?.toLowerCase()}</span>}
            {!brief && <p>{summaryOf(page)}</p>}
          </li>
        ))}
      </List>
    </section>
  );
}

/** Pages with their summary: the body of an overview. */
export function PageList({ pages, here, level = 2 }: { readonly pages: readonly AnyPage[]; readonly here: Here; readonly level?: 2 | 3 }): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <ul class="pages">
      {pages.map((page) => (
        <li key={page.id} class={accentIn(here.graph, page)}>
          <Heading><a href={here.href(page.url)}>{page.title}</a></Heading>
          <p>{summaryOf(page)}</p>
        </li>
      ))}
    </ul>
  );
}
