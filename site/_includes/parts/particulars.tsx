/** What one wants to know before reading on: a few names and values under the sign. */
import { Fragment } from "preact";
import type { ComponentChildren, JSX } from "preact";
import { words } from "../../words.ts";
import type { AnyPage, Here } from "../data.ts";
import { accentIn } from "../reading/lines.ts";
import { shortTitleOf } from "../reading/summary.ts";

export interface Particular {
  readonly label: string;
  /** A row without a value is left out. */
  readonly value: ComponentChildren;
}

export function Particulars({ rows }: { readonly rows: readonly Particular[] }): JSX.Element | null {
  const told = rows.filter(({ value }) => value !== undefined && value !== null && value !== "");
  if (told.length === 0) return null;
  return (
    <section class="particulars wide" aria-label={words.particulars} data-search-ignore>
      <dl>
        {told.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}
      </dl>
    </section>
  );
}

/** Names of pages as links; nothing when there are none, so that their row is left out. */
export function namesOf(pages: readonly AnyPage[], { graph, href }: Here): JSX.Element | undefined {
  if (pages.length === 0) return undefined;
  return (
    <ul class="names">
      {pages.map((page) => <li key={page.id} class={accentIn(graph, page)}><a href={href(page.url)}>{shortTitleOf(page)}</a></li>)}
    </ul>
  );
}

/** Texts beside one another, with commas between. */
export function textsOf(texts: readonly string[] | undefined): JSX.Element | undefined {
  if (texts === undefined || texts.length === 0) return undefined;
  return <>{texts.map((text, index) => <Fragment key={index}>{index > 0 && ", "}{text}</Fragment>)}</>;
}
