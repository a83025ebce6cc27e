/** When an editor last held a page against its sources. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { writtenDate } from "../reading/dates.ts";

export function Checked({ on }: { readonly on: string | undefined }): JSX.Element | null {
  if (on === undefined) return null;
  return (
    <p class="checked" data-search-ignore>
      {words.checked} <time datetime={on}>{writtenDate(on)}</time>
    </p>
  );
}
