/** Home: the question first, then the map, then what one may read. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { RouteMap } from "../map/route-map.tsx";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Html } from "../parts/html.tsx";
import { LineList } from "../parts/network.tsx";
import { Terms } from "../parts/terms.tsx";
import { WhoAreYou } from "../parts/who.tsx";
import { Document } from "../shell/document.tsx";
import { SearchForm } from "../shell/search-form.tsx";

export function Home({ here, content }: SinglePageProps): JSX.Element {
  const { page, href } = here;
  return (
    <Document here={here} search="page" onward={false}>
      <div class="wide opening">
        <h1>{page.title}</h1>
        <p class="lead">{page.data.samenvatting}</p>
        <SearchForm href={href} large />
      </div>
      <RouteMap here={here} />
      <section class="wide" aria-labelledby="lijnen" data-search-ignore>
        <h2 id="lijnen">{words.mapAsList}</h2>
        <LineList here={here} level={3} />
      </section>
      <WhoAreYou here={here} />
      <Html className="text flush" of={content} />
      <div class="text"><Terms here={here} /></div>
    </Document>
  );
}
