/** A page of a kind: its sign, its text, what the kind adds to it, and what it stands on. */
import type { ComponentChildren, JSX } from "preact";
import { kindWords } from "../../words.ts";
import type { Here } from "../data.ts";
import { accentOf } from "../reading/lines.ts";
import { checkedOn, summaryOf } from "../reading/summary.ts";
import { Document } from "../shell/document.tsx";
import { Band } from "./band.tsx";
import { Checked } from "./checked.tsx";
import { Html } from "./html.tsx";
import { AlsoRead, Terms } from "./links.tsx";
import { Sources } from "./sources.tsx";

export interface ArticleProps {
  readonly here: Here;
  readonly content: string;
  /** A class that gives the page its colour; by default that of the page itself. */
  readonly accent?: string;
  /** The number of a node, as on the map. */
  readonly node?: number;
  /** What stands between the sign and the text. */
  readonly before?: ComponentChildren;
  /** What stands between the text and the lists at its end. */
  readonly children?: ComponentChildren;
}

export function Article({ here, content, accent, node, before, children }: ArticleProps): JSX.Element {
  const { page } = here;
  return (
    <Document here={here} accent={accent ?? accentOf(page)}>
      <Band kind={kindWords[page.kind]} node={node} title={page.title} sentence={summaryOf(page)} />
      {before}
      <Html className="text" of={content} />
      <div class="text">
        {children}
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={checkedOn(page)} />
      </div>
    </Document>
  );
}
