/** What a long page holds: its headings as links. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";

/** A page with fewer headings is seen at a glance. */
const MIN_HEADINGS = 5;

export function Contents({ here: { page } }: { readonly here: Here }): JSX.Element | null {
  const headings = page.headings.filter(({ level }) => level === 2);
  if (headings.length < MIN_HEADINGS) return null;
  return (
    <nav class="contents" aria-labelledby="deel-inhoud" data-search-ignore>
      <h2 id="deel-inhoud">{words.contents}</h2>
      <ul>{headings.map(({ id, text }) => <li key={id}><a href={`#${id}`}>{text}</a></li>)}</ul>
    </nav>
  );
}
