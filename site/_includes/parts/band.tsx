/** The sign at the top of a page: what it is, its number, its title and one sentence. */
import type { ComponentChildren, JSX } from "preact";

export interface BandProps {
  readonly kind?: string | undefined;
  /** The number of a node, as on the map. */
  readonly node?: number | undefined;
  readonly title: string;
  readonly sentence: string;
  readonly children?: ComponentChildren;
}

/** In letters; a longer word does not fit on a phone in the size of a title. */
const LONG_WORD = 15;

export function Band({ kind, node, title, sentence, children }: BandProps): JSX.Element {
  return (
    <div class="band">
      <div class="band-arm">
        {node !== undefined && <span class="node node-large" aria-hidden="true">{node}</span>}
        <div>
          {kind !== undefined && <p class="band-kind" data-search-ignore>{kind}{node !== undefined && ` ${node}`}</p>}
          <h1 class={hasLongWord(title) ? "long-words" : undefined}>{title}</h1>
          <p class="band-sentence">{sentence}</p>
        </div>
      </div>
      {children}
    </div>
  );
}

function hasLongWord(title: string): boolean {
  return title.split(/[\s-]+/).some((word) => word.length > LONG_WORD);
}
