/** Who takes part, and what one can do: the advice of the editors first, then all that fits. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { Particulars, textsOf } from "./parts/particulars.tsx";
import { renderPage } from "./shell/render.ts";

export default function actor({ content, wegwijzer: here }: LayoutData<"actor">): string {
  const rows = [{ label: words.alsoCalled.replace(":", ""), value: textsOf(here.page.data.ookGenoemd) }];
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      <RelatedSection here={here} id="deel-doen" title={words.youCanDo} pages="aanbevolen" numbered />
      <RelatedSection here={here} id="deel-onderwerpen" title={words.topics} pages="onderwerpen" brief />
      <RelatedSection here={here} id="deel-instrumenten" title={words.instruments} pages="instrumenten" brief />
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}
