/** What a layout receives, with the types of this site's kinds. */
import type { ContentGraph, Page } from "../../src/content/model.ts";
import type { SiteKind } from "../kinds.ts";

export type KindName = SiteKind["name"];
export type PageOf<Name extends KindName> = Page<Extract<SiteKind, { name: Name }>>;
/** Told apart by `kind`. */
export type AnyPage = { readonly [Name in KindName]: PageOf<Name> }[KindName];
export type Graph = ContentGraph<SiteKind>;

/** Where a layout stands: its page, all the others, and how to write an address. */
export interface Here<P = AnyPage> {
  readonly page: P;
  readonly graph: Graph;
  /** Adds the `pathPrefix` of the site to a site-absolute address. */
  readonly href: (url: string) => string;
}

export interface LayoutData<Name extends KindName> {
  /** The body as HTML, made by our own Markdown renderer, which lets no raw HTML through. */
  readonly content: string;
  readonly wegwijzer: Here<PageOf<Name>>;
}

export interface Relation {
  readonly page: AnyPage;
  /** What the writer said about it: `rol`, `reden`. */
  readonly data: Readonly<Record<string, unknown>>;
}

// A page of the graph is one of the kinds, which its type (a page of their union) does not say:
// the three functions below do.

/** What a relation of this page, or the inverse of one, leads to. */
export function relatedTo(graph: Graph, page: AnyPage, relation: string): readonly Relation[] {
  return graph.related(page, relation) as readonly Relation[];
}

/** All pages, in the order of the kinds. */
export function allPages(graph: Graph): readonly AnyPage[] {
  return graph.pages as readonly AnyPage[];
}

/** The pages that cite a source. */
export function citing(graph: Graph, source: PageOf<"bron">): readonly AnyPage[] {
  return graph.citedBy(source) as readonly AnyPage[];
}
