/** A theme: its node, the lines that stop there, the text, and what hangs on the node. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { Keep } from "./parts/keep.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { Reasons } from "./parts/reasons.tsx";
import { Strip } from "./parts/strip.tsx";
import { relatedPages, unique } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";

export default function thema({ content, wegwijzer: here }: LayoutData<"thema">): string {
  const examples = relatedPages(here, "voorbeelden");
  const instruments = unique(examples.flatMap((page) => relatedPages({ ...here, page }, "instrumenten")));
  return renderPage(
    <Article here={here} content={content} node={here.page.data.volgorde} before={<Strip here={here} />}>
      <RelatedSection here={here} id="deel-onderwerpen" title={words.topics} pages="onderwerpen" />
      <Reasons here={here} />
      <RelatedSection here={here} id="deel-tafel" title={words.tables} pages="tafels" />
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages={examples} />
      <RelatedSection here={here} id="deel-instrumenten" title={words.instrumentsOfExamples} pages={instruments} brief />
      <RelatedSection here={here} id="deel-ook" title={words.topicsElsewhere} pages="ookOnderwerpen" brief />
      <Keep here={here} />
    </Article>,
  );
}
