/** What of this site is on the device of its reader: the script says it and lets one choose; the text says how it works. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Band } from "../parts/band.tsx";
import { Checked } from "../parts/checked.tsx";
import { Html } from "../parts/html.tsx";
import { Terms } from "../parts/terms.tsx";
import { Document } from "../shell/document.tsx";

export function OfflinePage({ here, content }: SinglePageProps): JSX.Element {
  const { page } = here;
  return (
    <Document here={here}>
      <Band title={page.title} sentence={page.data.samenvatting} />
      <div class="text">
        <section data-wegwijzer-offline="" data-search-ignore><p>{words.offlineNeedsScript}</p></section>
      </div>
      <Html className="text" of={content} />
      <div class="text">
        <Terms here={here} />
        <Checked on={page.data.gecontroleerd} />
      </div>
    </Document>
  );
}
