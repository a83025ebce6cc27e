/**
 * The page of searching: results with a script, and without one a register of all pages and terms.
 *
 * The register stands below the results, so that the page answers either way.
 */
import type { JSX } from "preact";
import { kindWords, words } from "../../words.ts";
import { allPages } from "../data.ts";
import type { AnyPage, Here } from "../data.ts";
import type { SinglePageProps } from "../pagina.11ty.tsx";
import { Html } from "../parts/html.tsx";
import { Letters } from "../parts/letters.tsx";
import { Terms } from "../parts/terms.tsx";
import { byLetter, letterOf } from "../reading/alphabet.ts";
import type { LetterGroup } from "../reading/alphabet.ts";
import { Document } from "../shell/document.tsx";
import { SearchForm } from "../shell/search-form.tsx";

export function SearchPage({ here, content }: SinglePageProps): JSX.Element {
  const { page, href } = here;
  return (
    <Document here={here} search="page" onward={false}>
      <div class="wide opening">
        <h1>{page.title}</h1>
        <SearchForm href={href} large />
      </div>
      <div class="wide" data-wegwijzer-results data-search-ignore />
      <Html className="text flush" of={content} />
      <div class="text"><Terms here={here} /></div>
      <Register here={here} />
    </Document>
  );
}

function Register({ here: { page, graph, href } }: { readonly here: Here }): JSX.Element {
  const listed = allPages(graph).filter((each) => isListed(each) && each.id !== page.id);
  return (
    <section class="wide register" aria-labelledby="register" data-search-ignore>
      <h2 id="register">{words.register}</h2>
      <p>{words.registerIntro}</p>
      <Letters items={listed} idOf={({ title }) => `letter-${letterOf(title)}`} />
      <div class="letter-groups">{byLetter(listed).map((group) => <Letter key={group.letter} group={group} href={href} />)}</div>
    </section>
  );
}

function Letter({ group: { letter, items }, href }: { readonly group: LetterGroup<AnyPage>; readonly href: Here["href"] }): JSX.Element {
  return (
    <section class="letter" aria-labelledby={`letter-${letter}`}>
      <h3 id={`letter-${letter}`}>{letter}</h3>
      <ul>
        {items.map(({ id, url, title, kind }) => (
          <li key={id}>
            <a href={href(url)}>{title}</a>{kindWords[kind] !== undefined && <span class="aside"> {kindWords[kind]?.toLowerCase()}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sources and changes are found on their own page, and nobody looks for the page of what is not there. */
function isListed({ kind, url }: AnyPage): boolean {
  return kind !== "bron" && kind !== "wijziging" && url !== "/404.html";
}
