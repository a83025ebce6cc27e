/** Every word of the interface, in Dutch and English; the page's `lang` chooses, English is the default. */
import { openWords } from "./openWords.ts";

const nl = {
  search: openWords.nl,
  field: "Zoek op deze site",
  start: "Typ een woord dat je zelf zou gebruiken. Een tikfout is niet erg.",
  close: "Sluiten",
  results: "Resultaten",
  busy: "Even zoeken …",
  count: (pages: number) => (pages === 1 ? "1 pagina gevonden" : `${pages} pagina’s gevonden`),
  nothing: (text: string) => `Niets gevonden voor ‘${text}’.`,
  hint: "Probeer een korter woord, of een ander woord voor hetzelfde.",
  register: "Bekijk alle pagina’s en begrippen",
  meant: "Bedoelde je",
  more: (pages: number) => `Nog ${pages === 1 ? "1 pagina" : `${pages} pagina’s`}`,
  recent: "Eerder gezocht op dit apparaat",
  forget: "Wis",
  filters: "Filter",
  partial: "Een deel van de zoekindex kwam niet binnen: misschien is er meer.",
  broken: "Zoeken lukt nu niet. Laad de pagina opnieuw, of probeer het straks nog eens.",
  keys: "↑ ↓ kies, Enter open, Esc sluit",
};

const en: typeof nl = {
  search: openWords.en,
  field: "Search this site",
  start: "Type a word that you would use yourself. A typing error does no harm.",
  close: "Close",
  results: "Results",
  busy: "Searching …",
  count: (pages) => (pages === 1 ? "1 page found" : `${pages} pages found`),
  nothing: (text) => `Nothing found for ‘${text}’.`,
  hint: "Try a shorter word, or another word for the same.",
  register: "See all pages and terms",
  meant: "Did you mean",
  more: (pages) => `${pages} more ${pages === 1 ? "page" : "pages"}`,
  recent: "Searched before on this device",
  forget: "Clear",
  filters: "Filter",
  partial: "Part of the search index did not arrive: there may be more.",
  broken: "Searching does not work now. Reload the page, or try again later.",
  keys: "↑ ↓ choose, Enter open, Esc close",
};

export type Words = typeof nl;

export const wordsFor = (language: string): Words => (/^nl\b/i.test(language) ? nl : en);
