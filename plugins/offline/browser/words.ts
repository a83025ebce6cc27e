/** Every word of the controls, in Dutch and English; the page's `lang` chooses, English is the default. */
import type { Trouble } from "../../../src/offline/protocol.ts";

const nl = {
  none: "Er staat nog niets van deze site op je apparaat.",
  some: (version: string, size: string) => `Een deel van deze site staat op je apparaat: versie van ${version}, ${size}.`,
  all: (version: string, size: string) => `Deze site staat op je apparaat: versie van ${version}, ${size}.`,
  storing: (done: string, size: string) => `Bezig met bewaren: ${done} van ${size}.`,
  paused: "Het bewaren staat op pauze.",
  aside: "Bewaren lukt niet: de server verandert de pagina’s onderweg.",
  cannot: "Deze browser kan deze site niet bewaren.",
  shell: "De basis",
  whole: "De hele site",
  packs: "Kies wat je bewaart",
  sizes: (size: string, transfer: string) => `${size} op je apparaat, ${transfer} om te downloaden`,
  stored: (size: string) => `staat op je apparaat, ${size}`,
  within: "staat op je apparaat, met de hele site",
  always: (size: string) => `staat er altijd, ${size}`,
  store: "Bewaar", remove: "Verwijder", pause: "Pauze", resume: "Ga door",
  storePack: (title: string) => `Bewaar ${title}`, removePack: (title: string) => `Verwijder ${title}`,
  pages: (count: number) => (count === 1 ? "Eén pagina staat op je apparaat" : `Deze ${count} pagina’s staan op je apparaat`),
  here: "Je hebt nu geen verbinding, of de server geeft geen antwoord. Deze pagina staat niet op je apparaat.",
  trouble: {
    network: "Er is nu geen verbinding met de server.",
    mismatch: "Niet alles kwam goed binnen. Bij je volgende bezoek proberen we het opnieuw.",
    quota: "Er is te weinig ruimte op je apparaat.",
    rewritten: "Pagina’s komen anders binnen dan ze zijn gemaakt.",
    format: "Er is een nieuwere versie, die je browser bij je volgende bezoek ophaalt.",
  } satisfies Record<Trouble, string>,
};

const en: typeof nl = {
  none: "Nothing of this site is on your device yet.",
  some: (version, size) => `Part of this site is on your device: version ${version}, ${size}.`,
  all: (version, size) => `This site is on your device: version ${version}, ${size}.`,
  storing: (done, size) => `Storing: ${done} of ${size}.`,
  paused: "Storing is paused.",
  aside: "This site cannot be stored: its server changes pages on the way.",
  cannot: "This browser cannot store this site.",
  shell: "The basis",
  whole: "The whole site",
  packs: "Choose what you store",
  sizes: (size, transfer) => `${size} on your device, ${transfer} to download`,
  stored: (size) => `on your device, ${size}`,
  within: "on your device, with the whole site",
  always: (size) => `always there, ${size}`,
  store: "Store", remove: "Remove", pause: "Pause", resume: "Go on",
  storePack: (title) => `Store ${title}`, removePack: (title) => `Remove ${title}`,
  pages: (count) => (count === 1 ? "One page is on your device" : `These ${count} pages are on your device`),
  here: "There is no connection, or the server does not answer. This page is not on your device.",
  trouble: {
    network: "There is no connection with the server now.",
    mismatch: "Not everything came in well. It is tried again at your next visit.",
    quota: "There is too little room on your device.",
    rewritten: "Pages do not arrive as they were made.",
    format: "There is a newer version, which your browser fetches at your next visit.",
  },
};

export type Words = typeof nl;

export const wordsFor = (language: string): Words => (/^nl\b/i.test(language) ? nl : en);

/** `1,2 MB`, as the device counts: 1 MB is a million bytes. */
export function sizeIn(language: string): (bytes: number) => string {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (bytes) => (bytes < 1e6 ? `${whole.format(Math.ceil(bytes / 1e3))} kB` : `${fine.format(bytes / 1e6)} MB`);
}
