/** The alphabet of the register: the same on every machine, whatever its language. */

export interface LetterGroup<Item> {
  readonly letter: string;
  readonly items: readonly Item[];
}

/** `De 4 O’s` -> `de 4 os`: accents and signs do not count. */
export function sortKeyOf(title: string): string {
  return title.normalize("NFD").replace(/[^\p{L}\p{N} ]/gu, "").toLowerCase();
}

export function byTitle(a: { readonly title: string }, b: { readonly title: string }): number {
  const [left, right] = [sortKeyOf(a.title), sortKeyOf(b.title)];
  return left < right ? -1 : Number(left > right);
}

/** `Één wet` -> `E`; what begins with a figure stands under `0-9`. */
export function letterOf(title: string): string {
  const first = sortKeyOf(title).trim().charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : "0-9";
}

/** Groups by first letter, A to Z; what begins with a figure comes first, under `0-9`. */
export function byLetter<Item extends { readonly title: string }>(items: readonly Item[]): readonly LetterGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of [...items].sort(byTitle)) {
    const letter = letterOf(item.title);
    groups.set(letter, [...(groups.get(letter) ?? []), item]);
  }
  return [...groups].map(([letter, grouped]) => ({ letter, items: grouped }));
}
