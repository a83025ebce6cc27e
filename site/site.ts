/**
 * Who this site is and where it stands: the only file to change when it gets its own address.
 *
 * Until `address` is set, `previewAddress` stands in for it, no `security.txt` is written and a
 * deploy refuses.
 */

export interface MenuEntry {
  readonly label: string;
  readonly url: string;
  /** The entry shows only when a page of this kind exists. */
  readonly kind: string;
}

export interface Site {
  readonly name: string;
  /** The origin at which the site is published, without a slash at the end. */
  readonly address: string | undefined;
  readonly previewAddress: string;
  /** Where people write to: `mailto:` or a page. */
  readonly contact: string | undefined;
  /** The last day on which that contact holds, at most a year ahead: `2027-11-23`. `check` tells in time that it ends. */
  readonly contactUntil: string | undefined;
  readonly language: string;
  /** Language and country, as whoever shares a page wants to know them. */
  readonly locale: string;
  readonly menu: readonly MenuEntry[];
  readonly footMenu: readonly MenuEntry[];
}

export const site: Site = {
  name: "Wegwijzer",
  address: undefined,
  previewAddress: "https://wegwijzer.example",
  contact: undefined,
  contactUntil: undefined,
  language: "nl",
  locale: "nl_NL",
  menu: [
    { label: "Thema’s", url: "/themas/", kind: "thema" },
    { label: "Transities", url: "/transities/", kind: "transitie" },
    { label: "Samenwerken", url: "/het-nieuwe-samenwerken/", kind: "uitleg" },
    { label: "Instrumenten", url: "/instrumenten/", kind: "instrument" },
    { label: "Participatietafels", url: "/participatietafels/", kind: "tafel" },
    { label: "Voorbeelden", url: "/voorbeelden/", kind: "voorbeeld" },
    { label: "Begrippen", url: "/begrippen/", kind: "begrip" },
  ],
  footMenu: [
    { label: "Wie doet mee", url: "/wie-doet-mee/", kind: "actor" },
    { label: "Uitleg", url: "/uitleg/", kind: "uitleg" },
    { label: "Organisaties", url: "/organisaties/", kind: "organisatie" },
    { label: "Zoeken en register", url: "/zoeken/", kind: "pagina" },
    { label: "Bronnen", url: "/bronnen/", kind: "bron" },
    { label: "Wat is er veranderd?", url: "/wijzigingen/", kind: "wijziging" },
    { label: "Lezen zonder verbinding", url: "/offline/", kind: "pagina" },
    { label: "Over deze site", url: "/over/", kind: "pagina" },
    { label: "Privacy", url: "/privacy/", kind: "pagina" },
  ],
};

/** Whom to tell of a fault, when somebody is named. */
export function securityOf({ contact, contactUntil }: Site): { readonly contact: string; readonly expires: string } | undefined {
  return contact === undefined || contactUntil === undefined ? undefined : { contact, expires: contactUntil };
}

/** The origin that canonical addresses are made with. */
export function originOf({ address, previewAddress }: Site): string {
  return address ?? previewAddress;
}
