/** The foot of every page: whose site this is, and what one may do with it. */
import type { JSX } from "preact";
import { site } from "../../site.ts";
import { words } from "../../words.ts";
import type { Here } from "../data.ts";
import { MenuList } from "./masthead.tsx";

export function Foot({ here }: { readonly here: Here }): JSX.Element {
  return (
    <footer class="foot">
      <p><strong>{words.independentTitle}.</strong> {words.independent}</p>
      <p>
        {words.licenceBefore} <a href={words.licenceUrl} rel="license external">{words.licence}</a>.
        {site.contact !== undefined && <> <a href={site.contact}>{words.contact}</a></>}
      </p>
      <nav class="foot-menu" aria-label={words.footMenu}>
        <MenuList entries={site.footMenu} here={here} />
      </nav>
    </footer>
  );
}
