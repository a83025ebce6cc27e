/** An overview of a kind: what helps one choose comes first, then all its pages. */
import type { JSX } from "preact";
import { words } from "../words.ts";
import type { Here, LayoutData, PageOf } from "./data.ts";
import { RouteMap } from "./map/route-map.tsx";
import { Band } from "./parts/band.tsx";
import { GroupedPages } from "./parts/groups.tsx";
import { Html } from "./parts/html.tsx";
import { Matrix } from "./parts/matrix.tsx";
import { LineList, NodeList } from "./parts/network.tsx";
import { Terms } from "./parts/terms.tsx";
import { groupsOf } from "./reading/groups.ts";
import { nodesOf } from "./reading/lines.ts";
import { Document } from "./shell/document.tsx";
import { renderPage } from "./shell/render.ts";
import { Timeline } from "./timeline/timeline.tsx";

type Entries = (props: { readonly here: Here<PageOf<"overzicht">> }) => JSX.Element;

/** Kinds that are shown by more than a list. */
const pictured: Readonly<Record<string, Entries>> = {
  thema: ({ here }) => <><NodeList here={here} /><RouteMap here={here} /></>,
  transitie: ({ here }) => <><RouteMap here={here} /><div class="wide ground"><LineList here={here} /></div></>,
  instrument: ({ here }) => <><Matrix here={here} instruments={here.graph.ofKind("instrument")} /><Listed here={here} /></>,
  tafel: ({ here }) => <><Timeline here={here} tables={tablesInOrder(here)} title={words.periodsOf} /><Listed here={here} /></>,
};

export default function overzicht({ content, wegwijzer: here }: LayoutData<"overzicht">): string {
  const { page } = here;
  const Shown = pictured[page.data.van] ?? Listed;
  return renderPage(
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <Html className="text" of={content} />
      <Shown here={here} />
      <div class="text"><Terms here={here} /></div>
    </Document>,
  );
}

function Listed({ here }: { readonly here: Here<PageOf<"overzicht">> }): JSX.Element {
  return <GroupedPages here={here} groups={groupsOf(here.page.data.van, here.graph)} />;
}

/** In the order of their themes. */
function tablesInOrder({ graph }: Here): readonly PageOf<"tafel">[] {
  const order = nodesOf(graph).map(({ name }) => name);
  return [...graph.ofKind("tafel")].sort((a, b) => order.indexOf(a.data.thema) - order.indexOf(b.data.thema));
}
