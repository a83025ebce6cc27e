/**
 * The terms of a page with their short meaning, readable without a hover or a script.
 *
 * A term that is marked in the text is described by its meaning here, for who listens to the link.
 */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { termsOf } from "../reading/surroundings.ts";

export function Terms({ here }: { readonly here: Here }): JSX.Element | null {
  const terms = termsOf(here);
  const meanings = new Map(here.page.terms.map(({ term, meaning }) => [term, meaning]));
  if (terms.length === 0) return null;
  return (
    <section class="terms" aria-labelledby="deel-begrippen" data-search-ignore>
      <h2 id="deel-begrippen">{words.terms}</h2>
      <dl>
        {terms.map(({ id, url, title, data }) => (
          <div key={id}>
            <dt><a href={here.href(url)}>{title}</a></dt>
            <dd id={meanings.get(id)}>{data.kort}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
