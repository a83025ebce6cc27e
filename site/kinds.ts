/**
 * The kinds of this site, as data: folders, front matter and relations.
 *
 * Layouts import their types from here: `Page<typeof thema>`, `SiteGraph`.
 */
import { date, defineKind, partialDate, yearMonth, z } from "../plugins/content/index.ts";
import type { Addressed, ContentGraph, Page, PageRule } from "../plugins/content/index.ts";

const title = z.string().min(1).max(70);
const reference = z.string().min(1);
const references = z.array(reference);
const texts = z.array(z.string().min(1));

/** The folder names that `Addressed.folder` may hold are those below. */
const landingOrPage = ({ folder, slug }: Addressed): string => (slug === folder ? `/${folder}/` : `/${folder}/${slug}/`);

const everydayWord = z.string().regex(/^[^\p{Lu}]+$/u, "een alledaags woord in kleine letters");

/** What every page says about itself, whatever its kind. */
const pageShape = {
  titel: title,
  samenvatting: z.string().min(60).max(200),
  synoniemen: texts.optional(),
  afkorting: z.string().min(1).optional(),
  verwant: references.max(7).optional(),
  gecontroleerd: date,
  vroegereUrls: z.array(z.string().startsWith("/")).optional(),
};

/** Words that readers type and the text may not hold. */
const foundShape = { ...pageShape, zoekwoorden: z.array(everydayWord).min(3) };

/** Single pages and overviews are found by their title as well. */
const plainShape = { ...pageShape, zoekwoorden: z.array(everydayWord).min(3).optional() };

const related = { verwant: { to: "*" } } as const;

const phase = z.enum(["voorontwikkeling", "start", "versnelling", "stabilisatie"]);

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
      reden: z.string().min(1),
    })).min(1),
  }),
  relations: { ...related, transities: { to: "transitie", field: "transitie", inverse: "themas" } },
  layout: "thema.11ty.tsx",
  address: ({ slug }) => `/themas/${slug}/`,
  rules: [oneMainTransition()],
});

export const transitie = defineKind({
  name: "transitie",
  folder: "transities",
  schema: z.object({
    ...foundShape,
    volgorde: z.int().min(1),
    van: z.string().min(1),
    naar: z.string().min(1),
    faseInschatting: z.object({ fase: phase, stand: yearMonth, reden: z.string().min(1) }),
    doelen: z.array(z.object({ tekst: z.string().min(1), jaar: z.int(), bron: reference, stand: partialDate })).optional(),
  }),
  relations: { ...related, doelen: { to: "bron", field: "bron", inverse: "doelen" } },
  layout: "transitie.11ty.tsx",
  address: ({ slug }) => `/transities/${slug}/`,
  rules: [oneMainTheme()],
});

export const uitleg = defineKind({
  name: "uitleg",
  folders: ["uitleg", "het-nieuwe-samenwerken"],
  schema: z.object({ ...foundShape, volgorde: z.int().optional(), begrippen: references.optional() }),
  relations: { ...related, begrippen: { to: "begrip", inverse: "uitleg" } },
  layout: "uitleg.11ty.tsx",
  address: landingOrPage,
});

export const pagina = defineKind({
  name: "pagina",
  folder: "paginas",
  schema: z.object({
    ...plainShape,
    sjabloon: z.enum(["home", "bronnen", "begrippen", "zoeken", "tekst", "niet-gevonden"]),
  }),
  relations: related,
  layout: "pagina.11ty.tsx",
  address: ({ slug }) => `/${slug}/`,
});

export const overzicht = defineKind({
  name: "overzicht",
  folder: "overzichten",
  schema: z.object({ ...plainShape, van: z.enum(["thema", "transitie", "uitleg", "begrip", "bron"]) }),
  relations: related,
  layout: "overzicht.11ty.tsx",
  address: ({ slug }) => `/${slug}/`,
});

export const bron = defineKind({
  name: "bron",
  folder: "bronnen.yaml",
  schema: z.object({
    titel: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }),
    uitgever: z.string().min(1),
    datum: partialDate.optional(),
    geraadpleegd: date,
    aard: z.enum(["officieel", "programma", "wetenschap", "nieuws", "branche", "overig"]),
    rechten: z.string().optional(),
  }),
  address: ({ slug }) => `/bronnen/#${slug}`,
});

export const begrip = defineKind({
  name: "begrip",
  folder: "begrippen.yaml",
  schema: z.object({
    titel: title,
    kort: z.string().min(1).max(160),
    synoniemen: texts.optional(),
    afkorting: z.string().min(1).optional(),
    zie: reference.optional(),
  }),
  relations: { zie: { to: "*" } },
  address: ({ slug }) => `/begrippen/#${slug}`,
});

/** In the order in which the site lists them. */
export const kinds = [thema, transitie, uitleg, pagina, overzicht, bron, begrip] as const;

export type SiteKind = (typeof kinds)[number];
export type SitePage = Page<SiteKind>;
export type SiteGraph = ContentGraph<SiteKind>;

/** A theme drives at most one transition. */
function oneMainTransition(): PageRule {
  return {
    name: "one-main-transition",
    *check(page, graph) {
      const main = graph.related(page, "transities").filter(({ data }) => data["rol"] === "hoofd");
      if (main.length <= 1) return;
      yield { path: ["transities"], expected: "hoogstens één transitie met rol hoofd", got: main.map((each) => each.page.name).join(", ") };
    },
  };
}

/** Every transition is driven by exactly one theme. */
function oneMainTheme(): PageRule {
  return {
    name: "one-main-theme",
    *check(page, graph) {
      const main = graph.related(page, "themas").filter(({ data }) => data["rol"] === "hoofd");
      if (main.length === 1) return;
      yield {
        expected: "precies één thema met deze transitie in de rol hoofd",
        got: main.map((each) => each.page.name).join(", "),
        remedy: "Schrijf de rol in het thema, onder transities.",
      };
    },
  };
}
