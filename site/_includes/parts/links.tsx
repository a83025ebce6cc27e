/** Lists of pages, set as lists. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { AnyPage, Here } from "../data.ts";
import { accentOf } from "../reading/lines.ts";
import { alsoReadOf, termsOf } from "../reading/surroundings.ts";

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

/** Terms with their short meaning, which is readable without a hover or a script. */
export function Terms({ here }: { readonly here: Here }): JSX.Element | null {
  const terms = termsOf(here);
  if (terms.length === 0) return null;
  return (
    <section class="terms" aria-labelledby="deel-begrippen" data-search-ignore>
      <h2 id="deel-begrippen">{words.terms}</h2>
      <dl>
        {terms.map(({ id, url, title, data }) => (
          <div key={id}>
            <dt><a href={here.href(url)}>{title}</a></dt>
            <dd>{data.kort}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Pages with their summary: the body of an overview. */
export function PageList({ pages, href }: { readonly pages: readonly AnyPage[]; readonly href: Here["href"] }): JSX.Element {
  return (
    <ul class="pages">
      {pages.map((page) => (
        <li key={page.id} class={accentOf(page)}>
          <h2><a href={href(page.url)}>{page.title}</a></h2>
          {"samenvatting" in page.data && <p>{page.data.samenvatting}</p>}
        </li>
      ))}
    </ul>
  );
}
