/** What opens the search. Apart from the other words, since every page has the loader. */
export const openWords: Readonly<Record<"nl" | "en", string>> = { nl: "Zoeken", en: "Search" };
