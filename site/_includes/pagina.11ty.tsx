/** Single pages: the template that the page names decides what stands with its text. */
import type { JSX } from "preact";
import type { Here, LayoutData, PageOf } from "./data.ts";
import { ChangesPage } from "./pages/changes.tsx";
import { Home } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OfflinePage } from "./pages/offline.tsx";
import { SearchPage } from "./pages/search.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { TermsPage } from "./pages/terms.tsx";
import { TextPage } from "./pages/text.tsx";
import { TipsPage } from "./pages/tips.tsx";
import { renderPage } from "./shell/render.ts";

export interface SinglePageProps {
  readonly here: Here<PageOf<"pagina">>;
  readonly content: string;
}

const templates: Readonly<Record<PageOf<"pagina">["data"]["sjabloon"], (props: SinglePageProps) => JSX.Element>> = {
  home: Home,
  bronnen: SourcesPage,
  begrippen: TermsPage,
  zoeken: SearchPage,
  tekst: TextPage,
  tips: TipsPage,
  wijzigingen: ChangesPage,
  offline: OfflinePage,
  "niet-gevonden": NotFoundPage,
};

export default function pagina({ content, wegwijzer: here }: LayoutData<"pagina">): string {
  const Template = templates[here.page.data.sjabloon];
  return renderPage(<Template here={here} content={content} />);
}
