/** An example from practice: where it is, who does it, and what it shows. */
import { words } from "../words.ts";
import type { LayoutData } from "./data.ts";
import { Article } from "./parts/article.tsx";
import { Figures } from "./parts/figures.tsx";
import { namesOf, Particulars } from "./parts/particulars.tsx";
import { writtenDate } from "./reading/dates.ts";
import { relatedPages } from "./reading/surroundings.ts";
import { renderPage } from "./shell/render.ts";

export default function voorbeeld({ content, wegwijzer: here }: LayoutData<"voorbeeld">): string {
  const { plaats, sinds } = here.page.data;
  const rows = [
    { label: words.place, value: plaats },
    { label: words.since, value: sinds === undefined ? undefined : writtenDate(sinds) },
    { label: words.theme, value: namesOf(relatedPages(here, "themas"), here) },
    { label: words.transitions, value: namesOf(relatedPages(here, "transities"), here) },
    { label: words.whoTakesPart, value: namesOf(relatedPages(here, "actoren"), here) },
    { label: words.instruments, value: namesOf(relatedPages(here, "instrumenten"), here) },
    { label: words.tables, value: namesOf(relatedPages(here, "tafels"), here) },
    { label: words.organisations, value: namesOf(relatedPages(here, "organisaties"), here) },
  ];
  return renderPage(
    <Article here={here} content={content} before={<Particulars rows={rows} />}>
      <Figures here={here} />
    </Article>,
  );
}
