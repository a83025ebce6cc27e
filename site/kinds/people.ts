/** Who does what, and where: actors, round tables, examples and organisations. */
import { defineKind, partialDate, z } from "../../plugins/content/index.ts";
import { openEnd, periodOrder } from "./ranges.ts";
import { everyPage, freshRelations } from "./rules.ts";
import { foundShape, reference, references, related, someReferences, text, texts } from "./shapes.ts";

export const actor = defineKind({
  name: "actor",
  folder: "wie-doet-mee",
  schema: z.object({
    ...foundShape,
    /** Whether it is one of the 4 O's; sources count 4 to 7, so the number is content. */
    isO: z.boolean(),
    volgorde: z.int().min(1),
    ookGenoemd: texts.optional(),
    aanbevolen: references.min(3).max(8),
  }),
  relations: { ...related, aanbevolen: { to: "*" } },
  layout: "actor.11ty.tsx",
  address: ({ slug }) => `/wie-doet-mee/${slug}/`,
  rules: [...everyPage, freshRelations("aanbevolen")],
});

export const tafel = defineKind({
  name: "tafel",
  folder: "participatietafels",
  schema: z.object({
    ...foundShape,
    thema: reference,
    ookGenoemd: texts.optional(),
    periodes: z.array(z.object({
      naam: text,
      van: partialDate.optional(),
      tot: partialDate.optional(),
      zeker: z.boolean(),
      bron: reference,
    })).min(1),
    subtafels: texts.optional(),
  }),
  relations: { ...related, thema: { to: "thema", inverse: "tafels" }, periodes: { to: "bron", field: "bron", inverse: "periodes" } },
  layout: "tafel.11ty.tsx",
  address: ({ slug }) => `/participatietafels/${slug}/`,
  rules: [...everyPage, openEnd, periodOrder, freshRelations("thema")],
});

export const voorbeeld = defineKind({
  name: "voorbeeld",
  folder: "voorbeelden",
  schema: z.object({
    ...foundShape,
    plaats: text.optional(),
    sinds: partialDate.optional(),
    themas: someReferences,
    transities: references.optional(),
    actoren: someReferences,
    instrumenten: references.optional(),
    tafels: references.optional(),
    organisaties: references.optional(),
    cijfers: z.array(z.object({ naam: text, waarde: text, stand: partialDate, bron: reference })).optional(),
  }),
  relations: {
    ...related,
    themas: { to: "thema", inverse: "voorbeelden" },
    transities: { to: "transitie", inverse: "voorbeelden" },
    actoren: { to: "actor", inverse: "voorbeelden" },
    instrumenten: { to: "instrument", inverse: "voorbeelden" },
    tafels: { to: "tafel", inverse: "voorbeelden" },
    organisaties: { to: "organisatie", inverse: "voorbeelden" },
    cijfers: { to: "bron", field: "bron", inverse: "cijfers" },
  },
  layout: "voorbeeld.11ty.tsx",
  address: ({ slug }) => `/voorbeelden/${slug}/`,
  rules: [...everyPage, freshRelations("themas", "transities", "actoren", "instrumenten", "tafels", "organisaties")],
});

export const organisatie = defineKind({
  name: "organisatie",
  folder: "organisaties",
  schema: z.object({
    ...foundShape,
    soortOrganisatie: z.enum(["programma", "overheid", "adviesraad", "kennisinstelling", "cooperatie", "instelling"]),
    vroegereNamen: z.array(z.object({ naam: text, tot: partialDate.optional() })).optional(),
    opvolgerVan: reference.optional(),
    uitgevoerdDoor: reference.optional(),
    website: z.url({ protocol: /^https?$/ }).optional(),
  }),
  relations: {
    ...related,
    opvolgerVan: { to: "organisatie", inverse: "opvolgers", acyclic: true },
    uitgevoerdDoor: { to: "organisatie", inverse: "voertUit", acyclic: true },
  },
  layout: "organisatie.11ty.tsx",
  address: ({ slug }) => `/organisaties/${slug}/`,
  rules: [...everyPage, freshRelations("opvolgerVan", "uitgevoerdDoor")],
});
