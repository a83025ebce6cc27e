/**
 * Kinds are data of a site: a name, where its pages lie, what their front matter holds, and which of
 * its keys lead to other pages.
 */
import { z } from "zod";
import type { Addressed, Kind, PageRule, RelationRule, TermRule } from "./model.ts";
import { slugOf } from "./slug.ts";

/** Relations by the key of the front matter that writes them down. */
export type RelationsOf<Schema extends z.ZodObject> = {
  readonly [Key in keyof z.output<Schema>]?: RelationRule;
} & Readonly<Record<string, RelationRule>>;

export interface KindOptions<
  Name extends string,
  Schema extends z.ZodObject,
  Relations extends Readonly<Record<string, RelationRule>>,
> {
  /** First half of an id: `thema`. */
  readonly name: Name;
  /** Folder below the input with a Markdown file for each page, or a list file: `bronnen.yaml`. */
  readonly folder?: string;
  /** When there are several. */
  readonly folders?: readonly string[];
  /** Front matter; keys that it does not name are problems. */
  readonly schema: Schema;
  readonly relations?: Relations & RelationsOf<Schema>;
  /** @default "titel" */
  readonly titleKey?: string;
  /** A key of the front matter that, where it stands, replaces the file name in the id. */
  readonly idKey?: string;
  /** File in the layouts folder; without it nothing is rendered. */
  readonly layout?: string;
  /** @default the folder and the slug: `/themas/energie/`; for `index.md` the folder alone */
  readonly address?: (page: Addressed) => string;
  /** What must be true beyond the schema, once all pages are known. */
  readonly rules?: readonly PageRule[];
  /** For the kind of a glossary: how the texts of other pages lead to it. */
  readonly term?: TermRule;
  /** Menus lead to its pages, so that no other page needs to; only hints ask. */
  readonly inMenu?: boolean;
}

/** What every kind may say without declaring it. */
export const sharedShape = {
  /** An address of one's own. */
  permalink: z.string().optional(),
  /** A draft shows while serving and is never published. */
  status: z.enum(["concept", "draft"]).optional(),
};

/**
 * Makes a kind, its types intact from the schema to the layout.
 *
 * @throws TypeError when it has no place, or a relation names a key that the schema lacks.
 */
export function defineKind<
  const Name extends string,
  Schema extends z.ZodObject,
  const Relations extends Readonly<Record<string, RelationRule>> = Readonly<Record<never, RelationRule>>,
>(options: KindOptions<Name, Schema, Relations>): Kind<Name, Schema, Relations> {
  const { name, schema, relations = {} as Relations, titleKey = "titel", rules = [] } = options;
  const folders = (options.folders ?? (options.folder === undefined ? [] : [options.folder])).map(cleanFolder);
  refuseFaults(name, schema, Object.keys(relations), titleKey, folders);
  refuseTermFault(name, options.term, Object.keys(relations));
  return {
    name,
    folders,
    schema,
    relations,
    titleKey,
    address: options.address ?? addressByFolder,
    rules,
    ...(options.layout === undefined ? {} : { layout: options.layout }),
    ...(options.idKey === undefined ? {} : { idKey: options.idKey }),
    ...(options.term === undefined ? {} : { term: options.term }),
    ...(options.inMenu === undefined ? {} : { inMenu: options.inMenu }),
  };
}

/** A list file holds many entries; a folder holds a file for each page. */
export function isListFile(folder: string): boolean {
  return /\.ya?ml$/i.test(folder);
}

function cleanFolder(folder: string): string {
  return folder.split("/").filter((part) => part !== "" && part !== ".").join("/");
}

function addressByFolder({ folder, slug }: Addressed): string {
  const parts = folder.split("/").filter((part) => part !== "").map(slugOf);
  // As everywhere on the web, `index.md` is the page of its folder.
  const names = slug === "index" ? parts : [...parts, slug];
  return `/${names.map((name) => `${name}/`).join("")}`;
}

function refuseFaults(
  name: string,
  schema: z.ZodObject,
  relations: readonly string[],
  titleKey: string,
  folders: readonly string[],
): void {
  const keys = Object.keys(schema.shape);
  const known = keys.join(", ");
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new TypeError(`content: kind "${name}" needs a name of lower-case letters, digits and hyphens`);
  }
  if (folders.length === 0) {
    throw new TypeError(`content: kind "${name}" has no place; give it a folder ("themas") or a list file ("bronnen.yaml")`);
  }
  if (!keys.includes(titleKey)) {
    throw new TypeError(`content: kind "${name}" takes its title from "${titleKey}", which its schema lacks (${known}); set titleKey`);
  }
  for (const relation of relations) {
    if (keys.includes(relation)) continue;
    throw new TypeError(`content: kind "${name}" has a relation "${relation}" that its schema lacks (${known}); add the key or drop the relation`);
  }
}

function refuseTermFault(name: string, term: TermRule | undefined, relations: readonly string[]): void {
  const relation = term?.explainedBy;
  if (relation === undefined || relations.includes(relation)) return;
  throw new TypeError(`content: the terms of kind "${name}" are explained by "${relation}", which is no relation of it (${relations.join(", ")}); name one, or leave explainedBy out`);
}
