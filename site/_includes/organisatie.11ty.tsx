/** An organisation: what it was called before, and what came after it. */
import { organisationWords, words } from "../words.ts";
import type { LayoutData, PageOf } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { RelatedSection } from "./parts/links.tsx";
import { namesOf, Particulars, textsOf } from "./parts/particulars.tsx";
import { writtenDate } from "./reading/dates.ts";
import { relatedPages } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";

export default function organisatie({ content, wegwijzer: here }: LayoutData<"organisatie">): string {
  const { soortOrganisatie, vroegereNamen, website } = here.page.data;
  const rows = [
    { label: words.sort, value: organisationWords[soortOrganisatie] },
    { label: words.formerNames, value: textsOf(vroegereNamen?.map(formerName)) },
    { label: words.succeeds, value: namesOf(relatedPages(here, "opvolgerVan"), here) },
    { label: words.successors, value: namesOf(relatedPages(here, "opvolgers"), here) },
    { label: words.runBy, value: namesOf(relatedPages(here, "uitgevoerdDoor"), here) },
    { label: words.runs, value: namesOf(relatedPages(here, "voertUit"), here) },
    { label: words.website, value: website && <a class="external" rel="external" href={website}>{new URL(website).hostname}</a> },
  ];
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      <RelatedSection here={here} id="deel-voorbeelden" title={words.examples} pages="voorbeelden" />
    </Article>,
  );
}

/** `Waag Society (tot 2021)`. */
function formerName({ naam, tot }: NonNullable<PageOf<"organisatie">["data"]["vroegereNamen"]>[number]): string {
  return tot === undefined ? naam : `${naam} (${words.until.toLowerCase()} ${writtenDate(tot)})`;
}
