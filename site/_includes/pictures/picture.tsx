/**
 * A drawing made by hand, with a text that tells the same.
 *
 * The text is written once: it describes the drawing to who listens, and stands beneath it for who reads.
 */
import type { JSX } from "preact";
import { words } from "../../words.ts";

export interface Picture {
  readonly title: string;
  readonly inWords: readonly string[];
  /** In units that are about a CSS pixel on a phone of 390 wide. */
  readonly width: number;
  readonly height: number;
  readonly Drawing: () => JSX.Element;
}

export function Figure({ picture: { title, inWords, width, height, Drawing } }: { readonly picture: Picture }): JSX.Element {
  return (
    <figure class="drawing figure wide">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="tekening" aria-describedby="tekening-tekst" data-search-ignore>
        <title id="tekening">{title}</title>
        <desc id="tekening-tekst">{inWords.join(" ")}</desc>
        <Drawing />
      </svg>
      <figcaption>
        <details>
          <summary>{words.inWords}</summary>
          <ul>{inWords.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </details>
      </figcaption>
    </figure>
  );
}
