/** Where a page lies: the pages above it. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { trailOf } from "../reading/surroundings.ts";

export function Trail({ here }: { readonly here: Here }): JSX.Element | null {
  const { page, href } = here;
  if (page.url === "/" || page.url === "/404.html") return null;
  return (
    <nav class="trail wide" aria-label={words.trail}>
      <ol>
        <li><a href={href("/")}>{words.home}</a></li>
        {trailOf(here).map(({ url, title }) => <li key={url}><a href={href(url)}>{title}</a></li>)}
        <li aria-current="page">{page.title}</li>
      </ol>
    </nav>
  );
}
