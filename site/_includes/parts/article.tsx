/** A page of a kind: its sign, its text, what the kind adds to it, and what it stands on. */
import type { ComponentChildren, JSX } from "preact";
import { kindWords } from "../../words.ts";
import type { Here } from "../data.ts";
import { PagePicture } from "../pictures/page-picture.tsx";
import { accentIn } from "../reading/lines.ts";
import { checkedOn, summaryOf } from "../reading/summary.ts";
import { Document } from "../shell/document.tsx";
import { Band } from "./band.tsx";
import { Checked } from "./checked.tsx";
import { Contents } from "./contents.tsx";
import { Html } from "./html.tsx";
import { AlsoRead } from "./links.tsx";
import { Series } from "./series.tsx";
import { Sources } from "./sources.tsx";
import { Terms } from "./terms.tsx";

export interface ArticleProps {
  readonly here: Here;
  readonly content: string;
  /** The number of a node, as on the map. */
  readonly node?: number;
  /** What stands between the sign and the text. */
  readonly before?: ComponentChildren;
  /** What stands between the text and the lists at its end. */
  readonly children?: ComponentChildren;
}

export function Article({ here, content, node, before, children }: ArticleProps): JSX.Element {
  const { page, graph } = here;
  return (
    <Document here={here} accent={accentIn(graph, page)}>
      <Band kind={kindWords[page.kind]} node={node} title={page.title} sentence={summaryOf(page)} />
      {before}
      <PagePicture page={page} />
      <Contents here={here} />
      <Html className="text" of={content} />
      <div class="text">
        {children}
        <AlsoRead here={here} />
        <Terms here={here} />
        <Sources here={here} />
        <Checked on={checkedOn(page)} />
        <Series here={here} />
      </div>
    </Document>
  );
}
