/** Pages of which there is one: home, sources, glossary, and an overview of each kind. */
import { defineKind, z } from "../../plugins/content/index.ts";
import { everyPage, wholeSet } from "./rules.ts";
import { plainShape, related } from "./shapes.ts";

export const pagina = defineKind({
  name: "pagina",
  folder: "paginas",
  schema: z.object({
    ...plainShape,
    sjabloon: z.enum(["home", "bronnen", "begrippen", "zoeken", "tekst", "tips", "wijzigingen", "offline", "niet-gevonden"]),
  }),
  relations: related,
  layout: "pagina.11ty.tsx",
  inMenu: true,
  address: ({ slug }) => `/${slug}/`,
  rules: everyPage,
});

export const overzicht = defineKind({
  name: "overzicht",
  folder: "overzichten",
  schema: z.object({
    ...plainShape,
    /** The kind that it lists. */
    van: z.enum(["thema", "onderwerp", "transitie", "uitleg", "instrument", "tafel", "actor", "voorbeeld", "organisatie", "begrip", "bron"]),
  }),
  relations: related,
  layout: "overzicht.11ty.tsx",
  inMenu: true,
  address: ({ slug }) => `/${slug}/`,
  rules: [...everyPage, wholeSet],
});
