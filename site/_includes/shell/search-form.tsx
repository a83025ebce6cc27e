/** The way to everything: a field, not an icon. Without a script it leads to the register. */
import type { JSX } from "preact";
import { words } from "../../words.ts";

export interface SearchFormProps {
  readonly href: (url: string) => string;
  /** Large, with its question above it: on home and on the page of searching. */
  readonly large?: boolean;
}

export function SearchForm({ href, large = false }: SearchFormProps): JSX.Element {
  return (
    <form class={large ? "search search-large" : "search"} role="search" action={href("/zoeken/")} method="get" data-wegwijzer-search data-search-ignore>
      <label class={large ? undefined : "unseen"} for="zoekveld">{large ? words.searchInvitation : words.searchLabel}</label>
      <div class="search-field">
        <input id="zoekveld" type="search" name="q" placeholder={words.searchExample} autocomplete="off" spellcheck={false} enterkeyhint="search" />
        <button type="submit">{words.search}</button>
      </div>
    </form>
  );
}
