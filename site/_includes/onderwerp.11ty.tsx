/** A topic below a theme: what it is, who takes part, and what was agreed. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Agreement } from "./parts/agreement.tsx";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { namesOf, Particulars } from "./parts/particulars.tsx";
import { relatedPages } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";

export default function onderwerp({ content, wegwijzer: here }: LayoutData<"onderwerp">): string {
  const rows = [
    { label: words.theme, value: namesOf(relatedPages(here, "thema"), here) },
    { label: words.alsoWith, value: namesOf(relatedPages(here, "ookBij"), here) },
    { label: words.transitions, value: namesOf(relatedPages(here, "transities"), here) },
    { label: words.whoTakesPart, value: namesOf(relatedPages(here, "actoren"), here) },
  ];
  const { afspraak } = here.page.data;
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      {afspraak !== undefined && <Agreement {...afspraak} />}
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}
