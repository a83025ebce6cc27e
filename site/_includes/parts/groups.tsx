/** Pages in groups, each with its summary: the body of an overview. */
import type { JSX } from "preact";
import type { Here } from "../data.ts";
import type { PageGroup } from "../reading/groups.ts";
import { PageList } from "./links.tsx";

export function GroupedPages({ here, groups }: { readonly here: Here; readonly groups: readonly PageGroup[] }): JSX.Element {
  return (
    <div class="text groups">
      {groups.map(({ title, pages }, index) => (title === undefined
        ? <PageList key={index} pages={pages} here={here} />
        : (
          <section key={index} aria-labelledby={`groep-${index + 1}`}>
            <h2 id={`groep-${index + 1}`}>{title}</h2>
            <PageList pages={pages} here={here} level={3} />
          </section>
        )))}
    </div>
  );
}
