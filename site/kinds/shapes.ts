/** What the kinds of this site have in common: keys of front matter, and how they are written. */
import { date, z } from "../../plugins/content/index.ts";

export const title = z.string().min(1).max(70);
export const text = z.string().min(1);
export const texts = z.array(text);
export const reference = z.string().min(1);
export const references = z.array(reference);
export const someReferences = references.min(1);

const everydayWord = z.string().regex(/^[^\p{Lu}]+$/u, "een alledaags woord in kleine letters");
const summary = z.string().min(60).max(200);
const everydayWords = z.array(everydayWord).min(3);

/** What every page says about itself, whatever its kind. */
const pageShape = {
  titel: title,
  samenvatting: summary,
  synoniemen: texts.optional(),
  afkorting: text.optional(),
  verwant: references.max(7).optional(),
  gecontroleerd: date,
  vroegereUrls: z.array(z.string().startsWith("/")).optional(),
};

/** Words that readers type and the text may not hold. */
export const foundShape = { ...pageShape, zoekwoorden: everydayWords };

/** Single pages and overviews are found by their title as well. */
export const plainShape = { ...pageShape, zoekwoorden: everydayWords.optional() };

/** A kind whose pages may also be entries of a list, which have none of this; see `wholePage`. */
export const listedShape = {
  ...pageShape,
  samenvatting: summary.optional(),
  zoekwoorden: z.array(everydayWord).min(1).optional(),
  gecontroleerd: date.optional(),
};

export const related = { verwant: { to: "*" } } as const;

/** Of the multi-phase model; that something fits a phase is always an estimate of the editors. */
export const phase = z.enum(["voorontwikkeling", "start", "versnelling", "stabilisatie"]);
