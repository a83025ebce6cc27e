/** A round table on one theme: its names through the years, and what they rest on. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { namesOf, Particulars, textsOf } from "./parts/particulars.tsx";
import { relatedPages } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";
import { Timeline } from "./timeline/timeline.tsx";

export default function tafel({ content, wegwijzer: here }: LayoutData<"tafel">): string {
  const { ookGenoemd, subtafels } = here.page.data;
  const rows = [
    { label: words.theme, value: namesOf(relatedPages(here, "thema"), here) },
    { label: words.alsoCalled.replace(":", ""), value: textsOf(ookGenoemd) },
    { label: words.subtables, value: textsOf(subtafels) },
  ];
  return renderPage(
    <Article here={here} content={content} before={<><Particulars rows={rows} /><Timeline here={here} tables={[here.page]} title={words.periods} /></>}>
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}
