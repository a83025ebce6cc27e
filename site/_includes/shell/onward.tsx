/** "Verder": the foot of a page is a signpost with two to four arms. */
import type { JSX } from "preact";
import { kindWords, words } from "../../words.ts";
import type { AnyPage, Here } from "../data.ts";
import { accentIn } from "../reading/lines.ts";
import { onwardOf } from "../reading/surroundings.ts";

export function Onward({ here }: { readonly here: Here }): JSX.Element | null {
  const pages = onwardOf(here);
  if (pages.length === 0) return null;
  return (
    <nav class="onward" aria-labelledby="verder">
      <h2 class="wide" id="verder">{words.onward}</h2>
      <ul class="arms">
        {pages.map((page) => <Arm key={page.id} page={page} here={here} />)}
      </ul>
    </nav>
  );
}

function Arm({ page, here }: { readonly page: AnyPage; readonly here: Here }): JSX.Element {
  return (
    <li class={accentIn(here.graph, page)}>
      <a class="arm" href={here.href(page.url)}>
        {page.kind === "thema" && <span class="node" aria-hidden="true">{page.data.volgorde}</span>}
        <span>
          <span class="arm-kind">{kindWords[page.kind]}</span>
          <span class="arm-title">{page.title}</span>
        </span>
      </a>
    </li>
  );
}
