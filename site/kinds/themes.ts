/** What the site is about: themes, the topics below them, and the transitions that they belong to. */
import { defineKind, partialDate, yearMonth, z } from "../../plugins/content/index.ts";
import { agreementOrder } from "./ranges.ts";
import { everyPage, freshRelations, oneMainTheme, oneMainTransition, oneTable } from "./rules.ts";
import { foundShape, phase, reference, references, related, someReferences, text } from "./shapes.ts";

export const thema = defineKind({
  name: "thema",
  folder: "themas",
  schema: z.object({
    ...foundShape,
    groep: z.enum(["inhoudelijk", "verbindend"]),
    volgorde: z.int().min(1).max(8),
    transities: z.array(z.object({
      transitie: reference,
      rol: z.enum(["hoofd", "raakt", "ondersteunt"]),
      reden: text,
    })).min(1),
  }),
  relations: { ...related, transities: { to: "transitie", field: "transitie", inverse: "themas", once: true } },
  layout: "thema.11ty.tsx",
  address: ({ slug }) => `/themas/${slug}/`,
  rules: [...everyPage, oneMainTransition, oneTable, freshRelations("transities")],
});

export const onderwerp = defineKind({
  name: "onderwerp",
  folder: "onderwerpen",
  schema: z.object({
    ...foundShape,
    thema: reference,
    ookBij: references.optional(),
    transities: references.optional(),
    actoren: someReferences,
    /** A law, an agreement or a programme. */
    afspraak: z.object({ naam: text, sinds: partialDate, tot: partialDate.optional(), status: text }).optional(),
  }),
  relations: {
    ...related,
    thema: { to: "thema", inverse: "onderwerpen" },
    ookBij: { to: "thema", inverse: "ookOnderwerpen" },
    transities: { to: "transitie", inverse: "onderwerpen" },
    actoren: { to: "actor", inverse: "onderwerpen" },
  },
  layout: "onderwerp.11ty.tsx",
  address: ({ slug, slugOf }) => `/themas/${slugOf("thema")}/${slug}/`,
  rules: [...everyPage, agreementOrder, freshRelations("thema", "ookBij", "transities", "actoren")],
});

export const transitie = defineKind({
  name: "transitie",
  folder: "transities",
  schema: z.object({
    ...foundShape,
    volgorde: z.int().min(1),
    van: text,
    naar: text,
    faseInschatting: z.object({ fase: phase, stand: yearMonth, reden: text }),
    doelen: z.array(z.object({ tekst: text, jaar: z.int(), bron: reference, stand: partialDate })).optional(),
    aanbevolen: references.max(5).optional(),
  }),
  relations: { ...related, doelen: { to: "bron", field: "bron", inverse: "doelen" }, aanbevolen: { to: "*" } },
  layout: "transitie.11ty.tsx",
  address: ({ slug }) => `/transities/${slug}/`,
  rules: [...everyPage, oneMainTheme, freshRelations("aanbevolen")],
});
