/** The head of every page: the name, the search field and the menu. */
import type { JSX } from "preact";
import { site } from "../../site.ts";
import type { MenuEntry } from "../../site.ts";
import { words } from "../../words.ts";
import type { Graph, Here } from "../data.ts";
import { SearchForm } from "./search-form.tsx";
import { Signpost } from "./signpost.tsx";

export function Masthead({ here, search }: { readonly here: Here; readonly search: boolean }): JSX.Element {
  const { page, href } = here;
  return (
    <header class="masthead">
      <a class="brand" href={href("/")} aria-current={page.url === "/" ? "page" : undefined}>
        <Signpost />
        {site.name}
      </a>
      {search && <SearchForm href={href} />}
      <nav class="menu" aria-label={words.mainMenu}>
        <MenuList entries={site.menu} here={here} />
      </nav>
    </header>
  );
}

/** Only entries that lead to a page: a kind without pages has no overview. */
export function MenuList({ entries, here }: { readonly entries: readonly MenuEntry[]; readonly here: Here }): JSX.Element {
  const { page, graph, href } = here;
  return (
    <ul>
      {entries.filter((entry) => leadsSomewhere(entry, graph)).map(({ label, url }) => (
        <li key={url}>
          <a href={href(url)} aria-current={currentOf(page.url, url)}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function leadsSomewhere({ kind, url }: MenuEntry, graph: Graph): boolean {
  return graph.pages.some((page) => page.kind === kind) && graph.pages.some((page) => page.url === url);
}

/** `page` for the page itself, `true` for the part of the site that it lies in. */
function currentOf(pageUrl: string, url: string): "page" | "true" | undefined {
  if (pageUrl === url) return "page";
  return pageUrl.startsWith(url) ? "true" : undefined;
}
