/** The alphabet above a long list: a letter leads to its first entry. */
import type { JSX } from "preact";
import { words } from "../../words.ts";
import { byLetter } from "../reading/alphabet.ts";

interface LettersProps<Item> {
  readonly items: readonly Item[];
  /** The id of the entry, where a letter lands. */
  readonly idOf: (item: Item) => string;
}

export function Letters<Item extends { readonly title: string }>({ items, idOf }: LettersProps<Item>): JSX.Element {
  const firsts = byLetter(items).flatMap(({ letter, items: [first] }) => (first === undefined ? [] : [{ letter, id: idOf(first) }]));
  return (
    <nav class="letters" aria-label={words.letters} data-search-ignore>
      <ul>{firsts.map(({ letter, id }) => <li key={letter}><a href={`#${id}`}>{letter}</a></li>)}</ul>
    </nav>
  );
}
