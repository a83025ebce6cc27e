/** From where to where a transition leads, with its line between the two. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { Line } from "../reading/lines.ts";

export function FromTo({ line: { transition, pattern } }: { readonly line: Line }): JSX.Element {
  const { van, naar } = transition.data;
  return (
    <dl class={`from-to wide line-${pattern}`} data-search-ignore>
      <div>
        <dt>{words.from}</dt>
        <dd>{van}</dd>
      </div>
      <div>
        <dt>{words.to}</dt>
        <dd>{naar}</dd>
      </div>
    </dl>
  );
}
