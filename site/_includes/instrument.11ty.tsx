/** A way of learning or working together: when it fits, and how to go about it. */
import { instrumentWords, words } from "../words.ts";
import type { LayoutData, PageOf } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { namesOf, Particulars } from "./parts/particulars.tsx";
import { PhaseStops } from "./parts/phase-stops.tsx";
import { Pitfalls, Steps } from "./parts/steps.tsx";
import { relatedPages } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";

export default function instrument({ content, wegwijzer: here }: LayoutData<"instrument">): string {
  const { soortInstrument, fasen, groepsgrootte, duur, stappen, valkuilen = [] } = here.page.data;
  const rows = [
    { label: words.sort, value: instrumentWords[soortInstrument] },
    { label: words.phases, value: <PhaseStops phases={fasen} /> },
    { label: words.whoTakesPart, value: namesOf(relatedPages(here, "actoren"), here) },
    { label: words.group, value: groupOf(groepsgrootte) },
    { label: words.duration, value: duur },
    { label: words.partOf, value: namesOf(relatedPages(here, "onderdeelVan"), here) },
  ];
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      <Steps steps={stappen} />
      <Pitfalls pitfalls={valkuilen} />
      <RelatedSection here={here} id="deel-onderdelen" title={words.parts} pages="onderdelen" />
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}

/** `10 tot 1000 mensen`, `vanaf 10 mensen`. */
function groupOf(size: PageOf<"instrument">["data"]["groepsgrootte"]): string | undefined {
  if (size === undefined) return undefined;
  const { min, max } = size;
  return max === undefined ? `${words.atLeast} ${min} ${words.people}` : `${min} tot ${max} ${words.people}`;
}
