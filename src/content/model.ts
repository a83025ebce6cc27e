/**
 * The shapes of content: kinds, pages, and the graph that joins them.
 *
 * Kinds are data of a site. Their types travel from the schema through to the layout: a layout for
 * kind `K` receives `Page<K>`, whose `data` is what the schema of `K` promises.
 */
import type { z } from "zod";
import type { Place } from "../problem.ts";
import type { RelatedKind } from "./relationTypes.ts";

/** `thema:energie`: the kind and the name of the file (or of the entry in a list file). */
export type PageId = string & { readonly __brand: "PageId" };

/** A relation that pages of a kind write down in front matter; the other side is computed. */
export interface RelationRule {
  /** The kinds that it may lead to; `"*"` for all, and then references are qualified: `thema:energie`. */
  readonly to: string | readonly string[];
  /** In a list of objects: the key that holds the reference; the other keys qualify the relation. */
  readonly field?: string;
  /** In a list of objects: whether each page may be named only once, as always in a list of references alone. */
  readonly once?: boolean;
  /** The name under which the target reads this relation; without it, it is read from one side. */
  readonly inverse?: string;
  /** Whether following the relation may never lead back to where it began. */
  readonly acyclic?: boolean;
}

/** What makes the pages of a kind terms: on other pages, the first use of a name in the text becomes a link. */
export interface TermRule {
  /** Under which names other pages may speak of it; upper case inside a single word counts: `RES` is not `res`. */
  readonly names: (data: Readonly<Record<string, unknown>>) => readonly string[];
  /** The relation to pages that explain the term themselves: there it is no link. */
  readonly explainedBy?: string;
}

export interface Kind<
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Relations extends Readonly<Record<string, RelationRule>> = Readonly<Record<string, RelationRule>>,
> {
  readonly name: Name;
  /** Folders of the input with a Markdown file for each page, or list files (`bronnen.yaml`) with an entry for each. */
  readonly folders: readonly string[];
  readonly schema: Schema;
  readonly relations: Relations;
  /** The key of the front matter that holds the title. */
  readonly titleKey: string;
  /** A key of the front matter that, where it stands, replaces the file name in the id. */
  readonly idKey?: string;
  /** File in the layouts folder, without it nothing is rendered. */
  readonly layout?: string;
  /** The address of a page, or false when it has none: `/themas/energie/`, `/bronnen/#dd-over`. */
  readonly address: (page: Addressed) => string;
  /** What must be true beyond the schema, once all pages are known. */
  readonly rules: readonly PageRule[];
  readonly term?: TermRule;
  /** Whether menus lead to its pages, so that no other page needs to. */
  readonly inMenu?: boolean;
}

/** A rule of the site's own: it sees a page among all others. */
export interface PageRule {
  /** Shown in reports: `one-main-theme`. */
  readonly name: string;
  /** @default "error" */
  readonly level?: "error" | "warning" | "hint";
  readonly check: (page: Page, graph: ContentGraph) => Iterable<RuleFault>;
}

/** What a rule of the site's own found; `path` leads to the value in the front matter. */
export interface RuleFault {
  readonly path?: readonly (string | number)[];
  readonly expected: string;
  readonly got?: string;
  readonly nearest?: string;
  readonly remedy?: string;
}

/** What an address may be made of. */
export interface Addressed {
  /** Lower-case ASCII made from the file name: `energiecooperatie`. */
  readonly slug: string;
  /** The folder below the input in which the file lies. */
  readonly folder: string;
  /** Front matter as validated. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The slug of the page that a relation leads to, or undefined: `slugOf("thema")`. */
  readonly slugOf: (relation: string) => string | undefined;
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** `[@dd-over, stand 2025-10]` in the body of a page. */
export interface Citation {
  readonly source: PageId;
  /** As written: `2025-10`. */
  readonly asOf?: string;
  /** Of the source on this page, from 1 in the order of the text; the link shows it. */
  readonly number: number;
  /** The id of this mention in the rendered text, so that a list of sources can link back. */
  readonly anchor: string;
  /** Where it is written. */
  readonly place: Place;
}

/** The first use of a term in the body of a page, where it is a link. */
export interface TermUse {
  readonly term: PageId;
  /** The id of the link in the rendered text. */
  readonly anchor: string;
  /** The id by which the link is described: a layout gives it to the short meaning that it shows. */
  readonly meaning: string;
}

export interface Page<K extends Kind = Kind> {
  readonly kind: K["name"];
  readonly id: PageId;
  /** The name of the file without its ending, or the key of the entry. */
  readonly name: string;
  readonly slug: string;
  readonly title: string;
  /** Site-absolute, without `pathPrefix`: `/themas/energie/`. */
  readonly url: string;
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly draft: boolean;
  readonly data: Readonly<z.output<K["schema"]>>;
  readonly headings: readonly Heading[];
  /** In the order of the text, each source once for each mention. */
  readonly citations: readonly Citation[];
  /** In the order of the text, each term once. */
  readonly terms: readonly TermUse[];
}

/** One end of a relation, with what the writer said about it (`rol`, `reden`). */
export interface Related<K extends Kind = Kind> {
  readonly page: Page<K>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** All pages and their links, in both directions; made once, read by all layouts. */
export interface ContentGraph<Kinds extends Kind = Kind> {
  /** By kind in the order of the site's config, then by file name. */
  readonly pages: readonly Page<Kinds>[];
  page(id: string): Page<Kinds> | undefined;
  ofKind<Name extends Kinds["name"]>(name: Name): readonly Page<Extract<Kinds, { name: Name }>>[];
  /** The pages that a relation, or the inverse of one, leads to; in written order, inverses in page order. */
  related<K extends Kinds, const Relation extends string>(page: Page<K>, relation: Relation): readonly Related<RelatedKind<Kinds, K, Relation>>[];
  related(page: Page<Kind>, relation: string): readonly Related<Kinds>[];
  /** The pages that cite a source, each once, in page order. */
  citedBy(source: Page<Kind>): readonly Page<Kinds>[];
  /** The pages whose text uses a term, in page order. */
  usedBy(term: Page<Kind>): readonly Page<Kinds>[];
}
