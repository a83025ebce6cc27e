/** An overview of a kind: themes by their lines, transitions by their stops, others by title. */
import type { JSX } from "preact";
import { allPages } from "./data.ts";
import type { Here, LayoutData, PageOf } from "./data.ts";
import { RouteMap } from "./map/route-map.tsx";
import { LineList, NodeList } from "./parts/network.tsx";
import { Band } from "./parts/band.tsx";
import { Html } from "./parts/html.tsx";
import { PageList } from "./parts/links.tsx";
import { inSeries } from "./reading/surroundings.ts";
import { Document } from "./shell/document.tsx";
import { renderPage } from "./shell/render.ts";

export default function overzicht({ content, wegwijzer: here }: LayoutData<"overzicht">): string {
  const { page } = here;
  return renderPage(
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      <Entries here={here} />
    </Document>,
  );
}

function Entries({ here }: { readonly here: Here<PageOf<"overzicht">> }): JSX.Element {
  const { page, graph, href } = here;
  if (page.data.van === "thema") return <><NodeList here={here} /><RouteMap here={here} /></>;
  if (page.data.van === "transitie") return <><RouteMap here={here} /><div class="wide ground"><LineList here={here} /></div></>;
  const pages = page.data.van === "uitleg" ? inSeries(graph) : allPages(graph).filter(({ kind }) => kind === page.data.van);
  return <div class="text"><PageList pages={pages.filter(({ url }) => !url.includes("#"))} href={href} /></div>;
}
