/** A law, an agreement or a programme: its name, since when it holds, and how it stands. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import type { PageOf } from "../data.ts";
import { writtenDate } from "../reading/dates.ts";

type AgreementProps = NonNullable<PageOf<"onderwerp">["data"]["afspraak"]>;

export function Agreement({ naam, sinds, tot, status }: AgreementProps): JSX.Element {
  return (
    <section class="agreement" aria-labelledby="deel-afspraak">
      <h2 id="deel-afspraak">{words.agreement}</h2>
      <p class="agreement-name">{naam}</p>
      <dl>
        <div><dt>{words.since}</dt><dd>{writtenDate(sinds)}</dd></div>
        {tot !== undefined && <div><dt>{words.until}</dt><dd>{writtenDate(tot)}</dd></div>}
        <div><dt>{words.status}</dt><dd>{status}</dd></div>
      </dl>
    </section>
  );
}
