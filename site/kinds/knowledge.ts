/** How to understand it and how to go about it: explainers, instruments, terms and sources. */
import { date, defineKind, partialDate, z } from "../../plugins/content/index.ts";
import type { Addressed } from "../../plugins/content/index.ts";
import { groupOrder } from "./ranges.ts";
import { everyPage, freshRelations, seeOnce, usedSource, wholePage } from "./rules.ts";
import { foundShape, listedShape, phase, reference, references, related, someReferences, text, texts } from "./shapes.ts";

/** A page that is called like its folder is where one enters it. */
const landingOrPage = ({ folder, slug }: Addressed): string => (slug === folder ? `/${folder}/` : `/${folder}/${slug}/`);

const isEntry = ({ folder }: Addressed): boolean => folder.endsWith(".yaml");

export const uitleg = defineKind({
  name: "uitleg",
  folders: ["uitleg", "het-nieuwe-samenwerken"],
  schema: z.object({ ...foundShape, volgorde: z.int().optional(), begrippen: references.optional() }),
  relations: { ...related, begrippen: { to: "begrip", inverse: "uitleg" } },
  layout: "uitleg.11ty.tsx",
  address: landingOrPage,
  rules: everyPage,
});

export const instrument = defineKind({
  name: "instrument",
  folder: "instrumenten",
  schema: z.object({
    ...foundShape,
    soortInstrument: z.enum(["leervorm", "werkvorm", "onderzoeksvorm", "besluitvorm"]),
    fasen: z.array(phase).min(1),
    actoren: someReferences,
    groepsgrootte: z.object({ min: z.int().min(1), max: z.int().min(1).optional() }).optional(),
    duur: text.optional(),
    stappen: texts.min(3).max(10),
    valkuilen: texts.optional(),
    onderdeelVan: reference.optional(),
  }),
  relations: {
    ...related,
    actoren: { to: "actor", inverse: "instrumenten" },
    onderdeelVan: { to: "instrument", inverse: "onderdelen", acyclic: true },
  },
  layout: "instrument.11ty.tsx",
  address: ({ slug }) => `/instrumenten/${slug}/`,
  rules: [...everyPage, groupOrder, freshRelations("actoren", "onderdeelVan")],
});

export const begrip = defineKind({
  name: "begrip",
  folders: ["begrippen", "begrippen.yaml"],
  schema: z.object({ ...listedShape, kort: text.max(160), zie: reference.optional() }),
  relations: { ...related, zie: { to: "*", inverse: "woorden" } },
  layout: "begrip.11ty.tsx",
  address: (page) => (isEntry(page) ? `/begrippen/#${page.slug}` : `/begrippen/${page.slug}/`),
  rules: [...everyPage, wholePage, seeOnce, freshRelations("zie")],
  term: {
    names: ({ titel, synoniemen, afkorting }) => [titel, synoniemen, afkorting].flat().filter((name) => typeof name === "string"),
    explainedBy: "zie",
  },
});

export const bron = defineKind({
  name: "bron",
  folder: "bronnen.yaml",
  schema: z.object({
    titel: text,
    url: z.url({ protocol: /^https?$/ }),
    uitgever: text,
    datum: partialDate.optional(),
    geraadpleegd: date,
    aard: z.enum(["officieel", "programma", "wetenschap", "nieuws", "branche", "overig"]),
    rechten: z.string().optional(),
  }),
  address: ({ slug }) => `/bronnen/#${slug}`,
  rules: [usedSource],
});
