/**
 * The kinds of this site, as data: folders, front matter and relations.
 *
 * Layouts import their types from here: `Page<typeof thema>`, `SiteGraph`.
 */
import type { ContentGraph, Page } from "../plugins/content/index.ts";
import { wijziging } from "./kinds/changes.ts";
import { begrip, bron, instrument, uitleg } from "./kinds/knowledge.ts";
import { actor, organisatie, tafel, voorbeeld } from "./kinds/people.ts";
import { overzicht, pagina } from "./kinds/single.ts";
import { onderwerp, thema, transitie } from "./kinds/themes.ts";

export * from "./kinds/changes.ts";
export * from "./kinds/knowledge.ts";
export * from "./kinds/people.ts";
export * from "./kinds/single.ts";
export * from "./kinds/themes.ts";

/** In the order in which the site lists them. */
export const kinds = [
  thema, onderwerp, transitie, uitleg, instrument, tafel, actor, voorbeeld, organisatie, pagina, overzicht, bron, begrip, wijziging,
] as const;

export type SiteKind = (typeof kinds)[number];
export type SitePage = Page<SiteKind>;
export type SiteGraph = ContentGraph<SiteKind>;
