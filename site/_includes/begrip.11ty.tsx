/** A term with a page of its own: what it means in one sentence, and where it is used. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { Particulars, textsOf } from "./parts/particulars.tsx";
import { usersOf } from "./reading/terms.ts";
import { renderPage } from "./shell/render.ts";

export default function begrip({ content, wegwijzer: here }: LayoutData<"begrip">): string {
  const { kort, synoniemen, afkorting } = here.page.data;
  const rows = [
    { label: words.definition, value: <strong>{kort}</strong> },
    { label: words.alsoCalled.replace(":", ""), value: textsOf(synoniemen) },
    { label: words.abbreviation.replace(":", ""), value: afkorting },
  ];
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      <RelatedSection here={here} id="deel-gebruikt" title={words.termUsedOn} pages={usersOf(here)} brief />
    </Article>,
  );
}
