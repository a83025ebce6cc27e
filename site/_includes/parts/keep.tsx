/** Lets a reader keep a theme on their device, with all that hangs on it. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here, PageOf } from "../data.ts";

const OFFLINE_URL = "/offline/";

/** Nothing where the site has no page that explains it. */
export function Keep({ here }: { readonly here: Here<PageOf<"thema">> }): JSX.Element | null {
  const { page, graph, href } = here;
  if (!graph.pages.some(({ url }) => url === OFFLINE_URL)) return null;
  return (
    <section class="keep" aria-labelledby="deel-bewaren" data-search-ignore>
      <h2 id="deel-bewaren">{words.keep}</h2>
      <p>{words.keepIntro} <a href={href(OFFLINE_URL)}>{words.keepMore}</a>.</p>
      <div data-wegwijzer-offline={page.name} />
    </section>
  );
}
